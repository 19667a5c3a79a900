/** What is typed after `what if`: an integration, and what would be different about it, in any words of a question. */
import type { Standing } from '../../core/judgement/survey.ts';
import type { Integration, Project } from '../../core/landscape/landscape.ts';
import { listIntegrations } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { topicTitle } from '../interview/page.ts';
import type { Scene } from '../interview/scene.ts';
import { notice } from '../notices.ts';
import { findIntegration, fold, shorten } from '../project/integrations.ts';
import type { Reply } from '../reply.ts';
import { labelOf } from './what-if-assumed.ts';
import { questionsIn } from './what-if-chooser.ts';

const mostButtons = 5;

/** `words`: of a question; empty where only the integration was named. */
interface About {
  readonly integration: Integration;
  readonly words: string;
}

export async function whatIsMeant(
  house: House,
  turn: Turn,
  project: Project,
  typed: string,
): Promise<About | { readonly notice: Reply }> {
  const open = (integration: string) =>
    ({ do: 'what-if-of', project: project.id, integration, assumed: [] }) as const;
  const found = await findIntegration(house, project, typed, open, turn);
  if ('integration' in found) return { ...found, words: '' };
  if (found.matches > 0 || !typed) return found;
  const all = await listIntegrations(house.store, project.id);
  const application = project.applications.find(
    ({ name, id }) => fold(name) === fold(typed) || id === fold(typed),
  );
  if (application) return { notice: endsOf(project, application, all) };
  const named = nameWithin(typed, all);
  if (named) return named;
  const current = await findIntegration(house, project, '', open, turn);
  if ('integration' in current) return { ...current, words: typed };
  return { notice: whichOne(typed, all) };
}

/** The longest name of an integration, or unmistakable part of one, that the words begin or end with. */
export function nameWithin(typed: string, all: readonly Integration[]): About | undefined {
  const words = typed.trim().split(/\s+/);
  for (let length = words.length - 1; length > 0; length -= 1) {
    for (const [name, rest] of [
      [words.slice(0, length), words.slice(length)],
      [words.slice(-length), words.slice(0, -length)],
    ] as const) {
      const [first, other] = calledSo(all, name.join(' '));
      if (first && !other)
        return { integration: first, words: rest.join(' ').replace(/\s+(?:of|for|about|on|in)$/i, '') };
    }
  }
  return undefined;
}

/** In whole words: "to" is in many a name. */
function calledSo(all: readonly Integration[], name: string): readonly Integration[] {
  const plain = fold(name);
  const exact = all.filter((each) => fold(each.name) === plain || each.id === plain);
  if (exact.length > 0) return exact;
  const inWords = (text: string) =>
    ` ${fold(text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
  return plain.length > 2 ? all.filter((each) => inWords(each.name).includes(inWords(name))) : [];
}

function endsOf(
  project: Project,
  { id, name }: { readonly id: string; readonly name: string },
  all: readonly Integration[],
): Reply {
  const joined = all.filter(({ source, target }) => [source, target].some((end) => end.application === id));
  return {
    ...notice(`What if, about ${shorten(name)}: seen from which integration?`, [
      joined.length > mostButtons
        ? `${joined.length} begin or end there; these are the first. Say the name of another.`
        : 'What is about the application is the same for all of them.',
    ]),
    buttons: joined.slice(0, mostButtons).map((integration) => ({
      title: integration.name,
      command: { do: 'what-if-of', project: project.id, integration: integration.id, assumed: [] },
    })),
  };
}

function whichOne(words: string, all: readonly Integration[]): Reply {
  const [first] = all;
  return {
    ...notice(
      'What if, about which integration?',
      [`Say its name, too: what if ${shorten(first?.name ?? 'orders')} ${shorten(words)}`],
      'list',
    ),
    ...(all.length <= mostButtons
      ? {
          buttons: all.map(({ name }) => ({
            title: name,
            command: { do: 'what-if', name: `${name} ${words}` },
          })),
        }
      : {}),
  };
}

/** They say nothing about a question. */
const idle = new Set(
  'a an the of if is are was were be been it its we i you they there in on at for to about with by and or not no had has have would could more less than'.split(
    ' ',
  ),
);

/** What people say for a question whose words do not say it. */
const sayings: Readonly<Record<string, string>> = {
  volume: 'records',
  volumes: 'records',
  frequency: 'often',
  criticality: 'critical',
  encryption: 'protected',
};

const wordsOf = (text: string) =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Those with most of the words in them; of these, those with more of them in their labels. */
export function questionsMeant(house: House, scene: Scene, typed: string): readonly Standing[] {
  const said = wordsOf(typed).filter((word) => !idle.has(word));
  const words = [...new Set(said.map((word) => sayings[word] ?? word))];
  const scored = questionsIn(scene).map((standing) => {
    const { question, subject } = standing;
    const { answer } = question;
    const options = 'options' in answer ? answer.options.map(({ text }) => text).join(' ') : '';
    const texts = [
      labelOf(scene, question, subject),
      `${question.ask} ${question.why} ${options} ${topicTitle(house, question.topic)}`,
    ].map(wordsOf);
    const weights = words.map((word) => {
      const at = texts.findIndex((text) => text.some((each) => isSameWord(each, word)));
      return at < 0 ? 0 : texts.length - at;
    });
    return {
      standing,
      hits: weights.filter((weight) => weight > 0).length,
      weight: weights.reduce((sum, weight) => sum + weight, 0),
    };
  });
  const hits = Math.max(...scored.map((each) => each.hits), 0);
  const best = scored.filter((each) => hits > 0 && each.hits === hits);
  const weight = Math.max(...best.map((each) => each.weight), 0);
  return best.filter((each) => each.weight === weight).map(({ standing }) => standing);
}

/** "owners" and "owner", "tested" and "test". */
function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length > 3 && long.startsWith(short);
}
