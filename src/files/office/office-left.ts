import { fromBufferPromise } from 'yauzl';
import { metadataLeft } from '../metadata-left.ts';

/** Parts that a clean document may have; any other name is something that should have stayed behind. */
const MAY_STAND =
  /^(\[Content_Types\]\.xml|(word\/|xl\/|ppt\/)?(\w+\/)?_rels\/[\w.]*\.rels|mimetype|META-INF\/manifest\.xml|(content|styles)\.xml|(media|Pictures)\/picture\d+\.(jpeg|png|webp)|(word|xl|ppt)\/(\w+\/)?[\w-]+\.xml)$/;
const TELLING_PART =
  /docProps|customXml|comment|people|persons?\.xml|printerSettings|vba|embeddings|externalLink|connections|calcChain|notes(Slide|Master)|revision|pivot|thumbnail|meta\.xml|settings1|webSettings|tags\//i;
/** What of a document's own words speaks of people, programs, machines, or of what was taken away. */
const TELLING =
  /\s(?:[\w-]+:)?(?:rsid\w*|paraId|textId|author|initials|descr|codeName|paragraph-rsid)="[^"]|<(?:[\w-]+:)?(?:del|delText|moveFrom|comment\w*|rsids?|dataBinding|attachedTemplate|docVars?|absPath|fileSharing|revisionPtr|tracked-changes|annotation|creator|extLst|externalReferences|definedNames)[\s/>]|TargetMode="External"\s+Target="(?!https?:|mailto:)|file:\/\/\//i;

/**
 * What a clean DOCX, XLSX, PPTX, ODT, ODS or ODP still says beside its content: written apart from what makes copies, to look
 * over its shoulder. A copy leaves only where this finds nothing.
 */
export async function officeLeft(bytes: Buffer): Promise<string[]> {
  const left: string[] = [];
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    const { fileName } = entry;
    if (!MAY_STAND.test(fileName) || TELLING_PART.test(fileName)) left.push(fileName);
    const pieces: Buffer[] = [];
    for await (const piece of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>)
      pieces.push(piece);
    const content = Buffer.concat(pieces);
    if (/\.(xml|rels)$/.test(fileName)) {
      const found = TELLING.exec(content.toString('utf8'))?.[0];
      if (found !== undefined) left.push(`${fileName}: ${found.trim().slice(0, 40)}`);
    } else if (fileName !== 'mimetype')
      left.push(...metadataLeft(content).map((what) => `${fileName}: ${what}`));
  }
  return left;
}
