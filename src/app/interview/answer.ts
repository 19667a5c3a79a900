/** Answers arriving: from a page, set aside, typed, or as a correction. Written first, then what comes next is said. */
import { type Answer, subjectKey } from '../../core/interview/answer.ts';
import { progressAt, takenPages } from '../../core/interview/interview.ts';
import { isOpen } from '../../core/interview/interviewee.ts';
import type { Question } from '../../core/interview/topic.ts';
import type { Finding } from '../../core/judgement/finding.ts';
import { answersAbout } from '../../core/landscape/landscape.ts';
import type { Command } from '../command.ts';
import { readPerson } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { type Readings, readAside, readInputs, typedIn } from '../inputs.ts';
import { goneNotice, notice, say } from '../notices.ts';
import { type Referred, refer } from '../people/refer.ts';
import { assessScene } from '../register/findings.ts';
import { tellDifferences } from '../register/tell-differences.ts';
import { tellLapses } from '../register/tell-lapses.ts';
import type { Outcome, Reply } from '../reply.ts';
import type { PageRef } from './interview-command.ts';
import type { NotedReply, PageReply } from './interview-reply.ts';
import { agedIn, allSaid, entriesFor, isHeard, isSuggested, takenAt, write } from './log.ts';
import { notedReply, type Problems, pageReply } from './page.ts';
import { isPartOf, openScene, placeOf, type Scene, sceneOf } from './scene.ts';
import { sit, whatNext } from './sitting.ts';

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
  return take(house, turn, scene, command.page, readings, questions);
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
  const readings = withoutSuggestions(opened, readInputs(house, questions, inputs));
  if (!question || !read?.ok) {
    const aside = {
      question: question?.key ?? '',
      how: inputs['aside-how'] ?? '',
      note: inputs['aside-note'] ?? '',
      problem: read && !read.ok ? read.why : 'Choose which question it is about.',
    };
    const asTyped = questions.map((each) => [each.key, { typed: typedIn(inputs, each) }] as const);
    return { replace: again(house, scene, page, questions, new Map(asTyped), aside), messages: [] };
  }
  readings.set(question.key, { typed: '', reading: read });
  return take(house, turn, scene, page, readings, []);
}

/** *Back*: what was filled in is kept, and the page before takes this one's place. */
export async function back(
  house: House,
  turn: Turn,
  command: Extract<Command, { do: 'back' }>,
): Promise<Outcome> {
  const opened = await openPage(house, turn, command.page);
  if (!opened) return say(goneNotice());
  const readings = withoutSuggestions(opened, readInputs(house, opened.questions, command.inputs));
  const { scene } = await write(house, turn, opened.scene, command.page, allSaid(readings, []), 'in passing');
  await tellLapses(house, turn, command.page, opened.scene, scene);
  await tellDifferences(house, turn, command.page, opened.scene, scene);
  const { notices } = await referIn(house, turn, command.page, scene);
  const problems = problemsIn(readings);
  // Going back would lose what could not be read.
  if (problems.size > 0)
    return { replace: again(house, scene, command.page, opened.questions, problems), messages: notices };
  const pages = takenPages(scene.known, scene.who);
  const here = pages.findIndex(
    ({ subject, questions }) =>
      subjectKey(subject) === subjectKey(command.page.subject) &&
      questions.some((key) => command.page.questions.includes(key)),
  );
  const before = here < 0 ? pages.at(-1) : pages[here - 1];
  if (!before) return { replace: again(house, scene, command.page, opened.questions), messages: notices };
  const progress = progressOf(scene, before);
  return {
    replace: pageReply(house, scene.vantage, scene.who, {
      subject: before.subject,
      questions: before.questions.flatMap((key) => house.content.question.get(key) ?? []),
      ...(progress ? { progress } : {}),
      back: pages[0] !== before,
      correction: false,
    }),
    messages: notices,
  };
}

interface OpenPage {
  readonly scene: Scene;
  readonly page: PageRef;
  readonly questions: readonly Question[];
}

/** A page that a card names: every part of it has to exist, to belong together, and to be the caller's. */
async function openPage(house: House, turn: Turn, page: PageRef): Promise<OpenPage | undefined> {
  const place = await placeOf(house, turn, page);
  if (!place) return undefined;
  const person = await readPerson(house.store, turn.caller);
  const sitting = person?.sitting;
  const here = sitting?.project === page.project && sitting.integration === page.integration;
  const begun = here ? sitting : { since: turn.at };
  const scene = await openScene(house, turn, place, begun);
  const questions = page.questions.flatMap((key) => house.content.question.get(key) ?? []);
  const belong = questions.length > 0 && questions.every(({ scope }) => scope === page.subject.scope);
  if (!belong || !isPartOf(scene.vantage, page.subject)) return undefined;
  // The interview is where the person is: what is typed next belongs to what this page leads on to.
  if (!page.correction && (!here || sitting.paused))
    await sit(house, turn, {
      ...begun,
      project: page.project,
      integration: page.integration,
      paused: false,
    });
  return { scene, page, questions };
}

/** What the person said: what a file suggests is confirmed with *Next*, and with nothing else. */
function withoutSuggestions({ scene, page }: OpenPage, readings: Readings): Readings {
  return new Map([...readings].filter(([key, { reading }]) => !isSuggested(scene, page, key, reading)));
}

/** `passed`: the questions that *Next* went over; those left blank stay open, for this sitting. */
export async function take(
  house: House,
  turn: Turn,
  scene: Scene,
  page: PageRef,
  readings: Readings,
  passed: readonly Question[],
): Promise<Outcome> {
  const problems = problemsIn(readings);
  const questions = page.questions.flatMap((key) => house.content.question.get(key) ?? []);
  const said = allSaid(readings, problems.size > 0 ? [] : passed);
  const onFile = answersAbout(scene.vantage, page.subject);
  const isOld = agedIn(house, scene, page.subject);
  const isNew = entriesFor(turn, scene.who, page, said, onFile, isOld).length > 0;
  const correction = page.correction || (isNew && takenAt(scene, page.turn) !== undefined);
  const taking = problems.size > 0 ? 'in passing' : correction ? 'correction' : 'page';
  const { scene: after, repeated } = await write(house, turn, scene, page, said, taking);
  const earlier = page.correction ? without(house, after, page) : scene;
  const lapsed = await tellLapses(house, turn, page, earlier, after);
  await tellDifferences(house, turn, page, earlier, after);
  const { asked, notices } = await referIn(house, turn, page, after);
  if (problems.size > 0)
    return { replace: again(house, after, page, questions, problems), messages: notices };
  const shown = passed.length > 0 ? page.questions : page.questions.filter((key) => readings.has(key));
  const changed = { ...(correction ? differenceOf(house, earlier, after) : noChange), lapsed };
  const noted = saying(
    asked,
    notedReply(house, after.vantage, after.who, { ...page, questions: shown }, earlier.vantage, changed),
  );
  if (page.correction) return { replace: noted, messages: [...notices, ...opensMore(earlier, after)] };
  const before = repeated ? takenAt(after, turn.id, page.turn) : undefined;
  return {
    replace: noted,
    messages:
      before && isHeard(house, turn, before) ? [] : [...notices, ...(await whatNext(house, turn, after))],
  };
}

async function referIn(house: House, turn: Turn, page: PageRef, { vantage }: Scene): Promise<Referred> {
  const { integration: via, subject } = page;
  const place = { project: vantage.project, via, subject, answers: answersAbout(vantage, subject) };
  return refer(house, turn, page, place);
}

/** Which of it is on its way to somebody else. */
const saying = (asked: Referred['asked'], noted: NotedReply): NotedReply => ({
  ...noted,
  lines: noted.lines.map((line) =>
    asked.has(line.question) ? { ...line, words: `${line.words} (I ask them now)` } : line,
  ),
});

const noChange = { raised: [], cleared: [] };

function problemsIn(readings: Readings): Problems {
  return new Map(
    [...readings].flatMap(([key, { typed, reading }]) =>
      reading.ok ? [] : [[key, { typed, why: reading.why }] as const],
    ),
  );
}

/** A correction may open questions that nobody had to be asked before. */
function opensMore(before: Scene, after: Scene): Reply[] {
  const open = ({ known, who }: Scene) => known.standings.filter((standing) => isOpen(standing, who)).length;
  const more = open(after) - open(before);
  if (more <= 0) return [];
  return [
    notice(more === 1 ? 'This opens one more question' : `This opens ${more} more questions`, [], 'continue'),
  ];
}

/** The page once more in the same place: with what was typed, or with what is left of it. */
function again(
  house: House,
  scene: Scene,
  page: PageRef,
  questions: readonly Question[],
  problems: Problems = new Map(),
  aside?: PageReply['aside'],
): Reply {
  const progress = page.correction ? undefined : progressOf(scene, page);
  return pageReply(house, scene.vantage, scene.who, {
    subject: page.subject,
    questions,
    ...(progress ? { progress } : {}),
    back: takenPages(scene.known, scene.who).length > 0,
    correction: page.correction,
    problems,
    ...(aside ? { aside } : {}),
  });
}

function progressOf({ known, who }: Scene, { subject, questions }: Pick<PageRef, 'subject' | 'questions'>) {
  return progressAt(known, who, subject, questions);
}

/** What stood on file before this card was used, however often it was tapped since. */
function without(house: House, { vantage, who }: Scene, { turn }: PageRef): Scene {
  const { project, integration = who.integration } = vantage;
  const before = <T extends { readonly answers: readonly Answer[] }>(of: T): T => ({
    ...of,
    answers: of.answers.filter((answer) => answer.turn !== turn),
  });
  const applications = project.applications.map(before);
  return sceneOf(
    house,
    { project: { ...before(project), applications }, integration: before(integration) },
    who,
  );
}

/** Risks that are there now and were not, and the other way round. */
function differenceOf(house: House, before: Scene, after: Scene) {
  const [earlier = [], now = []] = [before, after].map((scene) =>
    assessScene(house, scene).filter(({ kind }) => kind === 'risk' || kind === 'issue'),
  );
  const titles = (findings: readonly Finding[], others: readonly Finding[]) =>
    findings.filter(({ id }) => !others.some((other) => other.id === id)).map(({ title }) => title);
  return { raised: titles(now, earlier), cleared: titles(earlier, now) };
}
