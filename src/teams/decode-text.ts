/** Bytes → text as spreadsheets write it; undefined where it is no text at all. */

export function decodeText(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  // Workbooks, pictures and programs hold zeros early on; text never does.
  if (bytes.subarray(0, 4096).includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // "CSV" without "UTF-8" in Excel's list.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
