/** Whether a risk names what exists, and whether its parts agree with each other. */
import { type Ground, isKnownCalculation, leafFaults, type Stand } from './check-condition.ts';
import { placeholderFaults } from './check-placeholders.ts';
import type { Fault, Path } from './complaint.ts';
import { leavesOf } from './leaves.ts';
import { absentId, fullKey, type Names, type Readable } from './names.ts';
import type { WrittenRisk, WrittenWorse } from './topic-schema.ts';

export function riskFaults({ at, topic, written }: Readable<WrittenRisk>, ground: Ground): Fault[] {
  const path = ['risks', at];
  const stand: Stand = { kind: 'risk', topic, scope: written.scope, isEarlier: () => true };
  const leaves = leavesOf(written.when, [...path, 'when']);
  const { title, cause, event, effect, clears, reasoning, sound = '' } = written;
  return [
    ...leaves.flatMap((leaf) => leafFaults(leaf, stand, ground)),
    ...rightFaults(written, path, stand, ground),
    ...probabilityFaults(written, ground, path),
    ...written.worse.flatMap((worse, place) =>
      worseFaults(worse, written, [...path, 'worse', place], stand, ground),
    ),
    ...absentId(written.due, ground.pack.stages, 'stage', [...path, 'due']),
    ...stepFaults(written, topic, ground.names, [...path, 'steps']),
    ...coverFaults(written, topic, ground.names, [...path, 'covers']),
    ...placeholderFaults({ title, cause, event, effect, clears, sound }, path, [written.scope]),
    ...placeholderFaults({ reasoning }, path, []),
  ];
}

/** A probability nothing was judged by would be shown without its working. */
function probabilityFaults({ probability, when }: WrittenRisk, ground: Ground, path: Path): Fault[] {
  if (typeof probability === 'number') return [];
  const { calculation } = probability;
  const at = [...path, 'probability', 'calculation'];
  if (!isKnownCalculation(calculation, ground))
    return [{ path: at, message: `there is no calculation "${calculation}"` }];
  const judged = leavesOf(when, []).some(
    ({ leaf }) => 'calculation' in leaf && leaf.calculation === calculation,
  );
  return judged ? [] : [{ path: at, message: `"when" has to look at calculation ${calculation} as well` }];
}

/** What is right has to be put into words. The other way round it is a sentence nobody ever sees, and harms nobody. */
function rightFaults({ right, sound }: WrittenRisk, path: Path, stand: Stand, ground: Ground): Fault[] {
  return [
    ...leavesOf(right, [...path, 'right']).flatMap((leaf) => leafFaults(leaf, stand, ground)),
    ...(right && !sound
      ? [{ path: [...path, 'right'], message: 'needs "sound", what may then be said' }]
      : []),
  ];
}

function worseFaults(
  worse: WrittenWorse,
  risk: WrittenRisk,
  path: Path,
  stand: Stand,
  ground: Ground,
): Fault[] {
  const { probability = 0, impact = 0, when, because } = worse;
  const isWorse =
    typeof risk.probability !== 'number' || probability > risk.probability || impact > risk.impact;
  return [
    ...leavesOf(when, [...path, 'when']).flatMap((leaf) => leafFaults(leaf, stand, ground)),
    ...(isWorse ? [] : [{ path, message: 'is no worse than the risk itself' }]),
    ...placeholderFaults({ because }, path, []),
  ];
}

function stepFaults({ steps }: WrittenRisk, topic: string, names: Names, path: Path): Fault[] {
  return steps.flatMap((name, place) => {
    const key = fullKey(topic, name);
    const isOwn = key.startsWith(`${topic}.`);
    if (isOwn && names.step(key)) return [];
    return [{ path: [...path, place], message: `there is no step "${name}" in this topic` }];
  });
}

function coverFaults(risk: WrittenRisk, topic: string, names: Names, path: Path): Fault[] {
  return risk.covers.flatMap((name, place) => {
    const found = names.risk(fullKey(topic, name));
    const fault = (message: string): Fault[] => [{ path: [...path, place], message }];
    if (!found) return fault(`there is no risk "${name}"`);
    if (found === 'unreadable' || found.written.scope === risk.scope) return [];
    return fault(`"${name}" is about another scope, ${found.written.scope}`);
  });
}
