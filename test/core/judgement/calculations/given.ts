/** Answers handed to a calculation: `[low, high]` or one number, options, or nothing known. */
import { join } from 'node:path';
import { loadContent } from '../../../../src/content/load-content.ts';
import type { Given } from '../../../../src/core/judgement/calculation.ts';
import { calculations } from '../../../../src/core/judgement/calculations/index.ts';

/** The limits that ship, so that a changed limit is seen here. */
export const content = loadContent(join(import.meta.dirname, '../../../../dialogs'), calculations);

type Said = number | readonly [number, number] | readonly string[];

export function given(answers: Readonly<Record<string, Said>>): Given {
  const said = (input: string): Said => answers[input] ?? [];
  return {
    number(input) {
      const value = said(input);
      if (typeof value === 'number') return { low: value, high: value };
      const [low, high] = value;
      if (typeof low !== 'number' || typeof high !== 'number') throw new Error(`${input} is no number`);
      return { low, high };
    },
    options(input) {
      const value = said(input);
      return typeof value === 'number' ? [] : value.filter((option) => typeof option === 'string');
    },
    unsure: (input) => answers[input] === undefined,
    limit(id) {
      const limit = content.limits.find((candidate) => candidate.id === id);
      if (!limit) throw new Error(`no limit is called ${id}`);
      return limit;
    },
  };
}
