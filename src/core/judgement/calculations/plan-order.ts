import type { DateId } from '../../interview/topic.ts';
import type { Calculation, Given } from '../calculation.ts';

/** In the order a sound plan keeps, as people call them. */
const order: readonly (readonly [DateId, string])[] = [
  ['plan-baseline', 'the plan is fixed'],
  ['design-freeze', 'the design is frozen'],
  ['build-start', 'building starts'],
  ['sit-start', 'the system integration test starts'],
  ['performance-test', 'the last performance test runs'],
  ['uat-start', 'user acceptance starts'],
  ['cutover', 'the cutover is made'],
  ['go-live', 'it goes live'],
];

/** Nearly every rule about time compares with one of these. */
const needed: readonly DateId[] = ['build-start', 'sit-start', 'uat-start', 'go-live'];

/**
 * Do the dates of the plan follow each other?
 *
 *     each date that is there is no earlier than the one before it
 */
export const planOrder: Calculation = {
  id: 'plan-order',
  title: 'Order of the dates in the plan',
  only: [{ question: 'governance-model.plan-lines', oneOf: ['each', 'some', 'one-for-all'] }],
  inputs: {},
  datesIfThere: order.map(([id]) => id),
  limits: [],
  formula: 'each date of the plan is no earlier than the one that has to come before it',
  source: 'Arithmetic; order: Bridgekeeper convention',
  run(given) {
    const wrong = inversions(given);
    if (wrong.length > 0) return { band: 'certain', working: () => wrong };
    const missing = needed.filter((id) => given.planDateIfThere(id) === undefined);
    if (missing.length > 0) return { needs: [], dates: missing };
    return { band: 'fine', working: () => ['Each date of the plan comes after the one before it'] };
  },
};

function inversions(given: Given): readonly string[] {
  const dated = order.flatMap(([id, words]) => {
    const date = given.planDateIfThere(id);
    return date === undefined ? [] : [{ date, words }];
  });
  return dated.flatMap((later, at) => {
    const before = dated[at - 1];
    return before && later.date < before.date
      ? [`On ${later.date} ${later.words}, and ${before.words} only on ${before.date}`]
      : [];
  });
}
