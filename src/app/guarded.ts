/** Of these topics a shared conversation hears only how many risks there are. */
export const guarded: ReadonlySet<string> = new Set(['sensitive-data']);
