/** What people settled where they had answered differently: then that is what counts, until somebody says otherwise. */
import type { Answer } from '../interview/answer.ts';
import type { AnswerShape, QuestionKey } from '../interview/topic.ts';
import type { Deed, Did } from '../register/deed.ts';
import { differ } from './disagreement.ts';
import { fits } from './fits.ts';

export interface Settlement {
  readonly did: Extract<Did, { kind: 'settled' }>;
  /** It as an answer of the one who decided. */
  readonly answer: Answer;
}

/** By what it is about (`subjectKey`) and question; the newest of each. */
export type Settlements = ReadonlyMap<string, ReadonlyMap<QuestionKey, Settlement>>;

const none: Settlements = new Map();
const kept = new WeakMap<readonly Deed[], Settlements>();

export function settlementsIn(deeds: readonly Deed[] | undefined): Settlements {
  if (!deeds || deeds.length === 0) return none;
  let settlements = kept.get(deeds);
  if (!settlements) {
    settlements = collect(deeds);
    kept.set(deeds, settlements);
  }
  return settlements;
}

/** Two of one key settle the same. */
export function settlementsKey(deeds: readonly Deed[] | undefined): string {
  const settled = [...settlementsIn(deeds).values()].flatMap((each) => [...each.values()]);
  return settled.map(({ answer: { at, turn } }) => `${at} ${turn}`).join('\n');
}

/** Undefined once somebody has given another answer since. `answers`: the newest of each person. */
export function holding(
  settlement: Settlement | undefined,
  shape: AnswerShape,
  answers: readonly Answer[],
): Settlement | undefined {
  if (!settlement) return undefined;
  const { said, at } = settlement.answer;
  if (said.kind !== 'value' || !fits(shape, said)) return undefined;
  const { value } = said;
  const isReopened = answers.some(
    (answer) =>
      answer.at > at && answer.said.kind === 'value' && differ(shape, [value, answer.said.value]) !== 'none',
  );
  return isReopened ? undefined : settlement;
}

function collect(deeds: readonly Deed[]): Settlements {
  const found = new Map<string, Map<QuestionKey, Settlement>>();
  for (const { at, turn, did } of deeds) {
    if (did.kind !== 'settled') continue;
    const { question, about, said, decided } = did;
    const by = { kind: 'person', id: decided.id ?? `name:${decided.name}`, name: decided.name } as const;
    const ofSubject = found.get(about) ?? new Map<QuestionKey, Settlement>();
    ofSubject.set(question, { did, answer: { question, by, at, turn, said } });
    found.set(about, ofSubject);
  }
  return found.size > 0 ? found : none;
}
