/** The files under `dialogs/` → all that is asked and judged; or every mistake in them, each with file and line. */
import { statSync } from 'node:fs';
import type { Content } from '../core/interview/topic.ts';
import type { Calculation } from '../core/judgement/calculation.ts';
import { OperatorError } from '../error.ts';
import { buildContent } from './build-content.ts';
import { checkPack } from './check-pack.ts';
import { type Complaint, listComplaints } from './complaint.ts';
import { readPack } from './read-pack.ts';

export function loadContent(folder: string, calculations: readonly Calculation[]): Content {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    const details = [`${folder}: there is no such folder`];
    throw new OperatorError('content-invalid', 'nothing can be asked without content', details);
  }
  const complaints: Complaint[] = [];
  const pack = readPack(folder, complaints);
  checkPack(pack, calculations);
  if (complaints.length === 0) return buildContent(pack);
  const count = complaints.length === 1 ? '1 mistake' : `${complaints.length} mistakes`;
  throw new OperatorError('content-invalid', `${count} in ${folder}`, listComplaints(complaints));
}
