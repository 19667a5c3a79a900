import type { Calculation } from '../calculation.ts';
import { scheduleSlack } from './schedule-slack.ts';
import { counted, limitsOf } from './working.ts';

/**
 * Is the environment there before the test that needs it?
 *
 *     slack = working days from the day it is ready to the start of the system integration test
 */
export const environmentSlack: Calculation = {
  id: 'environment-slack',
  title: 'Days between the environment and its test',
  inputs: { ready: { question: 'governance-environments.environment-ready' } },
  dates: ['sit-start'],
  limits: ['slack-critical', 'slack-high', 'slack-medium'],
  formula: 'working days from the day the environment is ready to the start of the system integration test',
  source: 'Arithmetic; bands: Bridgekeeper convention',
  run(given) {
    const needed = given.planDate('sit-start');
    const [critical, high, medium] = limitsOf(given, 'slack-critical', 'slack-high', 'slack-medium');
    const ready = given.latest('ready');
    const { days, band } = scheduleSlack(ready, needed, { critical, high, medium });
    return {
      band,
      working: () => [
        days < 0 || band === 'certain'
          ? `Ready on ${ready}, needed on ${needed}: ${counted(-days, 'working day', 'working days')} late`
          : `Ready on ${ready}, needed on ${needed}: ${counted(days, 'working day', 'working days')} to spare`,
      ],
    };
  },
};
