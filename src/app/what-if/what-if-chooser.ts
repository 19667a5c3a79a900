/** What there is to try out on an integration: its questions, those of its applications and of the project, and what was kept. */
import { type Subject, subjectKey } from '../../core/interview/answer.ts';
import type { Standing } from '../../core/judgement/survey.ts';
import { fillNames } from '../../core/landscape/landscape.ts';
import type { House } from '../house.ts';
import type { PageReply } from '../interview/interview-reply.ts';
import { fillIn, nameOf, pageReply, type Shown } from '../interview/page.ts';
import { labelOf } from '../interview/questions-meant.ts';
import type { Scene } from '../interview/scene.ts';
import { assessScene } from '../register/findings.ts';
import { proposalsOf } from './proposals-on-file.ts';
import {
  choiceOf,
  guessesOf,
  guessNamed,
  isSameGuess,
  linesOf,
  onOf,
  presentTo,
  readGuesses,
  subjectOf,
} from './what-if-assumed.ts';
import type { Guess } from './what-if-command.ts';
import type { WhatIfReply } from './what-if-reply.ts';

/** As many as a card has room for. */
const mostListed = 80;
/** As many as somebody chooses from at a glance. */
const mostTelling = 6;

/** `only`: those that somebody asked for; else the few that matter most, in the words in which they are asked. */
export async function chooser(
  house: House,
  scene: Scene,
  assumed: readonly Guess[],
  only?: { readonly among: readonly Standing[] },
): Promise<WhatIfReply> {
  const { project } = scene.vantage;
  const { integration } = scene.who;
  const proposals = await proposalsOf(house, project.id, integration.id);
  const tried = readGuesses(house, scene, assumed);
  const among = only?.among ?? questionsIn(scene);
  const most = only ? mostListed : mostTelling;
  const listed = among.length > most ? thatMatter(house, scene, among, most) : among;
  const choices = listed.map(({ question, subject }) => ({
    value: choiceOf(question, subject),
    title: only ? labelOf(scene, { question, subject }) : fillNames(question.ask, scene.vantage, subject),
  }));
  return {
    kind: 'what-if',
    integration: nameOf(project, integration),
    assumed: guessesOf(tried),
    lines: linesOf(house, scene, tried),
    // Many are looked through by name; few stand as much as they matter.
    questions: only ? choices.sort((one, other) => one.title.localeCompare(other.title, 'en')) : choices,
    ...(only ? {} : { few: true }),
    more: among.length - listed.length,
    proposals: proposals.map(({ id, name, by }) => ({ id, name, by: by.name })),
  };
}

/** What may apply. */
export function questionsIn({ known }: Scene): readonly Standing[] {
  return known.standings.filter(({ applies }) => applies !== 'no');
}

/** Those that findings rest on or wait for, the worst first; then what anybody has said, then the main questions. */
function thatMatter(
  house: House,
  scene: Scene,
  among: readonly Standing[],
  most: number,
): readonly Standing[] {
  const behind = assessScene(house, scene).flatMap(({ because, waitingFor }) => [...because, ...waitingFor]);
  const key = (question: string, subject: Subject) => `${question} ${subjectKey(subject)}`;
  // The worst of what rests on it counts.
  const places = new Map(
    behind.map(({ question, subject }, at) => [key(question, subject), at] as const).reverse(),
  );
  const placeOf = ({ question, subject, answers }: Standing) =>
    places.get(key(question.key, subject)) ??
    behind.length + (answers.length > 0 ? 0 : question.core ? 1 : 2);
  return among.toSorted((one, other) => placeOf(one) - placeOf(other)).slice(0, most);
}

/** With what is said about them now, or assumed already. */
export function pageFor(
  house: House,
  scene: Scene,
  { subject, questions }: Pick<Shown, 'subject' | 'questions'>,
  assumed: readonly Guess[],
  wrong: ReadonlyMap<string, { readonly typed: string; readonly why?: string }> = new Map(),
): PageReply {
  const filled = questions.flatMap(({ key }) => {
    const before = assumed.find((each) => isSameGuess(each, { question: key, ...onOf(subject) }));
    const typed = before?.typed ?? fillIn(presentTo(house, scene, key, subject));
    return typed === undefined ? [] : [[key, { typed }] as const];
  });
  const reply = pageReply(house, scene.vantage, scene.who, {
    subject,
    questions,
    back: false,
    correction: false,
    problems: new Map<string, { typed: string; why?: string }>([...filled, ...wrong]),
  });
  return { ...reply, reasons: [], assumed };
}

/** The page of the question that a card names. */
export function pageNamed(
  house: House,
  scene: Scene,
  choice: string,
  assumed: readonly Guess[],
): PageReply | undefined {
  const named = guessNamed(choice);
  const question = house.content.question.get(named.question);
  const subject = subjectOf(house, scene, named);
  return question && subject && pageFor(house, scene, { subject, questions: [question] }, assumed);
}
