/** What the house asks of a store. Whoever keeps documents implements this; nothing else knows how they are kept. */

/** Segments of `a-z 0-9 -`, joined by `/`: `projects/palm/integrations/api020`. */
export type Key = string;

export interface Kept<T = unknown> {
  readonly value: T;
  /** Grows by one with every write of this document. */
  readonly version: number;
}

/** A refusal is an outcome, not an exception: somebody else wrote first. */
export type Written = { readonly ok: true; readonly version: number } | { readonly ok: false };

/** A document as it is kept: every one names the version of its shape. */
export interface Document {
  readonly schema: number;
}

export interface Store {
  read(key: Key): Promise<Kept | undefined>;
  /** Resolves once the document is on disk to stay. Fails on conflict: `expected` is not the version on file. */
  write(key: Key, value: Document, expected: number): Promise<Written>;
  /** As `write`, for a document that must not exist yet. */
  create(key: Key, value: Document): Promise<Written>;
  /** Keys below a prefix (`projects/palm/integrations/`), sorted. */
  list(prefix: string): Promise<Key[]>;
  remove(key: Key, expected: number): Promise<Written>;
  /** Waits for writes under way and lets go of the folder. */
  close(): Promise<void>;
}

/** What looking takes, without changing anything. */
export type Reader = Pick<Store, 'read' | 'list'>;
