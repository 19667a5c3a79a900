import type { Band, Calculation } from '../calculation.ts';

interface Doubt {
  readonly input: string;
  readonly points: number;
  readonly because: string;
  readonly options: readonly string[];
  /** One such answer is enough, not knowing counts as one too, or nothing else may have been answered. */
  readonly takes: 'one' | 'one or not knowing' | 'nothing else';
}

/** What makes an immediate answer costly or doubtful, worth 5 points together. */
export const doubts: readonly Doubt[] = [
  {
    input: 'delay',
    points: 2,
    because: 'asked for at once or within a minute',
    options: ['user-waits', 'one-minute'],
    takes: 'one',
  },
  {
    input: 'harm',
    points: 1,
    because: 'ten minutes late does little harm',
    options: ['worked-around', 'unnoticed'],
    takes: 'one',
  },
  {
    input: 'origin',
    points: 1,
    because: 'a liking, a habit or nothing known asks for it',
    options: ['users-prefer-it', 'old-system'],
    takes: 'one or not knowing',
  },
  {
    input: 'use',
    points: 1,
    because: 'nobody acts on the data',
    options: ['look-at-it', 'report', 'keep'],
    takes: 'nothing else',
  },
];

/**
 * Does anybody truly need it at once?
 *
 * Points, 0 to 5: 2 for a need of a minute or less, and 1 each where being late does little harm, where a liking, a habit
 * or nothing known asks for it, and where the data is only looked at, reported on or kept. From the limit on (3) the need
 * is doubted, one below it is watched, and with all 5 nothing is left that speaks for it.
 * Source: Bridgekeeper convention, on the guidance's example of needs wrongly held to be compulsory.
 */
export const unnecessaryRealTime: Calculation = {
  id: 'unnecessary-real-time',
  title: 'Doubt about the need for an immediate answer',
  inputs: {
    delay: { question: 'expectations.delay-need' },
    harm: { question: 'expectations.harm-if-late' },
    // That nobody can say where the need comes from is a reason to doubt it.
    origin: { question: 'expectations.need-origin', unsureCounts: true },
    use: { question: 'expectations.data-use' },
  },
  limits: ['doubt-about-real-time'],
  formula: 'points for an immediate need, little harm if late, liking or habit, and data nobody acts on',
  source: 'Bridgekeeper convention on "Ambiguous and unrealistic expectations"',
  run(given) {
    const doubtful = given.limit('doubt-about-real-time').value;
    const held = doubts.filter(({ input, options, takes }) => {
      if (takes === 'one or not knowing' && given.unsure(input)) return true;
      const said = given.options(input);
      const among = (option: string) => options.includes(option);
      return takes === 'nothing else' ? said.length > 0 && said.every(among) : said.some(among);
    });
    const sum = (list: readonly Doubt[]) => list.reduce((total, { points }) => total + points, 0);
    const [points, all] = [sum(held), sum(doubts)];
    return {
      band: bandOfPoints(points, all, doubtful),
      working: () => [
        ...held.map(({ points, because }) => `+${points} ${because}`),
        `${points} of ${all} points; doubtful from ${doubtful}`,
      ],
    };
  },
};

function bandOfPoints(points: number, all: number, doubtful: number): Band {
  if (points >= all) return 'certain';
  if (points >= doubtful) return 'high';
  return points === doubtful - 1 ? 'watch' : 'fine';
}
