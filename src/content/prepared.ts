/**
 * What the build has checked already, kept beside the built code: reading YAML takes a third of a second at a cold start,
 * this takes milliseconds. It counts only while every byte of the files is the same; else they are read again.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '../core/interview/topic.ts';
import type { Calculation } from '../core/judgement/calculation.ts';
import { addTables, type Lists } from './build-content.ts';

/** `dist/content/prepared.json`; there is none beside the sources. */
export const preparedFile = new URL('./prepared.json', import.meta.url);

interface Prepared {
  readonly digest: string;
  readonly lists: Lists;
}

export function readPrepared(
  file: URL,
  folder: string,
  calculations: readonly Calculation[],
): Content | undefined {
  try {
    const { digest, lists } = JSON.parse(readFileSync(file, 'utf8')) as Prepared;
    return digest === digestOf(folder, calculations) ? addTables(lists) : undefined;
  } catch {
    return undefined; // Nothing was prepared, or a file cannot be read: the reader of the files says which.
  }
}

export function writePrepared(
  file: URL,
  folder: string,
  calculations: readonly Calculation[],
  content: Content,
): void {
  const { topics, roles, stages, dates, limits, reasons, inventory } = content;
  const columns = Object.fromEntries(inventory);
  const lists: Lists = { topics, roles, stages, dates, limits, reasons, columns };
  const prepared: Prepared = { digest: digestOf(folder, calculations), lists };
  writeFileSync(file, JSON.stringify(prepared));
}

function digestOf(folder: string, calculations: readonly Calculation[]): string {
  // Calculations are code and stand for themselves; what they read is part of what was checked.
  const hash = createHash('sha256').update(JSON.stringify(calculations));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.ya?ml$/.test(file),
  );
  for (const file of files.sort()) hash.update(`\0${file}\0`).update(readFileSync(join(folder, file)));
  return hash.digest('hex');
}
