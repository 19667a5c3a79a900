/** Questions nobody needs, and risks that explain each other away. */
import { questionsOf } from '../core/judgement/calculation.ts';
import { parametersKnown } from '../core/judgement/choosers/parameters-known.ts';
import { conditionsIn } from './check-chooser.ts';
import type { Ground } from './check-condition.ts';
import type { Fault } from './complaint.ts';
import { leavesOf } from './leaves.ts';
import { fullKey, type Names, type Readable } from './names.ts';
import type { WrittenQuestion, WrittenRisk } from './topic-schema.ts';

/** A question costs people's time: something is decided by it, its answers are compared, or it weighs an impact. */
export function unusedFaults(
  { key, at, written, spare }: Readable<WrittenQuestion>,
  used: ReadonlySet<string>,
): Fault[] {
  if (spare || used.has(key) || countsByItself(written)) return [];
  return [{ path: ['questions', at], message: `no condition or calculation uses question "${written.id}"` }];
}

function countsByItself({ compare, answer }: WrittenQuestion): boolean {
  const weighs = 'options' in answer && answer.options.some((option) => option.impact !== undefined);
  return compare.length > 0 || weighs;
}

/** Every question that some condition looks at, itself or through a calculation; nothing where one is unknown. */
export function usedQuestions({ pack, calculations }: Ground): ReadonlySet<string> | undefined {
  const inTopics = pack.topics.flatMap(({ id, questions = [], risks = [] }) => {
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
  const inChoosers = pack.choosers.flatMap(({ written }) =>
    (written ? conditionsIn(written) : []).flatMap(({ leaves }) =>
      leaves.map(({ leaf }) => ({ leaf, topic: '' })),
    ),
  );
  const used = new Set<string>();
  for (const { leaf, topic } of [...inTopics, ...inChoosers]) {
    if ('question' in leaf) used.add(fullKey(topic, leaf.question));
    else {
      // A comparison with a chooser rests on what the chooser reads, which is counted with the choosers.
      if (pack.choosers.some(({ written }) => written?.fit === leaf.calculation)) continue;
      if (leaf.calculation === parametersKnown) continue;
      const calculation = calculations.get(leaf.calculation);
      if (!calculation) return undefined;
      for (const question of questionsOf(calculation)) used.add(question);
    }
  }
  return used;
}

/** Risks in a circle would all be covered, and nothing would be shown. Told once, at the first of them. */
export function circleFaults({ at, key }: Readable<WrittenRisk>, names: Names): Fault[] {
  const circle = circleFrom(key, names);
  return circle && key === [...circle].sort()[0]
    ? [{ path: ['risks', at, 'covers'], message: `goes round in a circle: ${[...circle, key].join(', ')}` }]
    : [];
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
