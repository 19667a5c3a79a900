/** Which applications an integration touches. */
import type { Integration } from '../../landscape/landscape.ts';

/** The applications at its ends that are known, each once. */
export function endsOf({ source, target }: Integration): readonly string[] {
  return [...new Set([source.application, target.application])].filter((id) => id !== undefined);
}
