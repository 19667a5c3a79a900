/** The parts of a zip, as its table of contents at the end names them. */

export interface ZipEntry {
  /** Where its line in the table of contents begins, and where it begins itself. */
  readonly listed: number;
  readonly start: number;
  /** 0: as it is; 8: deflated. */
  readonly method: number;
  readonly packed: number;
}

/** Nothing where this is no zip, or one that is cut off. */
export function zipEntries(zip: Buffer): readonly ZipEntry[] | undefined {
  const end = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  if (end < 0 || end + 22 > zip.length) return undefined;
  const entries: ZipEntry[] = [];
  let listed = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (listed + 46 > zip.length || zip.readUInt32LE(listed) !== 0x02014b50) return undefined;
    const method = zip.readUInt16LE(listed + 10);
    const packed = zip.readUInt32LE(listed + 20);
    const start = zip.readUInt32LE(listed + 42);
    if (start + 30 > zip.length || (method !== 0 && method !== 8)) return undefined;
    entries.push({ listed, start, method, packed });
    listed += 46 + [28, 30, 32].reduce((sum, at) => sum + zip.readUInt16LE(listed + at), 0);
  }
  return entries;
}

/** What an entry holds, as it is packed. */
export function packedPart(zip: Buffer, { start, packed }: ZipEntry): Buffer {
  const from = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
  return zip.subarray(from, from + packed);
}

/** 1 January 1980, midnight: the first moment a zip can name. */
const firstMoment = 0x00210000;

/** Sets the time of every part, so that the same parts make the same file at any time. */
export function withoutTimes(zip: Buffer): Buffer {
  for (const { listed, start } of zipEntries(zip) ?? []) {
    zip.writeUInt32LE(firstMoment, listed + 12);
    zip.writeUInt32LE(firstMoment, start + 10);
  }
  return zip;
}
