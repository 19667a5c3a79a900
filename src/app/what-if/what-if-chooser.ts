/** What there is to try out on an integration: its questions in pages, and the proposals that were kept. */
import type { Question } from '../../core/interview/topic.ts';
import type { House } from '../house.ts';
import type { PageReply } from '../interview/interview-reply.ts';
import { fillIn, nameOf, pageReply, topicTitle } from '../interview/page.ts';
import type { Scene } from '../interview/scene.ts';
import { proposalsOf } from './proposals-on-file.ts';
import { guessesOf, linesOf, presentTo, readGuesses } from './what-if-assumed.ts';
import type { Guess } from './what-if-command.ts';
import type { WhatIfReply } from './what-if-reply.ts';

const perPage = 4;

export async function chooser(house: House, scene: Scene, assumed: readonly Guess[]): Promise<WhatIfReply> {
  const { project } = scene.vantage;
  const { integration } = scene.who;
  const proposals = await proposalsOf(house, project.id, integration.id);
  const tried = readGuesses(house, scene, assumed);
  return {
    kind: 'what-if',
    integration: nameOf(project, integration),
    assumed: guessesOf(tried),
    lines: linesOf(house, scene, tried),
    pages: pagesOf(house, scene).map(({ value, title }) => ({ value, title })),
    proposals: proposals.map(({ id, name, by }) => ({ id, name, by: by.name })),
  };
}

/** What is asked about the integration itself, and may apply; a few questions of one topic together. */
export function pagesOf(house: House, scene: Scene) {
  const asked = scene.known.standings.filter(
    ({ subject, applies }) => subject.scope === 'integration' && applies !== 'no',
  );
  const topics = [...new Set(asked.map(({ question }) => question.topic))];
  return topics.flatMap((topic) => {
    const ofTopic = asked.map(({ question }) => question).filter((question) => question.topic === topic);
    const count = Math.ceil(ofTopic.length / perPage);
    return Array.from({ length: count }, (_, at) => {
      const questions = ofTopic.slice(at * perPage, (at + 1) * perPage);
      const labels = questions.map(({ label }) => label).join(', ');
      return { value: `${topic}#${at}`, title: `${topicTitle(house, topic)}: ${labels}`, questions };
    });
  });
}

export function pageFor(
  house: House,
  scene: Scene,
  questions: readonly Question[],
  assumed: readonly Guess[],
  wrong: ReadonlyMap<string, { readonly typed: string; readonly why?: string }> = new Map(),
): PageReply {
  const { integration } = scene.who;
  const filled = questions.flatMap(({ key }) => {
    const typed =
      assumed.find(({ question }) => question === key)?.typed ?? fillIn(presentTo(house, scene, key));
    return typed === undefined ? [] : [[key, { typed }] as const];
  });
  const reply = pageReply(house, scene.vantage, scene.who, {
    subject: { scope: 'integration', id: integration.id },
    questions,
    back: false,
    correction: false,
    problems: new Map<string, { typed: string; why?: string }>([...filled, ...wrong]),
  });
  return { ...reply, reasons: [], assumed };
}
