/** What was said about one question at one subject, sorted by what it counts for. */
import type { Value } from '../interview/answer.ts';
import type { Fact, Reason, Verdict } from './condition.ts';
import { those } from './those.ts';

export interface Spoken {
  readonly all: readonly Reason[];
  /** Without those who say that it does not apply. */
  readonly seen: readonly Reason[];
  readonly valued: readonly Reason[];
}

const nothing: readonly never[] = [];

/** Sorted once and kept with the fact: many rules look at the same one. */
export function said(fact: Fact & { spoken?: Spoken | undefined }): Spoken {
  fact.spoken ??= sort(fact);
  return fact.spoken;
}

const silent: Spoken = { all: nothing, seen: nothing, valued: nothing };

function sort(fact: Fact): Spoken {
  if (fact.answers.length === 0) return silent;
  const all = fact.answers.map((answer) => ({ fact, answer }));
  const seen = those(all, ({ answer }) => answer.said.kind !== 'not-applicable');
  return { all, seen, valued: those(seen, ({ answer }) => answer.said.kind === 'value') };
}

/** The verdict while nobody has given an answer. */
export function openAt(fact: Fact): Verdict {
  return { truth: 'unknown', because: said(fact).seen, waitingFor: [fact], waitingForDates: nothing };
}

/** Everybody who answered says that it does not apply. */
export function setAside({ answers }: Fact): boolean {
  for (const { said: what } of answers) if (what.kind !== 'not-applicable') return false;
  return answers.length > 0;
}

/** What has to be answered first, all the way down. */
export function roots(fact: Fact): readonly Fact[] {
  return fact.behind ?? [fact];
}

export function givenValue({ answer }: Reason): Value {
  if (answer.said.kind !== 'value') throw new Error('only answers with a value are compared');
  return answer.said.value;
}
