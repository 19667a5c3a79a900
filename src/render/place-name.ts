import type { Wording } from './wording.ts';

/** A place that integrations leave open has no name. */
export function placeName(name: string, wording: Wording, most = 80): string {
  return name ? wording.run(name, most) : 'not named yet';
}
