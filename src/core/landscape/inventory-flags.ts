/** What somebody should look at after an import, by the line of the file. */
import { cell, type Flag, type Row } from './inventory.ts';
import type { Application, End, Integration } from './landscape.ts';
import type { Known } from './linked-end.ts';
import { lookOf } from './recognise.ts';

export function equalNames(row: Row, twin: number | undefined): Flag[] {
  const note = `"${cell(row, 'name')}" stands on line ${twin} already; the two are kept apart.`;
  return twin === undefined ? [] : [{ line: row.line, note }];
}

export function maybeSame(row: Row, found: readonly Pick<Application, 'name'>[]): Flag[] {
  const names = found.map(({ name }) => `"${name}"`).join(' or ');
  const note = `"${cell(row, 'name')}" may be the same as ${names}; they are kept apart.`;
  return found.length === 0 ? [] : [{ line: row.line, note }];
}

/** Applications that an earlier import took from ends, and that the list does not have. */
export function leftFromEnds(existing: readonly Integration[], unclaimed: readonly Application[]): Flag[] {
  const files = new Set(existing.map(({ origin }) => origin?.file));
  return unclaimed
    .filter(({ origin }) => origin && files.has(origin.file))
    .map(({ name, origin }) => ({
      line: 1,
      note: `"${name}" came from line ${origin?.line} of ${origin?.file} and is not on this list; it stays.`,
    }));
}

export function endFlags(row: Row, side: 'source' | 'target', end: End, known: Known): Flag[] {
  const given = cell(row, `${side}_application`);
  const flags: Flag[] = [];
  if (given !== '' && given !== end.written) {
    const note = `The file says "${given}" for the ${side}; what a person wrote, "${end.written}", stays.`;
    flags.push({ line: row.line, note });
  }
  if (end.application === undefined && end.written !== '') {
    const note = `The ${side} "${end.written}" ${whyUnknown(end.written, known)}; it stays as written.`;
    flags.push({ line: row.line, note, end: true });
  }
  return flags;
}

function whyUnknown(written: string, known: Known): string {
  const candidates = known.find(written);
  if (candidates.length > 1) return `could be ${candidates.map(({ name }) => `"${name}"`).join(' or ')}`;
  const look = lookOf(written);
  if (look === 'several') return 'seems to name more than one application';
  return look === 'file' ? 'describes a file, not an application' : 'names no application on the list';
}
