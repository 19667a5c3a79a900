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
  answered: 'for-good',
  difference: 'for-good',
  unreachable: 'for-good',
};

/** What may be removed. The newest post in a channel is kept up to date, however old it is. */
export function outdated(all: readonly Posted[], now: number): Posted[] {
  const newest = new Map<string, Posted>();
  for (const posted of all) {
    const { letter, delivery } = posted;
    if (letter.content.kind !== 'governance' || delivery.state !== 'sent') continue;
    const other = newest.get(placeOf(posted))?.delivery;
    if (other?.state !== 'sent' || other.at <= delivery.at) newest.set(placeOf(posted), posted);
  }
  return all.filter(
    (posted) =>
      keeping[posted.letter.content.kind] === 'while-news' &&
      isSettled(posted.delivery) &&
      'at' in posted.delivery &&
      now - Date.parse(posted.delivery.at) > keptMs &&
      newest.get(placeOf(posted)) !== posted,
  );
}

/** Where a post is the newest of its project. */
function placeOf({ letter: { project, to } }: Posted): string {
  return `${project} ${to.tenant} ${to.id}`;
}
