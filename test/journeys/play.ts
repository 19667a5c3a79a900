/** What can happen in a journey. */
import type { Place } from '../../src/app/command.ts';
import { commandLine } from './command-line.ts';
import { askFor, workUntil } from './deliveries.ts';
import { channelOf, privately, type Shown, type Stage } from './stage.ts';
import { blanksOn, buttonsOf, type Filled, labelsOf } from './tapping.ts';
import { addRow, edit, handedIn, openWorkbook } from './workbook.ts';

/**
 * One turn: its first key is who does what, its first value the words.
 *
 * - `Dana types: <text>`
 * - `Dana reads: <text>` types it and turns all the pages of what comes back
 * - `Dana taps: <button>`, the newest card that has it; `with:` what is filled in, by label; `on:` words of the card to
 *   tap instead, even one that was used before and that another device may still show
 * - `Dana taps twice: <button>`, before anything has come back
 * - `Dana answers:` answers by label, page after page and sitting after sitting, until each was given; where several
 *   applications are asked about, `<label> of <application>`
 * - `Dana answers as in this table:` one integration a line; the headings are labels, and what a line does not say is left
 *   open. `as:` the role
 * - `Dana goes on to: <label>`, or to `the findings`; `Dana goes back to: <label>`
 * - `Dana edits the workbook and sends it back:` the one that she was handed last; each line names its `sheet` and the `row`
 *   by words in it, or `below: true` for a new one, and then what columns say from now on
 * - `the command line: assess --together` exports the project and hands it over, as a pipeline does
 * - `time passes: 3 hours` (or days), `the bot: restarts`, `the bot: is added`
 * - `the bot works until: 2026-03-09 10:00` day by day, and what it says unasked arrives
 * - `Dana finds: <heading>` the newest card with that heading in her chat
 * - `Dana asks Ben: <integration>` asks him for his answers about it
 *
 * Whatever else is asked on the way, Dana does not know, so that new questions do not get in the way of a journey; with
 * `the rest: left blank` it is passed over.
 *
 * `in: <team>` makes it happen in that team's channel. Of the cards that come back, `shows` has to be there, `shows once`
 * exactly once, `hides` not at all. `word for word` is all that the last of them says.
 */
export interface Happening {
  readonly [whoAndWhat: string]: unknown;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly on?: string;
  readonly in?: string;
  readonly as?: string;
  readonly 'the rest'?: 'left blank';
  readonly shows?: readonly string[];
  readonly 'shows once'?: readonly string[];
  readonly hides?: readonly string[];
  readonly 'word for word'?: string;
}

const further = new Set([
  'with',
  'on',
  'in',
  'as',
  'the rest',
  'shows',
  'shows once',
  'hides',
  'word for word',
]);

export async function play(stage: Stage, turn: Happening): Promise<Shown[]> {
  const [[said = '', words] = [], ...others] = Object.entries(turn).filter(([key]) => !further.has(key));
  if (others.length > 0) throw new Error(`one thing at a time, not “${others[0]?.[0]}” as well`);
  if (said === 'time passes') return pass(stage, String(words));
  if (said === 'the bot works until') return workUntil(stage, String(words));
  const [, asker, asked] = /^(.+?) asks (.+)$/.exec(said) ?? [];
  if (asker && asked) return askFor(stage, asker, asked, String(words));
  const [, who = '', what = ''] =
    /^(.+?) (types|reads|finds|taps|taps twice|answers|answers as in this table|goes on to|goes back to|edits the workbook and sends it back)$/.exec(
      said,
    ) ?? [];
  const place = turn.in === undefined ? privately(who) : channelOf(turn.in);
  const filled = asTyped(turn.with);
  const card = turn.on === undefined ? undefined : cardWith(stage, who, turn.on);
  switch (what || said) {
    case 'types':
      return stage.says(who, String(words), { place });
    case 'finds':
      return [found(stage, who, String(words))];
    case 'reads':
      return read(stage, who, String(words), place);
    case 'taps':
      return stage.taps(who, String(words), filled, { place, ...(card ? { card } : {}) });
    case 'taps twice': {
      const taps = [1, 2].map(() => stage.taps(who, String(words), filled, { place }));
      return (await Promise.all(taps)).flat();
    }
    case 'answers':
      return answer(
        stage,
        who,
        asTyped(words as Happening['with']),
        turn['the rest'] ? leftBlank : nothingKnown,
      );
    case 'answers as in this table':
      return answerTable(stage, who, String(words), turn.as);
    case 'edits the workbook and sends it back':
      return sendBack(stage, who, words as readonly RowEdit[], place);
    case 'the command line':
      return [await commandLine(stage.house, String(words).split(' '))];
    case 'goes on to':
      return words === 'the findings' ? toTheFindings(stage, who) : goOnTo(stage, who, String(words));
    case 'goes back to':
      return goBackTo(stage, who, String(words));
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

async function read(stage: Stage, who: string, words: string, place: Place): Promise<Shown[]> {
  const shown = await stage.says(who, words, { place });
  for (
    let card = shown.at(-1)?.card;
    card && buttonsOf(card).includes('Next page');
    card = shown.at(-1)?.card
  )
    shown.push(...(await stage.taps(who, 'Next page', {}, { place, card })));
  return shown;
}

/** Fills in what a page asks for and the table holds, until all of the table was given. */
async function answer(stage: Stage, who: string, table: Filled, rest: Rest): Promise<Shown[]> {
  const left = new Set(Object.keys(table));
  const all: Shown[] = [];
  for (let pages = 0; left.size > 0; pages += 1) {
    const page = await nextPage(stage, who, pages, [...left]);
    const asked = labelsOf(page.card);
    const known = Object.entries(table).flatMap(([label, said]) => {
      const here = asked.find((each) => label === each || label === `${each} of ${applicationOf(page)}`);
      if (here === undefined) return [];
      left.delete(label);
      return [[here, said] as const];
    });
    all.push(...(await stage.taps(who, 'Next', { ...rest(page), ...Object.fromEntries(known) })));
  }
  return all;
}

/** What the page asks about, where that is an application. */
function applicationOf({ text }: Shown): string | undefined {
  return /^Application · (.+)$/m.exec(text)?.[1];
}

/** One interview a line: its name first, then what its columns say. */
async function answerTable(stage: Stage, who: string, table: string, role?: string): Promise<Shown[]> {
  const [[, ...labels] = [], ...lines] = table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const all: Shown[] = [];
  for (const [name, ...cells] of lines) {
    await stage.says(who, `interview ${name}`);
    all.push(...(await stage.taps(who, 'Start', role ? { 'Your role here': role } : {})));
    const said = labels.flatMap((label, at) => (cells[at] ? [[label, cells[at]] as const] : []));
    const answered = answer(stage, who, Object.fromEntries(said), leftBlank);
    all.push(
      ...(await answered.catch((error: Error) => {
        throw new Error(`${name}: ${error.message}`, { cause: error });
      })),
    );
  }
  return all;
}

type RowEdit = Readonly<Record<string, string | boolean>>;

async function sendBack(
  stage: Stage,
  who: string,
  edits: readonly RowEdit[],
  place: Place,
): Promise<Shown[]> {
  const book = await openWorkbook(stage.handedOut(place));
  for (const { sheet, row, below, ...cells } of edits) {
    const texts = Object.entries(cells).map(([column, text]) => [column, String(text)] as const);
    if (below) addRow(book, String(sheet), Object.fromEntries(texts));
    else for (const [column, text] of texts) edit(book, String(sheet), String(row), column, text);
  }
  return stage.takes(
    who,
    { do: 'hand-in', file: 'workbook.xlsx', handedIn: await handedIn(book) },
    { place },
  );
}

async function goOnTo(stage: Stage, who: string, label: string): Promise<Shown[]> {
  for (let pages = 0; ; pages += 1) {
    const page = await nextPage(stage, who, pages, [label]);
    if (labelsOf(page.card).includes(label)) return [page];
    await stage.taps(who, 'Next', nothingKnown(page));
  }
}

async function goBackTo(stage: Stage, who: string, label: string): Promise<Shown[]> {
  for (let pages = 0; ; pages += 1) {
    const page = await nextPage(stage, who, pages, [label]);
    if (labelsOf(page.card).includes(label)) return [page];
    await stage.taps(who, 'Back');
  }
}

async function toTheFindings(stage: Stage, who: string): Promise<Shown[]> {
  const all: Shown[] = [];
  for (let page = openPage(stage, who); page; page = openPage(stage, who))
    all.push(...(await stage.taps(who, 'Next', nothingKnown(page))));
  return all;
}

/** What becomes of the questions of a page that a journey does not speak of. */
type Rest = (page: Shown) => Filled;

const leftBlank: Rest = () => ({});

const nothingKnown: Rest = ({ card }) =>
  Object.fromEntries(blanksOn(card).map((label) => [label, 'I don’t know']));

/** The page that is open; where a sitting is over, the first page of the next one. */
async function nextPage(stage: Stage, who: string, pages: number, sought: readonly string[]): Promise<Shown> {
  if (!openPage(stage, who)) await stage.says(who, 'continue');
  const page = openPage(stage, who);
  if (!page || pages > 40) throw new Error(`nobody asks ${who} about ${sought.join(', ')}`);
  return page;
}

function openPage(stage: Stage, who: string): Shown | undefined {
  const [newest] = stage.onScreen(privately(who));
  return newest && buttonsOf(newest.card).includes('Next') ? newest : undefined;
}

const cardWith = (stage: Stage, who: string, words: string): object => found(stage, who, words).card;

function found(stage: Stage, who: string, words: string): Shown {
  const known = stage.everShown(privately(who)).find(({ text }) => text.includes(words));
  if (!known) throw new Error(`${who} was never shown “${words}”`);
  return known;
}

function asTyped(filled: Happening['with'] = {}): Filled {
  return Object.fromEntries(Object.entries(filled).map(([label, text]) => [label, String(text)]));
}
