/** The questions that somebody means who says a few words of them. */
import type { Standing } from '../../core/judgement/survey.ts';
import { subjectName } from '../../core/landscape/landscape.ts';
import type { House } from '../house.ts';
import { fold } from '../project/integrations.ts';
import { topicTitle } from './page.ts';
import type { Scene } from './scene.ts';

/** "Accountable owner of CRM": there are two applications, and one project. */
export function labelOf(
  { vantage }: Pick<Scene, 'vantage'>,
  { question: { label }, subject }: Pick<Standing, 'question' | 'subject'>,
): string {
  switch (subject.scope) {
    case 'integration':
      return label;
    case 'application':
      return `${label} of ${subjectName(vantage, subject)}`;
    case 'project':
      return `${label} (whole project)`;
  }
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

/**
 * Those with most of the words in them; of these, those with more of them in their labels. `only`: where the words have to
 * stand in the label, all of them.
 */
export function questionsMeant(
  house: House,
  scene: Scene,
  among: readonly Standing[],
  typed: string,
  only?: 'labels',
): readonly Standing[] {
  const said = wordsOf(typed).filter((word) => !idle.has(word));
  const words = [...new Set(said.map((word) => sayings[word] ?? word))];
  const scored = among.map((standing) => {
    const texts = textsOf(house, scene, standing)
      .slice(0, only ? 1 : undefined)
      .map(wordsOf);
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
  const hits = only ? words.length : Math.max(...scored.map((each) => each.hits), 0);
  const best = scored.filter((each) => hits > 0 && each.hits === hits);
  const weight = Math.max(...best.map((each) => each.weight), 0);
  return best.filter((each) => each.weight === weight).map(({ standing }) => standing);
}

/** The label, and all that is said besides. */
function textsOf(house: House, scene: Scene, standing: Standing): string[] {
  const { ask, why, topic, answer } = standing.question;
  const options = 'options' in answer ? answer.options.map(({ text }) => text).join(' ') : '';
  return [labelOf(scene, standing), `${ask} ${why} ${options} ${topicTitle(house, topic)}`];
}

/** "owners" and "owner", "tested" and "test". */
function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length > 3 && long.startsWith(short);
}
