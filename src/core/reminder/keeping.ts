/** How long a letter stays on file once it has come to rest. */
import { isSettled, type LetterContent, type Posted } from './letter.ts';

const keptMs = 60 * 24 * 3_600_000;

/**
 * `while-news`: nobody comes upon the same occasion again, so that the letter need not be there to say it was told.
 * `for-good`: somebody may, and would be told twice. There are no more of those than of decisions, answers, requests and
 * conversations.
 */
const keeping: Readonly<Record<LetterContent['kind'], 'while-news' | 'for-good'>> = {
  notice: 'while-news',
  governance: 'while-news',
  'passed-on': 'while-news',
  digest: 'while-news',
  'acceptance-lapsed': 'for-good',
  asked: 'for-good',
  'given-role': 'for-good',
  // Whoever still says so when the letter is gone may be asked about once more.
  'claimed-role': 'while-news',
  answered: 'for-good',
  difference: 'for-good',
  unreachable: 'for-good',
};

/**
 * What may be removed. The newest post in a channel is kept up to date, and the newest digest of a person says since when
 * things are news to them, however old they are.
 */
export function outdated(all: readonly Posted[], now: number): Posted[] {
  const newest = new Map<string, Posted>();
  for (const posted of all) {
    const place = placeOf(posted);
    if (place === undefined) continue;
    const other = newest.get(place);
    if (!other || restedAt(other) <= restedAt(posted)) newest.set(place, posted);
  }
  const stays = new Set(newest.values());
  return all.filter(
    (posted) =>
      keeping[posted.letter.content.kind] === 'while-news' &&
      isSettled(posted.delivery) &&
      now - Date.parse(restedAt(posted)) > keptMs &&
      !stays.has(posted),
  );
}

const restedAt = ({ delivery }: Posted): string => ('at' in delivery ? delivery.at : '');

/** Where it can be the newest of its project and kind; undefined for what did not get there, or is over once it did. */
function placeOf({ letter: { project, to, content }, delivery: { state } }: Posted): string | undefined {
  const arrived =
    (content.kind === 'governance' && state === 'sent') ||
    // As the next digest sees it: one that may have arrived has been told.
    (content.kind === 'digest' && (state === 'sent' || state === 'unknown'));
  return arrived ? `${content.kind} ${project} ${to.tenant} ${to.id}` : undefined;
}
