import type { Calculation } from '../calculation.ts';
import { against, plain, ratioText } from './working.ts';

/**
 * Can changes wait as long as people can bear an outage?
 *
 *     ratio = bearable outage [h] ÷ time that changes can wait [h]
 *
 * Above 1 an outage that people can bear is longer than the waiting room: the oldest changes are dropped.
 * Source: ISO 22301 for the longest bearable outage; the comparison and its bands are a Bridgekeeper convention.
 */
export const outageCover: Calculation = {
  id: 'outage-cover',
  title: 'Waiting room against the bearable outage',
  inputs: {
    bearable: { question: 'business-continuity.bearable-outage', unit: 'hours' },
    waiting: { question: 'business-continuity.waiting-hours', unit: 'hours' },
  },
  limits: [],
  formula: 'hours an outage can be borne ÷ hours that changes can wait',
  source: 'ISO 22301 (longest bearable outage); comparison and bands: Bridgekeeper convention',
  run(given) {
    const bearable = given.most('bearable');
    const waiting = given.least('waiting');
    const { band, ratio } = against(bearable, waiting);
    const sum = `${plain(bearable)} h bearable ÷ ${plain(waiting)} h of waiting room`;
    return {
      band,
      ...(ratio === undefined ? {} : { ratio }),
      working: () => [
        ratio === undefined ? `${sum}: nothing can wait at all` : `${sum} = ${ratioText(ratio)}`,
      ],
    };
  },
};
