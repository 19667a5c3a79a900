import type { Band, Calculation } from '../calculation.ts';
import { atLeastOne, callInputs, roundTrip, serverTime } from './load.ts';
import { lever, percent, plain } from './working.ts';

/** The part of a call that is spent on the way, 0 to 1. */
export function shareOnTheWay(roundTripMs: number, serverMs: number, recordsACall: number): number {
  const whole = roundTripMs + serverMs * recordsACall;
  return whole > 0 ? roundTripMs / whole : 0;
}

/**
 * How much of a run is spent on the way there and back?
 *
 *     share = round trip ÷ (round trip + server time × records a call)
 *
 * From 30 % on the place to send from is in question, above 50 % so are calls with one record each.
 */
export const latencyShare: Calculation = {
  id: 'latency-share',
  title: 'Part of the run that is spent on the way',
  inputs: { ...roundTrip, ...serverTime, batch: callInputs.batch },
  limits: ['way-notable', 'way-most'],
  formula: 'round trip ÷ (round trip + server time × records a call)',
  source: 'Arithmetic; bands: Bridgekeeper convention',
  run(given) {
    const latency = given.most('latency');
    const server = given.least('server');
    const batch = atLeastOne(given.least('batch'));
    const notable = given.limit('way-notable').value / 100;
    const most = given.limit('way-most').value / 100;
    const bandFor = (share: number): Band => {
      if (share < notable / 2) return 'fine';
      if (share <= notable) return 'watch';
      return share <= most ? 'high' : 'certain';
    };
    const share = shareOnTheWay(latency, server, batch);
    return {
      band: bandFor(share),
      ratio: share,
      working: () => [
        `${plain(latency)} ÷ (${plain(latency)} + ${plain(server * batch)}) ms = ${percent(share)} on the way`,
      ],
      lever: () =>
        lever(
          share,
          [
            {
              now: batch,
              words: (n) => `${plain(n)} records a call`,
              ratioAt: (n) => shareOnTheWay(latency, server, n),
            },
            {
              now: -latency,
              most: -1,
              words: (n) => `${plain(-n)} ms there and back`,
              ratioAt: (n) => shareOnTheWay(-n, server, batch),
            },
          ],
          (each) => bandFor(each) === 'fine',
          percent,
        ),
    };
  },
};
