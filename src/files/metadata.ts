/** What a file says of itself. Said by the file: anybody can write anything there. */
export interface FileMetadata {
  /** Degrees, north and east positive. */
  readonly position?: { readonly latitude: number; readonly longitude: number };
  /** As the device's clock had it, mostly without a zone: `2024-12-08T06:41:00`. */
  readonly taken?: string;
  readonly device?: string;
  readonly fields: readonly MetadataField[];
}

export interface MetadataField {
  readonly group: 'exif' | 'gps' | 'xmp' | 'iptc' | 'icc' | 'file' | 'film' | 'pdf' | 'office';
  readonly name: string;
  readonly value: string;
}

export const MOST_FIELDS = 400;
export const LONGEST_VALUE = 500;
