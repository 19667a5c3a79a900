/** The files under `dialogs/` → all that is asked and judged; or every mistake in them, each with file and line. */
import { statSync } from 'node:fs';
import type { Content } from '../core/interview/topic.ts';
import type { Calculation } from '../core/judgement/calculation.ts';
import { OperatorError } from '../error.ts';
import { buildContent } from './build-content.ts';
import { checkPack } from './check-pack.ts';
import { type Complaint, listComplaints } from './complaint.ts';
import { layOver } from './own-pack.ts';
import { readPack } from './read-pack.ts';

/** `own`: a team's pack that is laid over the folder. */
export function loadContent(folder: string, calculations: readonly Calculation[], own?: string): Content {
  const folders = own === undefined ? [folder] : [folder, own];
  const missing = folders.filter((each) => !statSync(each, { throwIfNoEntry: false })?.isDirectory());
  if (missing.length > 0) {
    const details = missing.map((each) => `${each}: there is no such folder`);
    throw new OperatorError('content-invalid', 'nothing can be asked without content', details);
  }
  const complaints: Complaint[] = [];
  const ours = readPack(folder, complaints);
  const pack = own === undefined ? ours : layOver(ours, own, complaints);
  checkPack(pack, calculations);
  if (complaints.length === 0) return buildContent(pack);
  const count = complaints.length === 1 ? '1 mistake' : `${complaints.length} mistakes`;
  throw new OperatorError(
    'content-invalid',
    `${count} in ${folders.join(' and ')}`,
    listComplaints(complaints),
  );
}
