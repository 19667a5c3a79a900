/** An edited workbook comes back: what it would change is shown, and written only when the same person says so. */
import { createHash } from 'node:crypto';
import type { Project } from '../../core/landscape/landscape.ts';
import type { Upload } from '../../core/landscape/upload.ts';
import type { Key } from '../../store/store.ts';
import type { Caller, Command } from '../command.ts';
import { change, listIntegrations } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { button, goneNotice, notice, problem, say } from '../notices.ts';
import { shorten } from '../project/integrations.ts';
import { memberOf, projectFor } from '../project/membership.ts';
import type { ChangesReply } from '../project/project-reply.ts';
import { judgeProject } from '../register/judge-project.ts';
import { lapsedLine, tellLapsesOfAll } from '../register/tell-lapses.ts';
import type { Button, NoticeReply, Outcome } from '../reply.ts';
import { applyWorks } from './apply.ts';
import { type Difference, differenceFor } from './difference.ts';

const perPage = 8;

/** The file has arrived. */
export async function handIn(
  house: House,
  turn: Turn,
  { file, handedIn }: Extract<Command, { do: 'hand-in' }>,
): Promise<Outcome> {
  const project = await projectFor(house, turn.caller, handedIn.project);
  if (!project) return say(goneNotice());
  if (turn.caller.conversation.kind !== 'personal') return say(inPrivate());
  await memberOf(house, project, turn.caller);
  const { edits, added, unknown } = handedIn;
  const digest = shortDigest([turn.id, edits, added]);
  const id = uploadId(turn.caller);
  const upload: Upload = {
    schema: 1,
    id,
    file: shorten(file),
    at: turn.at,
    digest,
    edits,
    ...(added ? { added } : {}),
    unknown,
  };
  // The newest one counts: whoever sends another has thought better of the last.
  await change<Upload>(house.store, uploadKey(turn.caller, project), () => upload);
  return say(await look(house, turn, project, upload, 1));
}

export async function showUpload(
  house: House,
  turn: Turn,
  { project: id, page }: Extract<Command, { do: 'show-upload' }>,
): Promise<Outcome> {
  const { project, upload } = await waiting(house, turn, id);
  if (!project) return say(goneNotice());
  return { replace: upload ? await look(house, turn, project, upload, page) : nothingWaits(), messages: [] };
}

/** *Apply*: nothing of what the card says is written, only what the stored workbook still comes to. */
export async function applyUpload(
  house: House,
  turn: Turn,
  { project: id, digest }: Extract<Command, { do: 'apply-upload' }>,
): Promise<Outcome> {
  const { project, upload } = await waiting(house, turn, id);
  if (!project) return say(goneNotice());
  if (!upload) return { replace: nothingWaits(), messages: [] };
  const difference = await differenceOf(house, turn, project, upload);
  if (digest !== digestOf(upload, difference))
    return { replace: changesReply(project, upload, difference, 1), messages: [] };
  const works = difference.changes.flatMap(({ work }) => work ?? []);
  const before = { project, ...(await judgeProject(house, project)) };
  await applyWorks(house, turn, id, { file: upload.file, upload: upload.digest, works });
  const now = (await projectFor(house, turn.caller, id)) ?? project;
  const after = { project: now, ...(await judgeProject(house, now)) };
  const lapsed = await tellLapsesOfAll(house, turn, before, after);
  await drop(house, turn, project);
  const { changes, conflicts, problems } = difference;
  const left = conflicts.length + problems.length;
  return {
    replace: notice(
      `${changes.length} ${changes.length === 1 ? 'change is' : 'changes are'} on file`,
      [
        'Answers count as yours. The audit says what was there before.',
        ...(left > 0 ? [`${left} stayed as they were.`] : []),
        ...lapsed.map(lapsedLine),
      ],
      'list',
    ),
    messages: [],
  };
}

/** *Leave it*: the workbook is forgotten, nothing was written. */
export async function dropUpload(
  house: House,
  turn: Turn,
  { project: id }: Extract<Command, { do: 'drop-upload' }>,
): Promise<Outcome> {
  const { project } = await waiting(house, turn, id);
  if (!project) return say(goneNotice());
  await drop(house, turn, project);
  return { replace: notice('Nothing was changed', ['I have put the workbook away.']), messages: [] };
}

async function waiting(house: House, turn: Turn, id: string) {
  const project = await projectFor(house, turn.caller, id);
  const kept = project && (await house.store.read(uploadKey(turn.caller, project)));
  return { project, upload: kept?.value as Upload | undefined };
}

async function drop(house: House, turn: Turn, project: Project): Promise<void> {
  const key = uploadKey(turn.caller, project);
  const kept = await house.store.read(key);
  if (kept) await house.store.remove(key, kept.version);
}

/** A person has one workbook under way in a project; nobody else can apply it. */
export const uploadKey = (person: Pick<Caller, 'tenant' | 'id'>, { id }: Pick<Project, 'id'>): Key =>
  `projects/${id}/uploads/${uploadId(person)}`;
const uploadId = ({ tenant, id }: Pick<Caller, 'tenant' | 'id'>) => shortDigest([tenant, id]);
const shortDigest = (of: unknown) =>
  createHash('sha256').update(JSON.stringify(of)).digest('hex').slice(0, 32);

async function differenceOf(house: House, turn: Turn, project: Project, upload: Upload): Promise<Difference> {
  const integrations = await listIntegrations(house.store, project.id);
  return differenceFor(house, project, integrations, upload, turn.at);
}

const digestOf = (upload: Upload, difference: Difference) => `${upload.digest}-${difference.digest}`;

async function look(house: House, turn: Turn, project: Project, upload: Upload, page: number) {
  const difference = await differenceOf(house, turn, project, upload);
  const { changes, conflicts, problems } = difference;
  if (changes.length + conflicts.length + problems.length + upload.unknown.length > 0)
    return changesReply(project, upload, difference, page);
  await drop(house, turn, project);
  return notice('Nothing in it differs', [`${upload.file} says what is on file.`], 'list');
}

function changesReply(project: Project, upload: Upload, difference: Difference, page: number): ChangesReply {
  const { changes, conflicts, problems } = difference;
  const pages = Math.max(1, Math.ceil(changes.length / perPage));
  const at = Math.min(Math.max(1, page), pages);
  const apply: Button = {
    title: changes.length === 1 ? 'Apply this change' : `Apply all ${changes.length}`,
    primary: true,
    command: { do: 'apply-upload', project: project.id, digest: digestOf(upload, difference) },
  };
  return {
    kind: 'changes',
    project: { id: project.id, name: project.name },
    file: upload.file,
    total: changes.length,
    changes: changes.slice((at - 1) * perPage, at * perPage).map(({ work: _, ...line }) => line),
    conflicts,
    problems,
    unknown: upload.unknown,
    page: at,
    pages,
    buttons: [
      ...(changes.length > 0 ? [apply] : []),
      { title: 'Leave it', command: { do: 'drop-upload', project: project.id } },
      button('help'),
    ],
  };
}

function nothingWaits(): NoticeReply {
  return problem('No workbook waits here', [
    'It was applied or put away. Send it again if there is more in it.',
  ]);
}

function inPrivate(): NoticeReply {
  return notice('Let us do this in private', [
    'A workbook quotes people. Send it to me in our personal chat.',
  ]);
}
