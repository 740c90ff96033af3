/** A page that is one picture. */
export interface PicturePage {
  /** JPEG in colour. */
  readonly jpeg: Uint8Array;
  readonly points: { readonly width: number; readonly height: number };
  /** As the page measures, in 1/72 inch. */
  readonly size: { readonly width: number; readonly height: number };
}

/** A PDF (1.4) of pictures, one a page, and of nothing else: no dictionary of information, no XMP, no id, no time. */
export function writePicturePdf(pages: readonly PicturePage[]): Buffer {
  const out: Buffer[] = [];
  const places: number[] = [];
  let at = 0;
  const write = (...pieces: readonly (string | Uint8Array)[]): void => {
    for (const piece of pieces) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : Buffer.from(piece);
      out.push(bytes);
      at += bytes.length;
    }
  };
  const object = (...content: readonly (string | Uint8Array)[]): void => {
    places.push(at);
    write(`${places.length} 0 obj\n`, ...content, '\nendobj\n');
  };
  const round = (length: number): string => String(Math.round(length * 100) / 100);
  write('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n');
  object('<< /Type /Catalog /Pages 2 0 R >>');
  const kids = pages.map((_, page) => `${3 + page * 3} 0 R`).join(' ');
  object(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  for (const [page, { jpeg, points, size }] of pages.entries()) {
    const [width, height] = [round(size.width), round(size.height)];
    const own = 3 + page * 3;
    object(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Resources << /XObject << /P ${own + 2} 0 R >> >> /Contents ${own + 1} 0 R >>`,
    );
    const draw = `${width} 0 0 ${height} 0 0 cm /P Do`;
    object(`<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`);
    object(
      `<< /Type /XObject /Subtype /Image /Width ${points.width} /Height ${points.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`,
      jpeg,
      '\nendstream',
    );
  }
  const table = at;
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  write(
    `xref\n0 ${places.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${places.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`,
  );
  return Buffer.concat(out);
}
