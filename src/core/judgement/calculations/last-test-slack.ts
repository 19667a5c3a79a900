import type { Calculation } from '../calculation.ts';
import { workingDaysBetween } from './schedule-slack.ts';
import { counted } from './working.ts';

/**
 * Is there time to mend what the last performance test finds?
 *
 *     slack = working days from the last performance test to go-live
 */
export const lastTestSlack: Calculation = {
  id: 'last-test-slack',
  title: 'Days between the last performance test and go-live',
  only: [
    {
      question: 'governance-performance-testing.test-scope',
      oneOf: ['with-integrations', 'screens-only'],
    },
  ],
  inputs: {},
  dates: ['performance-test', 'go-live'],
  limits: ['last-test-days'],
  formula: 'working days from the last performance test to go-live',
  source: 'Arithmetic; bands: Bridgekeeper convention',
  run(given) {
    const [test, live] = [given.planDate('performance-test'), given.planDate('go-live')];
    const days = workingDaysBetween(test, live);
    const working = () => [
      test > live
        ? `Last performance test on ${test}, go-live on ${live}: tested after it is in operation`
        : `Last performance test on ${test}, go-live on ${live}: ${counted(days, 'working day', 'working days')} to mend`,
    ];
    if (test > live) return { band: 'certain', working };
    return { band: days < given.limit('last-test-days').value ? 'high' : 'fine', working };
  },
};
