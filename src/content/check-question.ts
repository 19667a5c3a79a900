/** Whether a question names what exists and what is asked before it. */
import { type Ground, leafFaults, type Stand } from './check-condition.ts';
import { placeholderFaults } from './check-placeholders.ts';
import { wordFaults } from './check-words.ts';
import type { Fault } from './complaint.ts';
import { leavesOf } from './leaves.ts';
import { absentIds, type Readable } from './names.ts';
import type { WrittenQuestion } from './topic-schema.ts';

export function questionFaults(question: Readable<WrittenQuestion>, ground: Ground): Fault[] {
  const { at, topic, written } = question;
  const path = ['questions', at];
  const { roles } = ground.pack;
  const stand: Stand = {
    kind: 'question',
    topic,
    scope: written.scope,
    isEarlier: (other) =>
      other.topic === topic ? other.place < question.place : !(other.order > question.order),
  };
  return [
    ...absentIds(written.roles, roles, 'role', [...path, 'roles']),
    ...absentIds(written.compare, roles, 'role', [...path, 'compare']),
    ...absentIds(written.vantages ?? [], roles, 'role', [...path, 'vantages']),
    ...leavesOf(written.when, [...path, 'when']).flatMap((leaf) => leafFaults(leaf, stand, ground)),
    ...placeholderFaults({ ask: written.ask, why: written.why }, path, [written.scope]),
    ...placeholderFaults({ label: written.label }, path, []),
    ...wordFaults(question, path),
  ];
}
