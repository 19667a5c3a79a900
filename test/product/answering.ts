/** Many people answering the product over HTTP, as Teams would deliver it, and what is on file afterwards. */
import { loadContent } from '../../src/content/load-content.ts';
import { calculations } from '../../src/core/judgement/calculations/index.ts';
import type { Bundle } from '../../src/core/landscape/bundle.ts';
import { fewTopics } from '../browser/bot.ts';
import { activity, executed, personalChat } from '../connector/activities.ts';
import { type Answered, post } from '../connector/chat.ts';

const content = loadContent(new URL('../../dialogs', import.meta.url).pathname, calculations, fewTopics);

/** Questions that anybody can be asked about any integration, with their options. */
export const questions = content.topics
  .flatMap((topic) => topic.questions)
  .flatMap(({ key, scope, answer, when }) =>
    scope === 'integration' && answer.kind === 'choice' && !when
      ? [{ key, options: answer.options.map(({ id }) => id) }]
      : [],
  );

/** One tap on *Next*: who says what about which integration. */
export interface Tap {
  readonly person: number;
  readonly integration: string;
  readonly question: string;
  readonly option: string;
  /** Of the delivery; the same again is a repeat. */
  readonly id: string;
}

export function deliver(bot: string, serviceUrl: string, tap: Tap): Promise<Answered> {
  const { person, integration, question, option, id } = tap;
  const page = {
    project: 'florida-palm',
    integration,
    subject: { scope: 'integration', id: integration },
    questions: [question],
    turn: `page-${id}`,
    correction: false,
  };
  const who = { id: `29:${person}`, name: `Person ${person}`, aadObjectId: `object-${person}` };
  const where = personalChat(`a:${person}`);
  const tapped = executed({ command: { do: 'answer', page }, [question]: option }, 'card-1');
  return post(bot, activity(serviceUrl, where, who, { ...tapped, id }));
}

/** The response holds the page in its read-only form: the answer was acknowledged. */
export function isAcknowledged({ status, text }: Answered): boolean {
  return status === 200 && text.includes('Noted: ');
}

/** Every answer of people on file: who, about what, what; one entry for each entry of the log. */
export function answersIn(exported: string): string[] {
  const { integrations } = JSON.parse(exported) as Bundle;
  return integrations.flatMap(({ id, answers }) =>
    answers.flatMap(({ by, question, said }) => {
      if (by.kind !== 'person' || said.kind !== 'value' || said.value.type !== 'choice') return [];
      return [
        nameOf({
          person: Number(by.id.replace('object-', '')),
          integration: id,
          question,
          option: said.value.option,
        }),
      ];
    }),
  );
}

export function nameOf({ person, integration, question, option }: Omit<Tap, 'id'>): string {
  return `${person} on ${integration}: ${question} = ${option}`;
}

export const sample = new URL('../../samples/florida-palm/integrations.csv', import.meta.url).pathname;

/** The first integrations of the sample, by id. */
export function integrationsIn(exported: string, count: number): string[] {
  return (JSON.parse(exported) as Bundle).integrations.slice(0, count).map(({ id }) => id);
}
