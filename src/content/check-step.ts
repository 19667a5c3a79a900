/** Whether a step names what exists, and some risk leads to it. */
import type { Ground } from './check-condition.ts';
import { placeholderFaults } from './check-placeholders.ts';
import type { Fault, Path } from './complaint.ts';
import { absentId, absentIds, fullKey, isReadable, type Names, type Readable } from './names.ts';
import type { TopicFile } from './read-topic.ts';
import type { WrittenStep } from './topic-schema.ts';

export function stepFaults(step: Readable<WrittenStep>, topic: TopicFile, { pack, names }: Ground): Fault[] {
  const { at, key, written, spare } = step;
  const path = ['steps', at];
  const risks = topic.risks?.filter(isReadable) ?? [];
  const leading = risks.filter((risk) => risk.written.steps.some((name) => fullKey(topic.id, name) === key));
  // A risk that cannot be read may be the one that leads here.
  const isUnused = !spare && leading.length === 0 && risks.length === topic.risks?.length;
  const scopes = leading.map((risk) => risk.written.scope);
  return [
    ...absentId(written.owner, pack.roles, 'role', [...path, 'owner']),
    ...absentIds(written.with, pack.roles, 'role', [...path, 'with']),
    ...absentId(written.stage, pack.stages, 'stage', [...path, 'stage']),
    ...provesFaults(step.written, topic.id, path, names),
    ...(isUnused ? [{ path, message: `no risk leads to step "${written.id}"` }] : []),
    ...(scopes.length > 0
      ? placeholderFaults({ action: written.action, done: written.done }, path, scopes)
      : []),
  ];
}

export function provesFaults({ proves }: WrittenStep, topic: string, path: Path, names: Names): Fault[] {
  if (proves === undefined || names.question(fullKey(topic, proves))) return [];
  return [{ path: [...path, 'proves'], message: `there is no question "${proves}"` }];
}
