/** A mistake in the content, first by its path within a file, then with file and line. */

export type Path = readonly (string | number)[];

export interface Fault {
  readonly path: Path;
  readonly message: string;
  /** From there on to the word that is to blame, for its line. */
  readonly at?: Path;
}

export interface Complaint {
  readonly file: string;
  /** 1 is the first line; absent for a file that is not there. */
  readonly line?: number;
  readonly text: string;
}

/** One line each, by file and then by line, so that an author corrects from top to bottom. */
export function listComplaints(complaints: readonly Complaint[]): string[] {
  const files = [...new Set(complaints.map((complaint) => complaint.file))].sort();
  const sorted = files.flatMap((file) =>
    complaints
      .filter((complaint) => complaint.file === file)
      .sort((one, other) => (one.line ?? 0) - (other.line ?? 0)),
  );
  return sorted.map(({ file, line, text }) => `${file}:${line ?? ''} ${text}`);
}
