/** What can happen in a journey. */
import type { Shown, Stage } from './stage.ts';
import { channelOf, privately } from './stage.ts';
import { buttonsOf, type Filled, labelsOf, questionsOn } from './tapping.ts';

/**
 * One turn: its first key is who does what, its first value the words.
 *
 * - `Dana types: <text>`
 * - `Dana taps: <button>`, the newest card that has it; `with:` what is filled in, by label; `on:` words of the card to
 *   tap instead, even one that was used before and that another device may still show
 * - `Dana taps twice: <button>`, before anything has come back
 * - `Dana answers:` answers by label, page after page and sitting after sitting until each was given; the rest stays blank
 * - `Dana goes on to: <label>`, leaving open what comes before it; to `the findings` it leaves open all of the sitting
 * - `Dana does not know: anything`, until the findings
 * - `Dana goes back to: <label>`
 * - `time passes: 3 hours` (or days), `the bot: restarts`, `the bot: is added`
 *
 * `in: <team>` makes it happen in that team's channel. Of the cards that come back, `shows` has to be there, `shows once`
 * exactly once, `hides` not at all.
 */
export interface Happening {
  readonly [whoAndWhat: string]: unknown;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly on?: string;
  readonly in?: string;
  readonly shows?: readonly string[];
  readonly 'shows once'?: readonly string[];
  readonly hides?: readonly string[];
}

const further = new Set(['with', 'on', 'in', 'shows', 'shows once', 'hides']);

export async function play(stage: Stage, turn: Happening): Promise<Shown[]> {
  const [[said = '', words] = [], ...others] = Object.entries(turn).filter(([key]) => !further.has(key));
  if (others.length > 0) throw new Error(`one thing at a time, not “${others[0]?.[0]}” as well`);
  if (said === 'time passes') return pass(stage, String(words));
  const [, who = '', what = ''] =
    /^(.+?) (types|taps|taps twice|answers|does not know|goes on to|goes back to)$/.exec(said) ?? [];
  const place = turn.in === undefined ? privately(who) : channelOf(turn.in);
  const filled = asTyped(turn.with);
  const card = turn.on === undefined ? undefined : cardWith(stage, who, turn.on);
  switch (what || said) {
    case 'types':
      return stage.says(who, String(words), { place });
    case 'taps':
      return stage.taps(who, String(words), filled, { place, ...(card ? { card } : {}) });
    case 'taps twice': {
      const taps = [1, 2].map(() => stage.taps(who, String(words), filled, { place }));
      return (await Promise.all(taps)).flat();
    }
    case 'answers':
      return answer(stage, who, asTyped(words as Happening['with']));
    case 'does not know':
      return toTheFindings(stage, who, (label) => [label, 'I don’t know']);
    case 'goes on to':
      return words === 'the findings' ? toTheFindings(stage, who) : goTo(stage, who, 'Next', String(words));
    case 'goes back to':
      return goTo(stage, who, 'Back', String(words));
    case 'the bot':
      return command(stage, String(words), turn.in);
    default:
      throw new Error(`a journey cannot say “${said}”`);
  }
}

function pass(stage: Stage, words: string): Shown[] {
  const [, count, unit] = /^(\d+) (hour|day)s?$/.exec(words) ?? [];
  if (!unit) throw new Error(`time passes in hours or days, not in “${words}”`);
  stage.wait(Number(count) * (unit === 'day' ? 24 : 1));
  return [];
}

async function command(stage: Stage, words: string, team = ''): Promise<Shown[]> {
  switch (words) {
    case 'restarts':
      await stage.restart();
      return [];
    case 'is added':
      return stage.takes('Dana', { do: 'meet', address: null }, { place: channelOf(team) });
    default:
      throw new Error(`the bot cannot “${words}”`);
  }
}

/** Fills in what a page asks for and the table holds, until all of the table was given. */
async function answer(stage: Stage, who: string, table: Filled): Promise<Shown[]> {
  const left = new Set(Object.keys(table));
  const all: Shown[] = [];
  for (let pages = 0; left.size > 0; pages += 1) {
    const labels = await labelsOfNextPage(stage, who, pages, [...left]);
    const known = Object.entries(table).filter(([label]) => labels.includes(label));
    for (const [label] of known) left.delete(label);
    all.push(...(await stage.taps(who, 'Next', Object.fromEntries(known))));
  }
  return all;
}

async function goTo(stage: Stage, who: string, button: 'Next' | 'Back', label: string): Promise<Shown[]> {
  let shown: Shown[] = [];
  for (let pages = 0; ; pages += 1) {
    if ((await labelsOfNextPage(stage, who, pages, [label])).includes(label)) return shown;
    shown = await stage.taps(who, button);
  }
}

async function toTheFindings(
  stage: Stage,
  who: string,
  fillIn?: (label: string) => [string, string],
): Promise<Shown[]> {
  const all: Shown[] = [];
  for (let page = openPage(stage, who); page; page = openPage(stage, who)) {
    const filled = fillIn ? Object.fromEntries(questionsOn(page.card).map(fillIn)) : {};
    all.push(...(await stage.taps(who, 'Next', filled)));
  }
  return all;
}

/** Of the page that is open; where a sitting is over, of the first page of the next one. */
async function labelsOfNextPage(
  stage: Stage,
  who: string,
  pages: number,
  sought: readonly string[],
): Promise<string[]> {
  if (!openPage(stage, who)) await stage.says(who, 'continue');
  const page = openPage(stage, who);
  if (!page || pages > 40) throw new Error(`nobody asks ${who} about ${sought.join(', ')}`);
  return labelsOf(page.card);
}

function openPage(stage: Stage, who: string): Shown | undefined {
  const [newest] = stage.onScreen(privately(who));
  return newest && buttonsOf(newest.card).includes('Next') ? newest : undefined;
}

function cardWith(stage: Stage, who: string, words: string): object {
  const found = stage.everShown(privately(who)).find(({ text }) => text.includes(words));
  if (!found) throw new Error(`${who} was never shown “${words}”`);
  return found.card;
}

function asTyped(filled: Happening['with'] = {}): Filled {
  return Object.fromEntries(Object.entries(filled).map(([label, text]) => [label, String(text)]));
}
