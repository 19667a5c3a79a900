/**
 * Whether what the team has chosen is what the answers speak for. A rule may ask for it like for a calculation: fine where
 * they agree, watched where the team has the second best, high where it has another, certain where it has one that the
 * answers speak against. The worst of several choosers counts.
 */
import type { Content } from '../../interview/topic.ts';
import { type Band, bands, type Outcome } from '../calculation.ts';
import type { Facts, Reason } from '../condition.ts';
import { type Choice, choose } from './choose.ts';
import type { Chooser } from './chooser.ts';

export function isFit(content: Content, id: string): boolean {
  return content.choosers.some(({ fit }) => fit === id);
}

export function fitOf(content: Content, id: string, facts: Facts): Outcome {
  const compared = content.choosers.flatMap((chooser) =>
    chooser.fit === id ? (compare(chooser, facts) ?? []) : [],
  );
  const [worst] = compared.sort((one, other) => bands.indexOf(other.band) - bands.indexOf(one.band));
  if (!worst) return { kind: 'does-not-apply' };
  return {
    kind: 'result',
    band: worst.band,
    working: compared.filter(({ band }) => band === worst.band).flatMap(({ working }) => working),
    because: [...new Set(compared.flatMap(({ band, because }) => (band === worst.band ? because : [])))],
  };
}

interface Comparison {
  readonly band: Band;
  readonly working: readonly string[];
  readonly because: readonly Reason[];
}

/** Nothing to compare while the team has not said what it does, or nothing speaks for any way. */
function compare(chooser: Chooser, facts: Facts): Comparison | undefined {
  const choice = choose(chooser, facts);
  if (!choice?.chosen || !choice.stated) return undefined;
  const { chosen, stated } = choice;
  const band = bandOf(choice);
  const struck = choice.rejected.find(({ way }) => way.id === stated.way.id);
  return {
    band,
    because: [...stated.because, ...chosen.because],
    working: [
      `${chooser.title}: “${stated.way.text}” is planned`,
      ...(band === 'certain' && struck ? [`Against it: ${struck.reason}`] : []),
      ...(band === 'fine'
        ? [`The answers speak for it too: ${chosen.arguments.join('; ')}`]
        : [`The answers speak for “${chosen.way.text}”: ${chosen.arguments.join('; ')}`]),
    ],
  };
}

function bandOf({ chosen, second, stated, rejected }: Choice): Band {
  const id = stated?.way.id;
  if (id === chosen?.way.id) return 'fine';
  if (id === second?.way.id) return 'watch';
  return rejected.some(({ way, struck }) => struck && way.id === id) ? 'certain' : 'high';
}
