/** How much of what the design of an integration rests on is known. */
import type { Content, QuestionKey } from '../../interview/topic.ts';
import type { Project } from '../../landscape/landscape.ts';
import type { Band, Outcome } from '../calculation.ts';
import { percent } from '../calculations/working.ts';
import type { Fact, Facts, Reason } from '../condition.ts';
import { said, setAside } from '../fact.ts';

/** The fourteen things an approach is to be chosen by. */
export const parameters: readonly { readonly name: string; readonly question: QuestionKey }[] = [
  { name: 'timing', question: 'expectations.delay-need' },
  { name: 'trigger', question: 'one-size-fits-all.frequency' },
  { name: 'style', question: 'owner-alignment.purpose' },
  { name: 'direction', question: 'one-size-fits-all.direction' },
  { name: 'one by one or together', question: 'one-size-fits-all.call-shape' },
  { name: 'time between runs', question: 'one-size-fits-all.interval' },
  { name: 'reliability', question: 'one-size-fits-all.harm' },
  { name: 'volume', question: 'one-size-fits-all.records-per-day' },
  { name: 'peak', question: 'one-size-fits-all.busiest-hour' },
  { name: 'size of a record', question: 'one-size-fits-all.record-size' },
  { name: 'window', question: 'one-size-fits-all.window-start' },
  { name: 'errors', question: 'one-size-fits-all.on-failure' },
  { name: 'protection', question: 'sensitive-data.data-class' },
  { name: 'limits', question: 'storage-and-limits.service' },
];

export const parametersKnown = 'parameters-known';

/** What does not apply need not be known; what hangs on an open question is not counted yet. */
export function knownParameters(facts: Facts): {
  readonly known: number;
  readonly of: number;
  readonly missing: readonly { readonly name: string; readonly fact: Fact }[];
  readonly because: readonly Reason[];
} {
  const applying = parameters.flatMap(({ name, question }) =>
    facts.of(question).flatMap((fact) => (setAside(fact) || fact.behind ? [] : [{ name, fact }])),
  );
  const missing = applying.filter(({ fact }) => said(fact).valued.length === 0);
  return {
    known: applying.length - missing.length,
    of: applying.length,
    missing,
    because: applying.flatMap(({ fact }) => said(fact).valued),
  };
}

/**
 * While the first stage lasts people are still being asked; from the next one on the approach has been chosen, and too
 * little of what it rests on may be known.
 */
export function parametersOutcome(content: Content, project: Project, facts: Facts): Outcome {
  const { known, of, missing, because } = knownParameters(facts);
  const [few, enough] = ['parameters-few', 'parameters-enough'].map(
    (id) => content.limits.find((limit) => limit.id === id)?.value,
  );
  if (of === 0 || few === undefined || enough === undefined) return { kind: 'does-not-apply' };
  if (project.stage === content.stages[0]?.id) return { kind: 'does-not-apply' };
  const share = (known / of) * 100;
  const band: Band = share < few ? 'certain' : share < enough ? 'high' : 'fine';
  return {
    kind: 'result',
    band,
    working: [
      `${known} of ${of} things the approach rests on are known: ${percent(known / of)}`,
      ...(missing.length > 0 ? [`Not known: ${missing.map(({ name }) => name).join(', ')}`] : []),
    ],
    because,
  };
}
