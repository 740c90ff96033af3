import { SanadError } from '../../model/index.ts';
import type { Attribute, Rules, Seen } from './rewrite-xml.ts';

/**
 * What of a part of DOCX, XLSX and PPTX stays. Names are taken without their prefix, so that both dialects of the format
 * (transitional, strict) and any prefix are the same.
 */

const hides = (reason: string): SanadError => new SanadError('document.hides', { reason });
const on = (value: string | undefined): boolean => value !== undefined && !/^(0|false|off)$/i.test(value);
/** Of an element that switches something on by standing there, as `w:vanish` does. */
const stands = (seen: Seen): boolean => on(seen.said('val') ?? '1');

/** Extensions, changes with their authors and what they took away, comments, protections with names, links to other data. */
const DROPPED = new Set(
  [
    'extLst',
    'del moveFrom delText delInstrText rPrChange pPrChange sectPrChange tblPrChange tblPrExChange trPrChange tcPrChange tblGridChange numberingChange cellIns cellDel cellMerge moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd customXmlMoveFromRangeStart customXmlMoveFromRangeEnd customXmlMoveToRangeStart customXmlMoveToRangeEnd',
    'commentRangeStart commentRangeEnd commentReference annotationRef permStart permEnd proofErr lastRenderedPageBreak',
    'dataBinding nsid tmpl rsid embedRegular embedBold embedItalic embedBoldItalic embedSystemFonts',
    'dataValidations conditionalFormatting legacyDrawing legacyDrawingHF customProperties webPublishItems smartTags protectedRanges sheetProtection scenarios customSheetViews tableParts calculatedColumnFormula externalData',
    'custDataLst custShowLst embeddedFontLst notesMasterIdLst handoutMasterIdLst modifyVerifier photoAlbum snd',
  ].flatMap((line) => line.split(' ')),
);
/** What was added is shown, without who added it. */
const UNWRAPPED = new Set(['ins', 'moveTo', 'smartTag', 'customXml']);
const PROGRAMS = new Set(['control', 'controls', 'ocx']);
const EMBEDDED = new Set([
  'object',
  'OLEObject',
  'oleObj',
  'oleObjects',
  'altChunk',
  'subDoc',
  'contentPart',
  'model3d',
]);

/** Nothing else of these says how the document looks. */
const KEPT_WITHIN: Readonly<Record<string, ReadonlySet<string>>> = {
  settings: new Set(
    'zoom mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop displayBackgroundShape defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps evenAndOddHeaders bookFoldPrinting characterSpacingControl noLineBreaksAfter noLineBreaksBefore footnotePr endnotePr compat mathPr themeFontLang clrSchemeMapping decimalSymbol listSeparator'.split(
      ' ',
    ),
  ),
  workbook: new Set('workbookPr bookViews sheets'.split(' ')),
  presentation: new Set('sldMasterIdLst sldIdLst sldSz notesSz defaultTextStyle kinsoku'.split(' ')),
};

/** Ids of revisions, people, machines; descriptions, which often are the path of a file; notes under the pointer. */
const DROPPED_ATTRIBUTES = new Set(
  'paraId textId author initials descr tooltip alt codeName cm vm'.split(' '),
);

export interface OfficeContext {
  /** Ids of the relationships of this part that stay. */
  readonly kept: ReadonlySet<string>;
  /** Ids of styles by which text is hidden. */
  readonly hiddenStyles: ReadonlySet<string>;
}

export function officeRules({ kept, hiddenStyles }: OfficeContext): Rules {
  const refersNowhere = (seen: Seen): boolean =>
    seen.attributes.some((one) => isReference(one) && !kept.has(one.value));
  return {
    element: (seen) => {
      refuseHidden(seen, hiddenStyles);
      const { name, within } = seen;
      if (PROGRAMS.has(name)) throw new SanadError('document.macros');
      if (EMBEDDED.has(name)) throw new SanadError('document.not-understood', { reason: name });
      // Of a formula the value stays; a chart says by one where its numbers come from, which it also holds.
      if (DROPPED.has(name) || (name === 'f' && within.at(-1) === 'c')) return 'drop';
      if (UNWRAPPED.has(name)) return 'unwrap';
      if (within.length === 1 && KEPT_WITHIN[within[0]!]?.has(name) === false) return 'drop';
      if (refersNowhere(seen) && name !== 'pageSetup') return name === 'hyperlink' ? 'unwrap' : 'drop';
      return 'keep';
    },
    attribute: (one, seen) => {
      if (DROPPED_ATTRIBUTES.has(one.name) || /^rsid/i.test(one.name) || /revision/i.test(one.uri))
        return undefined;
      if (isReference(one) && !kept.has(one.value)) return undefined;
      const drawn = /^(docPr|cNvPr)$/.test(seen.name);
      if (one.name === 'title' && (drawn || one.uri !== '')) return undefined;
      if (one.name === 'name' && (drawn || seen.name === 'theme')) return '';
      return one.value;
    },
  };
}

const isReference = ({ uri }: Attribute): boolean => /\/relationships$/.test(uri);

function refuseHidden(seen: Seen, hiddenStyles: ReadonlySet<string>): void {
  const { name, within } = seen;
  // a style that hides is refused where something uses it
  if ((name === 'vanish' || name === 'specVanish') && stands(seen) && !within.includes('style'))
    throw hides('hidden text');
  if ((name === 'rStyle' || name === 'pStyle') && hiddenStyles.has(seen.said('val') ?? ''))
    throw hides('hidden text');
  if ((name === 'row' || name === 'col') && on(seen.said('hidden'))) throw hides(`a hidden ${name}`);
  if (name === 'sheet' && /hidden/i.test(seen.said('state') ?? ''))
    throw hides(`sheet ${seen.said('name') ?? ''}`);
  if (name === 'sld' && seen.said('show') !== undefined && !on(seen.said('show'))) throw hides('a slide');
  if (/^(docPr|cNvPr)$/.test(name) && on(seen.said('hidden'))) throw hides('a shape');
  if (name === 'srcRect' && 'lrtb'.split('').some((side) => Number(seen.said(side) ?? 0) !== 0))
    throw hides('what was cropped from a picture');
  if (
    name === 'imagedata' &&
    ['cropleft', 'cropright', 'croptop', 'cropbottom'].some((side) => seen.said(side))
  )
    throw hides('what was cropped from a picture');
  if (name === 'numFmt' && /^[;"]{2,}$/.test((seen.said('formatCode') ?? '').trim())) throw hides('cells');
}

/** Ids of the styles that hide text, themselves or by what they build on. */
export function hidingStyles(look: (each: (seen: Seen) => void) => void): Set<string> {
  const hiding = new Set<string>();
  const upon: [string, string][] = [];
  let style = '';
  look((seen) => {
    if (seen.name === 'style') style = seen.said('styleId') ?? '';
    if (seen.within.includes('style') && seen.name === 'vanish' && stands(seen)) hiding.add(style);
    if (seen.name === 'basedOn') upon.push([style, seen.said('val') ?? '']);
  });
  for (let before = -1; before !== hiding.size; ) {
    before = hiding.size;
    for (const [own, base] of upon) if (hiding.has(base)) hiding.add(own);
  }
  return hiding;
}
