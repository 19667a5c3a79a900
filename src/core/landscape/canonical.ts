/** The same value gives the same text, in whichever order its keys were written. */
export function canonicalText(value: unknown, indent?: number): string {
  return JSON.stringify(inOrder(value), null, indent);
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, inOrder(each)]));
}
