/** Questions nobody needs, and risks that explain each other away. */
import type { Ground } from './check-condition.ts';
import type { Fault } from './complaint.ts';
import { leavesOf } from './leaves.ts';
import { fullKey, isReadable, type Names } from './names.ts';
import type { TopicFile } from './read-topic.ts';
import type { WrittenQuestion } from './topic-schema.ts';

/** A question costs people's time: something is decided by it, its answers are compared, or it weighs an impact. */
export function unusedQuestions(topic: TopicFile, used: ReadonlySet<string>): Fault[] {
  const unused = (topic.questions ?? [])
    .filter(isReadable)
    .filter(({ key, written }) => !used.has(key) && !countsByItself(written));
  return unused.map(({ at, written }) => ({
    path: ['questions', at],
    message: `no condition or calculation uses question "${written.id}"`,
  }));
}

function countsByItself({ compare, answer }: WrittenQuestion): boolean {
  const weighs = 'options' in answer && answer.options.some((option) => option.impact !== undefined);
  return compare.length > 0 || weighs;
}

/** Every question that some condition looks at, itself or through a calculation; nothing where one is unknown. */
export function usedQuestions({ pack, calculations }: Ground): ReadonlySet<string> | undefined {
  const leaves = pack.topics.flatMap(({ id, questions = [], risks = [] }) => {
    const conditions = [
      ...questions.map(({ written }) => written?.when),
      ...risks.flatMap(({ written }) => [
        written?.when,
        ...(written?.worse ?? []).map((worse) => worse.when),
      ]),
    ];
    return conditions
      .flatMap((condition) => leavesOf(condition, []))
      .map(({ leaf }) => ({ leaf, topic: id }));
  });
  const used = new Set<string>();
  for (const { leaf, topic } of leaves) {
    if ('question' in leaf) used.add(fullKey(topic, leaf.question));
    else {
      const calculation = calculations.get(leaf.calculation);
      if (!calculation) return undefined;
      for (const input of Object.values(calculation.inputs)) used.add(input.question);
    }
  }
  return used;
}

/** Risks in a circle would all be covered, and nothing would be shown. Told once, at the first of them. */
export function coverCircles(topic: TopicFile, names: Names): Fault[] {
  return (topic.risks ?? []).filter(isReadable).flatMap(({ at, key }) => {
    const circle = circleFrom(key, names);
    return circle && key === [...circle].sort()[0]
      ? [{ path: ['risks', at, 'covers'], message: `goes round in a circle: ${[...circle, key].join(', ')}` }]
      : [];
  });
}

/** The shortest way back to where it started. */
function circleFrom(start: string, names: Names): string[] | undefined {
  const ways: string[][] = [[start]];
  const seen = new Set<string>();
  for (const way of ways) {
    const found = names.risk(way.at(-1) ?? start);
    if (!found || found === 'unreadable') continue;
    for (const name of found.written.covers) {
      const next = fullKey(found.topic, name);
      if (next === start) return way;
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  }
  return undefined;
}
