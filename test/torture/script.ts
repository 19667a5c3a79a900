/** What the writer does to each document, step by step, so that its state tells which step was the last. */

export const keys = [
  'projects/palm/project',
  'projects/palm/integrations/api010',
  'projects/palm/integrations/api020',
  'projects/palm/integrations/api030',
  'people/ada',
  'conversations/c1',
];

export interface Filled {
  readonly schema: 1;
  readonly step: number;
  readonly text: string;
}

/** Every ninth step removes the document; the next one creates it again. Step 0 is the empty folder. */
export function stateAfter(step: number): Filled | undefined {
  if (step % 9 === 0) return undefined;
  // From a few bytes to some 40 KB, so that some kills come while a long text is under way.
  return { schema: 1, step, text: `${step} `.repeat(10 ** (step % 5)) };
}

/** Where each document stands, by key. */
export type Steps = Record<string, number>;
