import { zip } from './zip.ts';

/** Documents as office programs write them, with everything that tells of whoever wrote them. People are invented. */

const DOC = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'application/vnd.openxmlformats-officedocument';

type Parts = Record<string, string | Buffer>;

const rels = (list: readonly (readonly [string, string, ('External' | undefined)?])[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${list
    .map(
      ([kind, target, mode], at) =>
        `<Relationship Id="rId${at + 1}" Type="${DOC}/${kind}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`,
    )
    .join('')}</Relationships>`;
const types = (list: Readonly<Record<string, string>>): string =>
  `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"/>${Object.entries(
    list,
  )
    .map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`)
    .join('')}</Types>`;

const PROPERTIES: Parts = {
  'docProps/core.xml':
    '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>Nadia Marjan</dc:creator><cp:lastModifiedBy>Yusuf Marjan</cp:lastModifiedBy></cp:coreProperties>',
  'docProps/app.xml': '<Properties><Company>The Harbour Office</Company></Properties>',
  'docProps/thumbnail.jpeg': 'thumbnail of Nadia Marjan',
};
const ROOT = (main: string): string =>
  rels([
    ['officeDocument', main],
    ['metadata/core-properties', 'docProps/core.xml'],
    ['extended-properties', 'docProps/app.xml'],
    ['metadata/thumbnail', 'docProps/thumbnail.jpeg'],
  ]);

const W = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${DOC}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"`;

/** @param body more of it, behind the rest; @param photo a JPEG that stands in it */
export function wordParts(photo: Buffer, body = ''): Parts {
  return {
    '[Content_Types].xml': types({
      'word/document.xml': `${MAIN}.wordprocessingml.document.main+xml`,
      'word/styles.xml': `${MAIN}.wordprocessingml.styles+xml`,
      'word/settings.xml': `${MAIN}.wordprocessingml.settings+xml`,
      'word/comments.xml': `${MAIN}.wordprocessingml.comments+xml`,
    }),
    '_rels/.rels': ROOT('word/document.xml'),
    ...PROPERTIES,
    'word/_rels/document.xml.rels': rels([
      ['styles', 'styles.xml'],
      ['settings', 'settings.xml'],
      ['comments', 'comments.xml'],
      ['image', 'media/nadia-at-home.jpeg'],
      ['hyperlink', 'https://harbour.example/list', 'External'],
      ['hyperlink', 'file:///C:/Users/Nadia%20Marjan/list.docx', 'External'],
      ['customXml', '../customXml/item1.xml'],
    ]),
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><!-- by Nadia Marjan --><w:document ${W}><w:body><w:p w14:paraId="00AA11BB" w:rsidR="00C0FFEE"><w:r w:rsidRPr="00C0FFEE"><w:t xml:space="preserve">أُفرج عن أربعين &amp; more </w:t></w:r><w:ins w:id="1" w:author="Nadia Marjan" w:date="2024-12-09T06:41:00Z"><w:r><w:t>on Monday</w:t></w:r></w:ins><w:del w:id="2" w:author="Nadia Marjan" w:date="2024-12-09T06:42:00Z"><w:r><w:delText>as Nadia Marjan saw</w:delText></w:r></w:del><w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p><w:p><w:hyperlink r:id="rId5"><w:r><w:t>the list</w:t></w:r></w:hyperlink><w:hyperlink r:id="rId6"><w:r><w:t>a file</w:t></w:r></w:hyperlink></w:p><w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" name="Nadia Marjan.jpg" descr="C:\\Users\\Nadia Marjan\\Pictures"/><a:blip r:embed="rId4"/></wp:inline></w:drawing></w:r></w:p>${body}</w:body></w:document>`,
    'word/styles.xml': `<w:styles ${W}><w:style w:styleId="Normal"/><w:style w:styleId="Veiled"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="Below"><w:basedOn w:val="Veiled"/></w:style></w:styles>`,
    'word/settings.xml': `<w:settings ${W}><w:attachedTemplate r:id="rId1"/><w:zoom w:percent="100"/><w:rsids><w:rsid w:val="00C0FFEE"/></w:rsids><w:docVars><w:docVar w:name="who" w:val="Nadia Marjan"/></w:docVars></w:settings>`,
    'word/comments.xml': `<w:comments ${W}><w:comment w:id="0" w:author="Yusuf Marjan" w:initials="YM"><w:p><w:r><w:t>ask Nadia Marjan</w:t></w:r></w:p></w:comment></w:comments>`,
    'word/media/nadia-at-home.jpeg': photo,
    'customXml/item1.xml': '<who>Nadia Marjan</who>',
  };
}

const X = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${DOC}"`;

/** @param sheet attributes of its second row */
export function sheetParts(row = '', state = ''): Parts {
  return {
    '[Content_Types].xml': types({
      'xl/workbook.xml': `${MAIN}.spreadsheetml.sheet.main+xml`,
      'xl/worksheets/sheet1.xml': `${MAIN}.spreadsheetml.worksheet+xml`,
      'xl/sharedStrings.xml': `${MAIN}.spreadsheetml.sharedStrings+xml`,
    }),
    '_rels/.rels': ROOT('xl/workbook.xml'),
    ...PROPERTIES,
    'xl/_rels/workbook.xml.rels': rels([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
      ['externalLink', 'externalLinks/externalLink1.xml'],
    ]),
    'xl/workbook.xml': `<workbook ${X}><fileSharing userName="Nadia Marjan"/><workbookPr codeName="ThisWorkbook"/><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x15"><x15ac:absPath xmlns:x15ac="x" url="C:\\Users\\Nadia Marjan\\"/></mc:Choice></mc:AlternateContent><sheets><sheet name="List" sheetId="1" r:id="rId1"${state}/></sheets><definedNames><definedName name="source">'[of Nadia Marjan.xlsx]A'!$A$1</definedName></definedNames></workbook>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${X} xr:uid="{00AA}" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>[1]A!B7+1</f><v>40</v></c></row><row r="2"${row}><c r="A2" t="s"><v>2</v></c></row></sheetData><pageSetup orientation="portrait" r:id="rId1"/><legacyDrawing r:id="rId2"/></worksheet>`,
    'xl/worksheets/_rels/sheet1.xml.rels': rels([
      ['printerSettings', '../printerSettings/printerSettings1.bin'],
      ['vmlDrawing', '../drawings/vmlDrawing1.vml'],
      ['comments', '../comments1.xml'],
    ]),
    'xl/printerSettings/printerSettings1.bin': 'printer of Nadia Marjan',
    'xl/drawings/vmlDrawing1.vml': '<xml>Nadia Marjan</xml>',
    'xl/comments1.xml': `<comments ${X}><authors><author>Nadia Marjan</author></authors></comments>`,
    'xl/externalLinks/externalLink1.xml': `<externalLink ${X}>Nadia Marjan</externalLink>`,
    'xl/sharedStrings.xml': `<sst ${X}><si><t>طارق الزعرور</t></si><si><t>deleted: Nadia Marjan</t></si><si><r><t>Omar</t></r></si></sst>`,
  };
}

const P = `xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:r="${DOC}"`;

export function slideParts(slide = ''): Parts {
  return {
    '[Content_Types].xml': types({
      'ppt/presentation.xml': `${MAIN}.presentationml.presentation.main+xml`,
      'ppt/slides/slide1.xml': `${MAIN}.presentationml.slide+xml`,
      'ppt/notesSlides/notesSlide1.xml': `${MAIN}.presentationml.notesSlide+xml`,
    }),
    '_rels/.rels': ROOT('ppt/presentation.xml'),
    ...PROPERTIES,
    'ppt/_rels/presentation.xml.rels': rels([
      ['slide', 'slides/slide1.xml'],
      ['commentAuthors', 'commentAuthors.xml'],
    ]),
    'ppt/presentation.xml': `<p:presentation ${P}><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst><p:modifyVerifier/></p:presentation>`,
    'ppt/slides/slide1.xml': `<p:sld ${P}${slide}><p:cSld><p:cNvPr id="2" name="Nadia Marjan" descr="Nadia Marjan"/><p:t>forty</p:t></p:cSld></p:sld>`,
    'ppt/slides/_rels/slide1.xml.rels': rels([['notesSlide', '../notesSlides/notesSlide1.xml']]),
    'ppt/notesSlides/notesSlide1.xml': `<p:notes ${P}>say that Nadia Marjan saw it</p:notes>`,
    'ppt/commentAuthors.xml': `<p:cmAuthorLst ${P}><p:cmAuthor name="Nadia Marjan"/></p:cmAuthorLst>`,
  };
}

const O =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:officeooo="http://openoffice.org/2009/office"';

export function openParts(photo: Buffer, body = ''): Parts {
  return {
    mimetype: 'application/vnd.oasis.opendocument.text',
    'META-INF/manifest.xml':
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/"/></manifest:manifest>',
    'meta.xml': '<office:document-meta>Nadia Marjan</office:document-meta>',
    'settings.xml': '<office:document-settings>printer of Nadia Marjan</office:document-settings>',
    'Thumbnails/thumbnail.png': 'Nadia Marjan',
    'Pictures/nadia.jpeg': photo,
    'content.xml': `<office:document-content ${O}><office:automatic-styles><style:style><style:text-properties officeooo:rsid="00c0ffee"/></style:style></office:automatic-styles><office:body><office:text><text:tracked-changes><text:changed-region><text:deletion><dc:creator>Nadia Marjan</dc:creator><text:p>as Nadia Marjan saw</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>أُفرج عن أربعين<office:annotation><dc:creator>Yusuf Marjan</dc:creator><text:p>ask</text:p></office:annotation> by <text:sender-lastname>the office</text:sender-lastname></text:p><text:p><text:a xlink:href="file:///home/nadia/list.odt">a file</text:a></text:p><draw:frame draw:name="Nadia Marjan"><draw:image xlink:href="Pictures/nadia.jpeg"/><svg:desc>Nadia Marjan at home</svg:desc></draw:frame>${body}</office:text></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles ${O}/>`,
  };
}

export const documentOf = (parts: Parts): Buffer => zip(parts);
