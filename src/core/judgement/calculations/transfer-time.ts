import type { Band, Calculation } from '../calculation.ts';
import { recordsADay } from './load.ts';
import { duration, lever, percent, plain } from './working.ts';

/** Seconds on the line, where only a part of it can be used. */
export function transferSeconds(records: number, recordKb: number, mbps: number, usable: number): number {
  return (records * recordKb * 8) / (mbps * 1000 * usable);
}

/**
 * How much of the window is spent on moving the bytes?
 *
 *     seconds = records × size × 8 ÷ (bandwidth × 70 % that can be used)
 *     share = seconds ÷ window
 *
 * From 30 % on there is a risk; above 1 the line alone misses the window.
 */
export const transferTime: Calculation = {
  id: 'transfer-time',
  title: 'Time on the line against the window',
  inputs: {
    ...recordsADay,
    size: { question: 'one-size-fits-all.record-size', unit: 'KB' },
    bandwidth: { question: 'connectivity.bandwidth', unit: 'Mbps' },
    window: { question: 'one-size-fits-all.window-hours', unit: 'hours' },
  },
  limits: ['line-usable', 'line-share'],
  formula: 'records × size ÷ usable bandwidth ÷ window',
  source: 'Arithmetic; usable part and bands: Bridgekeeper convention',
  run(given) {
    const [records, size] = [given.most('records'), given.most('size')];
    const bandwidth = given.least('bandwidth');
    const window = given.least('window') * 3600;
    const usable = given.limit('line-usable').value / 100;
    const most = given.limit('line-share').value / 100;
    if (bandwidth <= 0 || window <= 0)
      return { band: 'certain', working: () => ['There is no line, or no window'] };
    const bandFor = (share: number): Band => {
      if (share < most / 2) return 'fine';
      if (share <= most) return 'watch';
      return share <= 1 ? 'high' : 'certain';
    };
    const seconds = transferSeconds(records, size, bandwidth, usable);
    const share = seconds / window;
    return {
      band: bandFor(share),
      ratio: share,
      working: () => [
        `${plain(records)} records × ${plain(size)} KB × 8 ÷ (${plain(bandwidth)} Mbps × ${percent(usable)}) = ${duration(seconds)}`,
        `${duration(seconds)} ÷ ${duration(window)} = ${percent(share)}`,
      ],
      lever: () =>
        lever(
          share,
          [
            { now: bandwidth, words: (n) => `${plain(n)} Mbps`, ratioAt: (n) => (share * bandwidth) / n },
            {
              now: -size,
              most: -1,
              words: (n) => `${plain(-n)} KB a record`,
              ratioAt: (n) => (share * -n) / size,
            },
          ],
          (each) => bandFor(each) === 'fine',
          percent,
        ),
    };
  },
};
