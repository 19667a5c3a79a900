import { expect, it } from 'vitest';
import { workOff } from './ten-thousand.ts';

it('ten thousand due items are worked off within the rates, each once, while memory stays flat', async () => {
  const load = { people: 500, lettersEach: 10, strangers: 1_000, channels: 15, postsEach: 100 };
  const { heap, seconds, ...counts } = await workOff({ ...load, mornings: 2_500 });
  expect(counts).toEqual({
    letters: 10_000,
    states: { sent: 10_000 },
    twice: 0,
    // A stranger's chat has to be opened first.
    tally: { requests: 11_000, refused: 0, impatient: 0, sent: 10_000 },
  });
  // At fifty a second it could not take less than 220.
  expect(seconds).toBeLessThan(600);
  const [early, late] = heap;
  expect([early?.sent, late?.sent]).toEqual([expect.closeTo(1_000, -3), 10_000]);
  // The documents of strangers and of messages of the day are in this memory, too.
  expect((late?.bytes ?? 0) / (early?.bytes ?? 1)).toBeLessThan(1.25);
}, 60_000);

it('where the platform counts more than was sent, a conversation that asks for patience is given it', async () => {
  const load = { people: 0, lettersEach: 0, strangers: 0, channels: 3, postsEach: 70, mornings: 0 };
  const { states, twice, tally } = await workOff(load, 2);
  expect(tally.refused).toBeGreaterThan(0);
  expect({ states, twice, impatient: tally.impatient }).toEqual({
    states: { sent: 210 },
    twice: 0,
    impatient: 0,
  });
});
