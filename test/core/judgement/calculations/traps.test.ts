/** Where the obvious reading of the documents is out of date or wrong (0.2 of the fact sheet). */
import { describe, expect, test } from 'vitest';
import { batchWindow } from '../../../../src/core/judgement/calculations/batch-window.ts';
import { businessCentralRate } from '../../../../src/core/judgement/calculations/business-central-rate.ts';
import { chainAvailability } from '../../../../src/core/judgement/calculations/chain-availability.ts';
import { dailyEntitlement } from '../../../../src/core/judgement/calculations/daily-entitlement.ts';
import { executionTime } from '../../../../src/core/judgement/calculations/execution-time.ts';
import { financeOperationsRoute } from '../../../../src/core/judgement/calculations/finance-operations-route.ts';
import { flowActions } from '../../../../src/core/judgement/calculations/flow-actions.ts';
import { calculations } from '../../../../src/core/judgement/calculations/index.ts';
import { requestCount } from '../../../../src/core/judgement/calculations/request-count.ts';
import { storageDeficitToday } from '../../../../src/core/judgement/calculations/storage-deficit.ts';
import { unnecessaryRealTime } from '../../../../src/core/judgement/calculations/unnecessary-real-time.ts';
import { content, outcomeOf, resultOf, sums } from './given.ts';

const busy = { hour: 12_000, records: 'gone', calls: 3, identities: 1 } as const;

test('1: Discover counts as the beginning of the first of four stages', () => {
  expect(content.stages.map(({ id }) => id)).toEqual(['initiate', 'implement', 'prepare', 'operate']);
  expect(content.stages[0]?.also).toContain('discover');
});

describe('2: batching is not free', () => {
  test('ten records a call make a tenth of the requests and just as much work', () => {
    const [single, ten] = [1, 10].map((batch) => resultOf(requestCount, { ...busy, batch }));
    expect(ten?.ratio).toBeCloseTo((single?.ratio ?? 0) / 10, 12);
    expect(executionTime.inputs).not.toHaveProperty('batch');
    expect(executionTime.run.toString()).not.toMatch(/batch/);
  });

  test('below 200 ms the number of requests binds, above it the work does', () => {
    const first = (server: number) =>
      (resultOf(requestCount, { ...busy, batch: 1 }).ratio ?? 0) -
      (resultOf(executionTime, { ...busy, server }).ratio ?? 0);
    expect(first(199)).toBeGreaterThan(0);
    expect(first(200)).toBeCloseTo(0, 12);
    expect(first(201)).toBeLessThan(0);
  });

  test('with ten records a call the work binds from 20 ms on', () => {
    const first = (server: number) =>
      (resultOf(requestCount, { ...busy, batch: 10 }).ratio ?? 0) -
      (resultOf(executionTime, { ...busy, server }).ratio ?? 0);
    expect(first(19)).toBeGreaterThan(0);
    expect(first(20)).toBeCloseTo(0, 12);
    expect(first(21)).toBeLessThan(0);
  });

  test('a run that is slowed down for its work gets no shorter by larger batches, and none is proposed', () => {
    const run = {
      records: 100_000,
      calls: 1,
      latency: 80,
      server: 400,
      window: 2,
      service: ['dataverse'],
      parallel: 20,
    };
    const [ten, hundred] = [10, 100].map((batch) => resultOf(batchWindow, { ...run, batch }));
    expect(hundred?.ratio).toBe(ten?.ratio);
    expect(ten?.working.at(-1)).not.toMatch(/records a call/);
  });

  test('a batch of Dataverse may hold a thousand operations, and no more are proposed', () => {
    const flood = { hour: 50_000_000, records: 'gone', calls: 1, batch: 1, identities: 1 } as const;
    expect(resultOf(requestCount, flood).working.at(-1)).not.toMatch(/records a call/);
  });
});

test('3: batching saves nothing of the requests a day', () => {
  expect(dailyEntitlement.inputs).not.toHaveProperty('batch');
  expect(resultOf(dailyEntitlement, { records: 40_000, operations: 4, users: 60 }).ratio).toBe(0.2);
});

test('3: reads and writes that nobody has counted are one more than the calls', () => {
  const result = resultOf(dailyEntitlement, { records: 40_000, calls: 3, users: 60 });
  expect(result).toMatchObject({ ratio: 0.2, estimate: true });
  expect(result.working).toContain('Reads and writes: 4 (estimate: one more than calls)');
});

test('4: for finance and operations no throttle is worked out, for there is no fixed number any more', () => {
  for (const calculation of calculations) {
    const about = calculation.only?.find(({ question }) => question === 'storage-and-limits.service');
    if (about) expect(about.oneOf).not.toContain('finance-operations');
  }
  const texts = content.limits.map(({ scope, source }) => `${scope} ${source}`);
  expect(texts.filter((text) => /finance and operations.*(protection|throttl)/i.test(text))).toEqual([]);
  const result = resultOf(financeOperationsRoute, { hour: 20_000, records: 'gone' });
  expect(result.ratio).toBeUndefined();
  expect(result.working.at(-1)).toBe('Fine in bulk, or where a trial at this load shows it');
});

test('5: Business Central counts for each account, and takes 100 operations in a batch', () => {
  const two = resultOf(businessCentralRate, { ...busy, identities: 2 });
  expect(two.ratio).toBe((resultOf(businessCentralRate, busy).ratio ?? 0) / 2);
  expect(sums(resultOf(businessCentralRate, { ...busy, batch: 1000 }))).toContain(
    'A batch may hold 100 operations, not 1,000',
  );
});

test('6: a full Dataverse blocks environments; finance and operations has no such limit at run time', () => {
  expect(resultOf(storageDeficitToday, { 'database-entitled': 100, 'database-used': 101 }).band).toBe(
    'certain',
  );
  const effect = content.risk.get('storage-and-limits.storage-short')?.effect;
  expect(effect).toMatch(/blocked/);
  expect(content.question.get('storage-and-limits.database-entitled')?.when).toEqual({
    question: 'platform-direction.products',
    includes: ['dataverse', 'power-platform'],
  });
});

test('7: what may be stored is asked, not worked out from licences', () => {
  const read = calculations
    .filter(({ id }) => id.startsWith('storage'))
    .flatMap(({ inputs }) => Object.values(inputs).map(({ question }) => question));
  expect(read).not.toContain('storage-and-limits.base-users');
});

test('8: no step sends anybody to the retired export service', () => {
  const actions = [...content.step.values()].map(({ action }) => action).join('\n');
  expect(actions).not.toMatch(/Data Export Service|Export to Data Lake|BYOD/i);
});

test('9: nobody is asked for "real time", a word for three things', () => {
  for (const { ask } of content.question.values()) expect(ask).not.toMatch(/real.?time/i);
  expect(Object.values(unnecessaryRealTime.inputs).map(({ question }) => question)).toContain(
    'expectations.delay-need',
  );
  // Only where somebody waits do uptimes multiply.
  const queued = outcomeOf(chainAvailability, {
    uptime: { each: [99.9, 99.5] },
    bearable: 4,
    'one-size-fits-all.waits': ['nothing-waits'],
  });
  expect(queued.kind).toBe('does-not-apply');
});

test('10: flows are held to the stated limit, and what is let pass for now makes it less than certain', () => {
  const result = resultOf(flowActions, { runs: 2_000, actions: 50, licence: ['user'] });
  expect(result).toMatchObject({ band: 'high', ratio: 2.5 });
  expect(sums(result)).toEqual([
    '2,000 runs × 50 steps = 100,000 a day',
    '100,000 ÷ 40,000 = 2.5',
    'Up to 200,000 a day is let pass for now',
  ]);
  expect(result.working.at(-1)).toBe('Fine with 9 steps a run (0.45), or 399 runs a day (just under 0.50)');
});

test('10: where people name different licences, the smallest counts', () => {
  expect(resultOf(flowActions, { runs: 1, actions: 10_001, licence: ['process', 'included'] }).band).toBe(
    'certain',
  );
});
