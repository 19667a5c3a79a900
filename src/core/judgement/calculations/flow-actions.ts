import { type Band, bandOf, type Calculation } from '../calculation.ts';
import { counted, lever, plain, ratioText } from './working.ts';

/** The licences that a flow can run under: what Microsoft states, and what is enforced for now. */
export const flowLicences = ['process', 'user', 'included'] as const;

/**
 * Does the flow do more in a day than its licence allows?
 *
 *     actions = runs a day × actions a run, loops and repeats included
 *     ratio = actions ÷ actions a day that the licence allows
 *
 * More than the stated limit is likely to hurt; more than the higher one that is enforced during the transition is certain
 * to. Any flow is also held to 100,000 actions in five minutes, taken as three times the average of a business day.
 */
export const flowActions: Calculation = {
  id: 'flow-actions',
  title: 'Actions of the flow a day',
  only: [{ question: 'storage-and-limits.service', oneOf: ['power-automate'] }],
  inputs: {
    runs: { question: 'storage-and-limits.runs-per-day', unit: 'count' },
    actions: { question: 'storage-and-limits.actions-per-run', unit: 'count' },
    licence: { question: 'storage-and-limits.flow-licence' },
  },
  limits: [
    ...flowLicences.flatMap((licence) => [`flow-actions-${licence}`, `flow-actions-${licence}-enforced`]),
    'flow-burst',
    'peak-factor',
    'business-hours',
  ],
  formula: 'runs a day × actions a run ÷ actions a day that the licence of the flow allows',
  source: 'Requests limits and allocations; Limits of automated flows, Microsoft Learn',
  run(given) {
    const runs = given.most('runs');
    const actions = given.most('actions');
    const said = given.options('licence');
    // Where people differ, the smallest licence counts.
    const licence = flowLicences.findLast((each) => said.includes(each));
    if (!licence) return undefined;
    const stated = given.limit(`flow-actions-${licence}`).value;
    const enforced = given.limit(`flow-actions-${licence}-enforced`).value;
    const burst = given.limit('flow-burst').value;
    const factor = given.limit('peak-factor').value;
    const hours = given.limit('business-hours').value;
    const load = runs * actions;
    const five = (load / hours / 12) * factor;
    const [daily, peak] = [load / stated, five / burst];
    const ratio = Math.max(daily, peak);
    return {
      band: bandFor(ratio, load > enforced || five > burst),
      ratio,
      working: () => [
        `${counted(runs, 'run', 'runs')} × ${counted(actions, 'step', 'steps')} = ${plain(load)} a day`,
        `${plain(load)} ÷ ${plain(stated)} = ${ratioText(daily)}`,
        ...(peak >= Math.min(0.5, daily)
          ? [
              `${plain(load)} ÷ ${plain(hours)} h ÷ 12 × ${plain(factor)} = ${plain(five)} in five minutes ÷ ${plain(burst)} = ${ratioText(peak)}`,
            ]
          : []),
        ...(daily > 1 && load <= enforced ? [`Up to ${plain(enforced)} a day is let pass for now`] : []),
      ],
      lever: () =>
        lever(ratio, [
          {
            now: -actions,
            most: -1,
            words: (n) => `${counted(-n, 'step', 'steps')} a run`,
            ratioAt: (n) => (ratio * -n) / actions,
          },
          {
            now: -runs,
            most: -1,
            words: (n) => `${counted(-n, 'run', 'runs')} a day`,
            ratioAt: (n) => (ratio * -n) / runs,
          },
        ]),
    };
  },
};

function bandFor(ratio: number, isEnforced: boolean): Band {
  const band = bandOf(ratio);
  if (isEnforced) return 'certain';
  return band === 'certain' ? 'high' : band;
}
