/** Answers arriving: from a page, set aside, typed, or as a correction. Written first, then what comes next is said. */
import { nextPage, takenPages } from '../core/interview/interview.ts';
import { readAnswer } from '../core/interview/read-answer.ts';
import type { Question } from '../core/interview/topic.ts';
import type { Finding } from '../core/judgement/finding.ts';
import type { Command, PageRef } from './command.ts';
import { readPerson } from './documents.ts';
import { assessScene } from './findings.ts';
import type { House, Turn } from './house.ts';
import { type Readings, readAside, readInputs } from './inputs.ts';
import { entriesFor, write } from './log.ts';
import { goneNotice, notice, say } from './notices.ts';
import { notedReply, type Problems, pageReply } from './page.ts';
import type { Outcome, Reply } from './reply.ts';
import { isPartOf, openScene, placeOf, type Scene } from './scene.ts';
import { whatNext } from './sitting.ts';

/** A second tap comes within seconds. Later than this it is somebody coming back to an old card. */
const doubleTapMs = 20_000;

/** *Next* on a page. */
export async function answerPage(
  house: House,
  turn: Turn,
  command: Extract<Command, { do: 'answer' }>,
): Promise<Outcome> {
  const opened = await openPage(house, turn, command.page);
  if (!opened) return say(goneNotice());
  const { scene, questions } = opened;
  const readings = readInputs(house, questions, command.inputs);
  return take(house, turn, scene, command.page, readings, { blanksArePassed: true });
}

/** *Not for me*: one question goes to somebody else or does not apply; the others are kept as they stand. */
export async function setAside(
  house: House,
  turn: Turn,
  command: Extract<Command, { do: 'set-aside' }>,
): Promise<Outcome> {
  const opened = await openPage(house, turn, command.page);
  if (!opened) return say(goneNotice());
  const { scene, questions } = opened;
  const { inputs, page } = command;
  const key = questions.length === 1 ? questions[0]?.key : inputs['aside-question'];
  const question = questions.find((candidate) => candidate.key === key);
  const read = question && readAside(house, inputs);
  const readings = readInputs(house, questions, inputs);
  if (!question || !read?.ok) {
    const why = read && !read.ok ? read.why : 'Choose which question it is about.';
    const about = question ?? questions[0];
    if (!about) return say(goneNotice());
    return {
      replace: again(
        house,
        scene,
        page,
        questions,
        new Map([[about.key, { typed: inputs[about.key] ?? '', why }]]),
      ),
      messages: [],
    };
  }
  readings.set(question.key, { typed: '', reading: read });
  const rest = questions.filter(({ key: other }) => !readings.has(other));
  return take(house, turn, scene, page, readings, { blanksArePassed: false, rest });
}

/** *Back*: what was filled in is kept, and the page before takes this one's place. */
export async function back(
  house: House,
  turn: Turn,
  command: Extract<Command, { do: 'back' }>,
): Promise<Outcome> {
  const opened = await openPage(house, turn, command.page);
  if (!opened) return say(goneNotice());
  const readings = readInputs(house, opened.questions, command.inputs);
  const entries = entriesFor(turn, opened.scene, command.page, readings, []);
  const { scene } = await write(house, turn, opened.scene, command.page, entries, turn.id);
  const pages = takenPages(scene.known, scene.who);
  const here = pages.findIndex(({ questions }) =>
    questions.some((key) => command.page.questions.includes(key)),
  );
  const before = here < 0 ? pages.at(-1) : pages[here - 1];
  if (!before) return { replace: again(house, scene, command.page, opened.questions), messages: [] };
  return {
    replace: pageReply(house, scene.vantage, scene.who, {
      subject: before.subject,
      questions: before.questions.flatMap((key) => house.content.question.get(key) ?? []),
      back: pages[0] !== before,
      correction: false,
    }),
    messages: [],
  };
}

/** Free text: the answer to the question that is open, if an interview is under way. */
export async function sayText(house: House, turn: Turn, text: string): Promise<Outcome> {
  if (turn.caller.conversation.kind !== 'personal') return say(notUnderstood(text));
  const person = await readPerson(house.store, turn.caller);
  const place = person?.sitting && !person.sitting.paused && (await placeOf(house, turn, person.sitting));
  if (!place || !person?.sitting) return say(notUnderstood(text, person?.sitting !== undefined));
  const scene = await openScene(house, turn, place, person.sitting.since);
  const next = nextPage(scene.known, scene.who);
  const question = next.kind === 'page' ? next.page.questions[0] : undefined;
  if (next.kind !== 'page' || !question) return say(notUnderstood(text, next.kind === 'rest'));
  const ref: PageRef = {
    project: place.project.id,
    integration: place.integration.id,
    subject: next.page.subject,
    questions: [question.key],
    turn: turn.id,
    correction: false,
  };
  const reading = readAnswer(question, text, house.readDate(house.now()));
  const readings = new Map([[question.key, { typed: text, reading }]]);
  const { replace, messages } = await take(house, turn, scene, ref, readings, { blanksArePassed: true });
  // There is no card to take the place of: what was noted is said, too.
  return { messages: [...(replace ? [replace] : []), ...messages] };
}

function notUnderstood(text: string, waiting = false): Reply {
  const shown = text.length > 80 ? `${text.slice(0, 79)}…` : text;
  const title = shown ? `I do not know what to do with “${shown}”` : 'I got no text';
  return notice(
    title,
    ['Say “help” to see what I can do.'],
    ...(waiting ? (['continue'] as const) : []),
    'list',
  );
}

/** A page that a card names: every part of it has to exist, to belong together, and to be the caller's. */
async function openPage(
  house: House,
  turn: Turn,
  page: PageRef,
): Promise<{ scene: Scene; questions: Question[] } | undefined> {
  const place = await placeOf(house, turn, page);
  if (!place) return undefined;
  const person = await readPerson(house.store, turn.caller);
  const sitting = person?.sitting;
  const here = sitting?.project === page.project && sitting.integration === page.integration;
  const scene = await openScene(house, turn, place, here ? sitting.since : turn.at);
  const questions = page.questions.flatMap((key) => house.content.question.get(key) ?? []);
  const belong = questions.length > 0 && questions.every(({ scope }) => scope === page.subject.scope);
  return belong && isPartOf(scene.vantage, page.subject) ? { scene, questions } : undefined;
}

interface Manner {
  /** *Next* over a blank question leaves it open for this sitting. */
  readonly blanksArePassed: boolean;
  /** Questions of the page that are put again at once. */
  readonly rest?: readonly Question[];
}

async function take(
  house: House,
  turn: Turn,
  scene: Scene,
  page: PageRef,
  readings: Readings,
  manner: Manner,
): Promise<Outcome> {
  const problems: Problems = new Map(
    [...readings].flatMap(([key, { typed, reading }]) =>
      reading.ok ? [] : [[key, { typed, why: reading.why }] as const],
    ),
  );
  const questions = page.questions.flatMap((key) => house.content.question.get(key) ?? []);
  const blanks = manner.blanksArePassed && problems.size === 0 ? questions : [];
  const earlier = takenBefore(scene, page);
  const entries = entriesFor(turn, scene, page, readings, blanks);
  const correction = page.correction || (earlier !== undefined && entries.length > 0);
  const before = correction ? assessScene(house, scene) : [];
  const turnId = correction || problems.size > 0 ? turn.id : page.turn;
  const { scene: after, repeated } = await write(house, turn, scene, page, entries, turnId);
  if (problems.size > 0) return { replace: again(house, after, page, questions, problems), messages: [] };
  const noted = notedReply(
    house,
    after.vantage,
    after.who,
    page,
    differenceOf(before, correction ? assessScene(house, after) : []),
  );
  if (manner.rest && manner.rest.length > 0) {
    return { replace: again(house, after, page, manner.rest), messages: [] };
  }
  if (page.correction) return { replace: noted, messages: [] };
  return {
    replace: noted,
    messages: repeated && wasAnswered(house, turn, earlier) ? [] : whatNext(house, after),
  };
}

/** Whoever tapped twice has the next page already; whoever comes back later, or after a restart, may not. */
function wasAnswered(house: House, turn: Turn, earlier: string | undefined): boolean {
  if (earlier === undefined) return true; // Two deliveries at once: the other one answers.
  return earlier >= house.startedAt && Date.parse(turn.at) - Date.parse(earlier) < doubleTapMs;
}

/** When this page was taken before, by whichever tap or delivery. */
function takenBefore({ vantage }: Scene, page: PageRef): string | undefined {
  const recent =
    page.subject.scope === 'integration' ? (vantage.integration?.recent ?? []) : vantage.project.recent;
  return recent.find(({ id }) => id === page.turn)?.at;
}

/** The page once more in the same place: with what was typed, or with what is left of it. */
function again(
  house: House,
  scene: Scene,
  page: PageRef,
  questions: readonly Question[],
  problems: Problems = new Map(),
): Reply {
  return pageReply(house, scene.vantage, scene.who, {
    subject: page.subject,
    questions,
    back: takenPages(scene.known, scene.who).length > 0,
    correction: page.correction,
    problems,
  });
}

function differenceOf(before: readonly Finding[], after: readonly Finding[]) {
  const risky = (findings: readonly Finding[]) =>
    findings.filter(({ kind }) => kind === 'risk' || kind === 'issue');
  const titles = (findings: readonly Finding[], others: readonly Finding[]) =>
    risky(findings)
      .filter(({ id }) => !risky(others).some((other) => other.id === id))
      .map(({ title }) => title);
  return { raised: titles(after, before), cleared: titles(before, after) };
}
