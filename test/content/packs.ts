/** Packs of content to load: the good one as it is, or a copy with some of its files replaced. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { loadContent } from '../../src/content/load-content.ts';
import type { Calculation, Input } from '../../src/core/judgement/calculation.ts';
import { OperatorError } from '../../src/error.ts';

export const fixtures = new URL('../fixtures/dialogs/', import.meta.url).pathname;
export const good = join(fixtures, 'good');

/** A folder of the test's own, with a copy of the good pack in its `dialogs`. */
export function copyOfGood(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bridgekeeper-content-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(good, join(folder, 'dialogs'), { recursive: true });
  return folder;
}

/** What is said against a pack, without the last line, which names the folder. */
export function complaintsAbout(folder: string, own?: string): readonly string[] {
  try {
    loadContent(folder, calculations, own);
    return [];
  } catch (error) {
    if (error instanceof OperatorError && error.code === 'content-invalid') return error.details;
    throw error;
  }
}

function calculation(
  id: string,
  inputs: Record<string, Input>,
  limits: readonly string[],
  more: Partial<Calculation> = {},
): Calculation {
  return {
    ...more,
    id,
    title: id,
    inputs,
    limits,
    formula: 'none',
    source: 'tests',
    run: () => ({ band: 'fine', working: () => [] }),
  };
}

const inWindow = calculation('window', { peak: { question: 'load.peak', unit: 'records/hour' } }, [
  'rows-a-day',
]);
const behind = calculation(
  'behind',
  { hours: { question: 'late.gone' }, again: { question: 'late.gone' } },
  [],
);

export const calculations: readonly Calculation[] = [
  inWindow,
  calculation('slow', { hours: { question: 'late.hours' } }, []),
  calculation(
    'lost',
    {
      gone: { question: 'load.gone' },
      size: { question: 'load.records-a-day', unit: 'GB' },
      way: { question: 'load.pattern', unit: 'GB' },
    },
    ['gone'],
    {
      only: [
        { question: 'load.pattern', oneOf: ['batch', 'stream'] },
        { question: 'late.missing', oneOf: ['any'] },
      ],
      uses: [inWindow, behind],
      dates: ['go-live', 'never'],
    },
  ),
];
