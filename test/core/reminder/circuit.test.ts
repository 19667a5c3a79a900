import { expect, it } from 'vitest';
import {
  afterAttempt,
  type Circuit,
  closedCircuit,
  isOpen,
  isProbing,
} from '../../../src/core/reminder/circuit.ts';

const failing = (times: number, now = 0): Circuit =>
  Array.from({ length: times }).reduce<Circuit>(
    (circuit) => afterAttempt(circuit, 'down', now),
    closedCircuit,
  );

it('a few failures change nothing', () => {
  expect(isOpen(failing(4), 0)).toBe(false);
  expect(isProbing(failing(4))).toBe(false);
});

it('after five in a row nothing is sent for a while, and then one at a time', () => {
  const circuit = failing(5);
  expect(isOpen(circuit, 29_999)).toBe(true);
  expect(isOpen(circuit, 30_000)).toBe(false);
  expect(isProbing(circuit)).toBe(true);
});

it('each further failure makes the while longer, up to ten minutes', () => {
  expect(isOpen(failing(6), 59_999)).toBe(true);
  expect(isOpen(failing(7), 119_999)).toBe(true);
  expect(isOpen(failing(50), 599_999)).toBe(true);
  expect(isOpen(failing(50), 600_000)).toBe(false);
});

it('one answer ends it', () => {
  expect(afterAttempt(failing(50), 'up', 0)).toEqual(closedCircuit);
});

it('a clock that was set back does not keep it open', () => {
  expect(isOpen(failing(5, 100_000_000), 1_000)).toBe(false);
});
