let loaded: Promise<typeof import('sharp').default> | undefined;

/**
 * What opens and draws pictures, loaded with the first one: a dozen megabytes that a server without pictures does not
 * need. Kinds that can fetch, run or nest are blocked before anything is opened.
 */
export function drawing(): Promise<typeof import('sharp').default> {
  loaded ??= import('sharp').then(({ default: sharp }) => {
    sharp.cache(false);
    sharp.concurrency(1);
    sharp.block({
      operation: [
        'VipsForeignLoadSvg',
        'VipsForeignLoadPdf',
        'VipsForeignLoadMagick',
        'VipsForeignLoadOpenslide',
        'VipsForeignLoadVips',
        'VipsForeignLoadCsv',
        'VipsForeignLoadMatrix',
        'VipsForeignLoadRad',
        'VipsForeignLoadPpm',
        'VipsForeignLoadAnalyze',
        'VipsForeignLoadFits',
        'VipsForeignLoadMat',
        'VipsForeignLoadOpenexr',
      ],
    });
    return sharp;
  });
  return loaded;
}
