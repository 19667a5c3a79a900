import { describe, expect, test } from 'vitest';
import { batchWindow } from '../../../../src/core/judgement/calculations/batch-window.ts';
import { concurrency } from '../../../../src/core/judgement/calculations/concurrency.ts';
import { executionTime } from '../../../../src/core/judgement/calculations/execution-time.ts';
import { requestCount } from '../../../../src/core/judgement/calculations/request-count.ts';
import { chance } from '../../builders.ts';
import { resultOf } from '../calculations/given.ts';
import {
  dataverse,
  type Refusal,
  simulateArrivals,
  simulateWorkers,
  unprotected,
} from './throttled-service.ts';

const draw = (seed: number) => {
  const { below, oneOf } = chance(seed);
  return { below, oneOf, share: () => below(1_000_000) / 1_000_000 };
};
const ratioOf = (...args: Parameters<typeof resultOf>) => resultOf(...args).ratio ?? Number.NaN;
const within = (one: number, other: number) => Math.abs(one - other) / other;

/** A client that works for hours: one call after the other or several at a time, single records or batches. */
function someClient(seed: number) {
  const { below, oneOf, share } = draw(seed);
  const call = {
    roundTripMs: 5 + below(300),
    serverMs: 5 + below(oneOf([60, 150, 400])),
    operations: oneOf([1, 1, 1, 2, 5, 10, 25, 100]),
  };
  return { workers: oneOf([1, 1, 2, 4, 8, 10, 20, 40, 60, 120]), accounts: 1 + below(3), call, share };
}

describe('the time of a run', () => {
  const seeds = Array.from({ length: 200 }, (_, seed) => seed + 1);
  const seconds = 2 * 3600;
  const runs = seeds.map((seed) => {
    const { share, ...client } = someClient(seed);
    const observed = simulateWorkers(client, { seconds }, dataverse, share);
    // What got through in two hours should take two hours, says the calculation.
    const ratio = ratioOf(batchWindow, {
      records: observed.calls * client.call.operations,
      calls: 1,
      batch: client.call.operations,
      latency: client.call.roundTripMs,
      server: client.call.serverMs,
      parallel: client.workers,
      identities: client.accounts,
      window: 2,
      service: ['dataverse'],
    });
    return { seed, client, observed, ratio };
  });

  test('is that of the simulation within 5% for 200 random clients', () => {
    const off = runs.filter(({ ratio }) => within(ratio, 1) > 0.05);
    expect(off.map(({ seed, ratio, client }) => ({ seed, ratio, client }))).toEqual([]);
  });

  test('is put to the proof by every way of being slowed down, and by none', () => {
    const refusedFor = (refusal: Refusal) =>
      runs.filter(({ observed }) => observed.refused[refusal] > 0).length;
    expect(refusedFor('requests')).toBeGreaterThan(20);
    expect(refusedFor('work')).toBeGreaterThan(20);
    expect(refusedFor('atOnce')).toBeGreaterThan(10);
    const free = runs.filter(({ observed }) => Object.values(observed.refused).every((times) => times === 0));
    expect(free.length).toBeGreaterThan(20);
  });

  test.each([
    ['tens, eight at a time, one account', 1, 10, 8],
    ['tens, eight at a time, two accounts', 2, 10, 8],
    ['one by one', 1, 1, 1],
  ])('a hundred thousand records of two calls, in %s', (_, accounts, operations, workers) => {
    const call = { roundTripMs: 80, serverMs: 100, operations };
    const observed = simulateWorkers(
      { workers, accounts, call },
      { calls: 200_000 / operations },
      dataverse,
      draw(1).share,
    );
    const said = {
      records: 100_000,
      calls: 2,
      batch: operations,
      latency: 80,
      server: 100,
      window: 1,
      service: ['dataverse'],
    };
    const ratio = ratioOf(batchWindow, { ...said, parallel: workers, identities: accounts });
    expect(within(ratio * 3600, observed.seconds)).toBeLessThan(0.05);
  });

  test('of short runs is never put lower than the simulation by more than 5%: the first five minutes are a gift', () => {
    for (const seed of seeds.slice(0, 60)) {
      const { share, ...client } = someClient(seed);
      const calls = 200 + draw(seed).below(20_000);
      const { seconds: taken } = simulateWorkers(client, { calls }, dataverse, share);
      const { roundTripMs: latency, serverMs: server, operations: batch } = client.call;
      const said = {
        records: calls * batch,
        calls: 1,
        batch,
        latency,
        server,
        window: 1,
        service: ['dataverse'],
      };
      const predicted =
        3600 * ratioOf(batchWindow, { ...said, parallel: client.workers, identities: client.accounts });
      expect(predicted).toBeGreaterThan(taken * 0.95 - 5);
      expect(predicted).toBeLessThan(taken * 1.05 + dataverse.windowSeconds);
    }
  });
});

/** Records that come by themselves, in the busiest hour. */
function someLoad(seed: number) {
  const { below, oneOf, share } = draw(seed);
  const operations = oneOf([1, 1, 2, 5, 10, 50]);
  const callsARecord = oneOf([1, 1, 2, 3]);
  const accounts = 1 + below(3);
  const callsASecond = accounts * (1 + below(30));
  const call = { roundTripMs: 5 + below(400), serverMs: (10 + below(500)) / operations, operations };
  return { callsASecond, accounts, callsARecord, call, share };
}

describe('a peak', () => {
  const peaks = Array.from({ length: 200 }, (_, seed) => {
    const { share, callsARecord, ...load } = someLoad(seed + 1000);
    const { roundTripMs, serverMs, operations } = load.call;
    const said = {
      hour: (load.callsASecond * 3600 * operations) / callsARecord,
      records: 'gone',
      calls: callsARecord,
      batch: operations,
      server: serverMs,
      latency: roundTripMs,
      parallel: 1,
      identities: load.accounts,
    } as const;
    return {
      seed,
      said,
      accounts: load.accounts,
      free: simulateArrivals(load, 900, unprotected, share),
      held: simulateArrivals(load, 900, dataverse, share),
    };
  });

  test('makes as many requests in five minutes as the calculation says', () => {
    for (const { said, accounts, free } of peaks) {
      const load = ratioOf(requestCount, said) * 6000 * accounts;
      expect(within(load / accounts, free.mostRequests)).toBeLessThan(0.05);
    }
  });

  test('makes as much work in five minutes as the calculation says', () => {
    for (const { said, accounts, free } of peaks) {
      const load = ratioOf(executionTime, said) * 1200 * accounts;
      expect(within(load / accounts, free.mostWork)).toBeLessThan(0.05);
    }
  });

  test('has as many calls under way as the calculation says', () => {
    for (const { said, accounts, free } of peaks) {
      const load = ratioOf(concurrency, said) * 52 * accounts;
      // Fewer than one cannot be allowed to a sender.
      if (free.underWay > 1) expect(within(load, free.underWay)).toBeLessThan(0.05);
      else expect(load).toBe(1);
    }
  });

  test('is refused where the calculation says so, and nowhere else', () => {
    const surprises = peaks.filter(({ said, held }) => {
      const refused = held.refused.requests + held.refused.work > 0;
      const ratio = Math.max(ratioOf(requestCount, said), ratioOf(executionTime, said));
      return refused ? ratio < 0.95 : ratio > 1.05;
    });
    expect(surprises.map(({ seed }) => seed)).toEqual([]);
    const refused = peaks.filter(({ held }) => held.refused.requests + held.refused.work > 0);
    expect(refused.length).toBeGreaterThan(40);
    expect(refused.length).toBeLessThan(160);
  });
});

describe('at the limit itself', () => {
  const call = { roundTripMs: 50, serverMs: 1, operations: 1 };

  test.each([
    [5_999, 0],
    [6_000, 0],
    [6_001, 1],
  ])('of %d requests in five minutes %d are refused, and the band says the same', (count, refused) => {
    const observed = simulateArrivals(
      { callsASecond: count / 299, accounts: 1, call },
      299,
      dataverse,
      () => 0,
    );
    expect(observed.refused.requests).toBe(refused);
    const { band } = resultOf(requestCount, { hour: count * 12, records: 'gone', calls: 1, identities: 1 });
    expect(band === 'certain').toBe(refused > 0);
  });

  test.each([
    [51, false],
    [52, false],
    [53, true],
  ])('with %d calls at a time some are refused: %s, and the band says the same', (workers, isRefused) => {
    const slow = { roundTripMs: 100, serverMs: 2000, operations: 1 };
    const observed = simulateWorkers(
      { workers, accounts: 1, call: slow },
      { calls: workers },
      dataverse,
      () => 0.5,
    );
    expect(observed.refused.atOnce > 0).toBe(isRefused);
    const said = {
      hour: 12,
      records: 'gone',
      calls: 1,
      latency: 100,
      server: 2000,
      parallel: workers,
    } as const;
    expect(resultOf(concurrency, said).band === 'certain').toBe(isRefused);
  });

  test.each([
    [1_199, 0],
    [1_200, 0],
    [1_201, 1],
  ])('of %d seconds of work in five minutes, %d is refused, and the band says the same', (count, refused) => {
    const long = { roundTripMs: 0, serverMs: 1000, operations: 1 };
    const observed = simulateArrivals(
      { callsASecond: count / 299, accounts: 1, call: long },
      299,
      dataverse,
      () => 0.5,
    );
    expect(observed.refused.work).toBe(refused);
    const said = { hour: count * 12, records: 'gone', calls: 1, server: 1000, identities: 1 } as const;
    expect(resultOf(executionTime, said).band === 'certain').toBe(refused > 0);
  });
});
