/** One next step: whose, by when, where it stands; and doing something about it. */
import type { Subject } from '../../core/interview/answer.ts';
import { type Integration, type Project, vantageOf } from '../../core/landscape/landscape.ts';
import { problemsOf, type Reading, readDay, readNote, readPerson } from '../../core/register/decide.ts';
import type { Did, StepState, Who } from '../../core/register/deed.ts';
import type { StepEntry } from '../../core/register/steps.ts';
import { isSameWho } from '../../core/register/who.ts';
import type { Command, Inputs } from '../command.ts';
import { listIntegrations } from '../documents.ts';
import { guardedNotice } from '../guarded.ts';
import type { House, Turn } from '../house.ts';
import type { PageReply } from '../interview/interview-reply.ts';
import { pageReply } from '../interview/page.ts';
import { goneNotice, notice, say } from '../notices.ts';
import type { NoticeReply, Outcome } from '../reply.ts';
import { asSeen } from '../sight.ts';
import { unquoted } from '../unquoted.ts';
import { heard, stepsIn } from './next-steps.ts';
import type { StepReply } from './register-reply.ts';
import { type RiskPlace, subjectAt } from './risk-at.ts';
import { aroundOf, inPlace } from './treat.ts';
import { writeDeed } from './write-deed.ts';

/** *Change* beside a step. */
export async function showStep(
  house: House,
  turn: Turn,
  command: Extract<Command, { do: 'show-step' }>,
): Promise<Outcome> {
  const place = await placeOfStep(house, turn, command);
  if (!place) return say(goneNotice());
  const entry = await stepIn(house, place.project, command.step);
  if (!entry) return say(closedNotice(place.project));
  const shown = heard(turn, entry);
  return say(shown ? stepReply(turn, place, shown) : guardedNotice('next steps'));
}

/** *Start*, *Done*, *Drop*, *Save*: what its inputs say, and where it stands from now on. */
export async function moveStep(
  house: House,
  turn: Turn,
  { project, step, to, seen, inputs }: Extract<Command, { do: 'move-step' }>,
): Promise<Outcome> {
  const place = await placeOfStep(house, turn, { project, step });
  if (!place) return say(goneNotice());
  const entry = await stepIn(house, place.project, step);
  if (!entry) return inPlace(closedNotice(place.project));
  if (!heard(turn, entry)) return inPlace(guardedNotice('next steps'));
  const again = (where: StepEntry, ...problems: string[]) =>
    inPlace({ ...stepReply(turn, place, where), filled: filledBy(inputs), problems });
  const reading = readMove(house, turn, place, entry, to ?? entry.state, inputs);
  if (!reading.ok) return again(entry, ...reading.problems);
  const did = reading.value;
  const isNew = !isAsItStands(entry, did);
  // Somebody else was quicker; who only looks at an old card learns of it, too.
  if (isNew && seen !== (entry.moved?.turn ?? '')) return again(entry, overtaken(entry));
  if (isNew)
    await writeDeed(house, turn, place, (deeds) =>
      newestMove(deeds, step) === seen ? withoutRepeats(entry, did) : undefined,
    );
  const found = await placeOfStep(house, turn, { project, step });
  const after = found && (await stepIn(house, found.project, step));
  if (!found || !after) return inPlace(closedNotice(place.project));
  if (isNew && !isAsItStands(after, did)) return again(after, overtaken(after));
  const proof = did.to === 'done' && after.unproven ? await proofPage(house, turn, found, after) : undefined;
  return { replace: stepReply(turn, found, after), messages: proof ? [proof] : [] };
}

function placeOfStep(
  house: House,
  turn: Turn,
  { project, step }: { readonly project: string; readonly step: string },
): Promise<RiskPlace | undefined> {
  return subjectAt(house, turn, project, step.slice(step.lastIndexOf('@') + 1));
}

async function stepIn(house: House, project: Project, id: string): Promise<StepEntry | undefined> {
  return (await stepsIn(house, project)).find((entry) => entry.id === id);
}

type Moved = Extract<Did, { kind: 'moved-step' }>;

function readMove(
  house: House,
  { caller }: Turn,
  place: RiskPlace,
  entry: StepEntry,
  to: StepState,
  inputs: Inputs,
) {
  const around = aroundOf(house, place);
  // Whoever starts what is nobody's in particular takes it on.
  const unsaidOwner: Reading<Who | undefined> =
    to === 'doing' && entry.owners.length !== 1
      ? { ok: true, value: { id: caller.id, name: caller.name } }
      : unsaid;
  const owner = inputs.owner?.trim() ? readPerson('Owner', inputs.owner, around) : unsaidOwner;
  // A date that is over may stand as it is: the step is late.
  const due = inputs.due?.trim() === entry.due ? unsaid : readDay('Due', inputs.due, around, 'today');
  const reason = readNote('Why', inputs.reason);
  if (!owner.ok || !due.ok || !reason.ok) return problemsOf(owner, due, reason);
  if (to === 'dropped' && !reason.value)
    return { ok: false, problems: ['Why is it dropped? A few words, so that others need not ask.'] } as const;
  const value: Moved = {
    kind: 'moved-step',
    step: entry.id,
    to,
    ...(owner.value ? { owner: owner.value } : {}),
    ...(due.value ? { due: due.value } : {}),
    ...(to === 'dropped' && reason.value ? { reason: reason.value } : {}),
  };
  return { ok: true, value } as const;
}

const unsaid = { ok: true, value: undefined } as const;
const isOwner = ({ owners }: StepEntry, owner: NonNullable<Moved['owner']>) =>
  owners.length === 1 && owners.every((each) => isSameWho(each, owner));

function isAsItStands(entry: StepEntry, did: Moved): boolean {
  return (
    entry.state === did.to &&
    (did.owner === undefined || isOwner(entry, did.owner)) &&
    (did.due === undefined || entry.due === did.due) &&
    (did.reason === undefined || entry.reason === did.reason)
  );
}

/** What stands there by its role or its stage was not said by anybody, and goes on following them. */
function withoutRepeats(entry: StepEntry, { owner, due, ...did }: Moved): Moved {
  return {
    ...did,
    ...(owner && !isOwner(entry, owner) ? { owner } : {}),
    ...(due && due !== entry.due ? { due } : {}),
  };
}

function newestMove(deeds: readonly { readonly turn: string; readonly did: Did }[], step: string): string {
  return deeds.findLast(({ did }) => did.kind === 'moved-step' && did.step === step)?.turn ?? '';
}

function overtaken({ moved, state }: StepEntry): string {
  if (!moved) return 'This step has changed since you opened this card. Look at it once more, then save.';
  return `${moved.by.name} has changed this step since you opened this card; it is ${state} now. Save again to replace that.`;
}

const filledBy = ({ owner, due, reason }: Inputs): StepReply['filled'] => ({
  owner: owner ?? '',
  due: due ?? '',
  reason: reason ?? '',
});

function stepReply(turn: Turn, place: RiskPlace, step: StepEntry): StepReply {
  const entry = heard(turn, step) ?? step;
  const shared = turn.caller.conversation.kind !== 'personal';
  const own = { ...entry, findings: entry.findings.map((finding) => asSeen(finding, place.hides)) };
  const shown = shared ? withoutQuotes(own) : own;
  const { proof } = entry;
  const [first] = entry.findings;
  return {
    kind: 'step',
    ref: { project: place.project.id, step: entry.id },
    about: place.about,
    entry: shown,
    filled: {
      owner: entry.owners.length === 1 ? (entry.owners[0]?.name ?? '') : '',
      due: entry.due ?? '',
      reason: shown.reason ?? '',
    },
    people: place.project.people.map(({ name }) => name),
    problems: [],
    seen: entry.moved?.turn ?? '',
    ...(first ? { risk: { project: place.project.id, finding: first.id } } : {}),
    asks: proof !== undefined && !shared && !proof.question.startsWith('date:'),
  };
}

/** In a shared conversation nobody is quoted. */
function withoutQuotes({ reason: _, ...entry }: StepEntry): StepEntry {
  return { ...entry, findings: entry.findings.map(unquoted) };
}

/** *Answer the question* on a step's card. */
export async function proveStep(
  house: House,
  turn: Turn,
  command: Extract<Command, { do: 'prove-step' }>,
): Promise<Outcome> {
  const place = await placeOfStep(house, turn, command);
  if (!place) return say(goneNotice());
  const entry = await stepIn(house, place.project, command.step);
  if (!entry) return say(closedNotice(place.project));
  const page = await proofPage(house, turn, place, entry);
  return say(page ?? notice('There is nothing to ask here', ['A date of the plan shows it.'], 'project'));
}

/** The one question whose answer shows that a step is done. Interviews run in personal chat. */
async function proofPage(
  house: House,
  turn: Turn,
  { project }: RiskPlace,
  { proof }: StepEntry,
): Promise<PageReply | undefined> {
  const question = proof && house.content.question.get(proof.question);
  if (!question || turn.caller.conversation.kind !== 'personal') return undefined;
  const integration = await integrationOf(house, project, proof.subject);
  const member = project.people.find(({ id }) => id === turn.caller.id);
  if (!integration || !member) return undefined;
  const who = { member, since: turn.at, integration, roles: house.content.roles };
  return pageReply(house, vantageOf(project, integration), who, {
    subject: proof.subject,
    questions: [question],
    back: false,
    correction: true,
  });
}

/** A page stands in the interview about an integration; for an application, any that touches it. */
export async function integrationOf(
  house: House,
  project: Project,
  subject: Subject,
): Promise<Integration | undefined> {
  const all = await listIntegrations(house.store, project.id);
  switch (subject.scope) {
    case 'integration':
      return all.find(({ id }) => id === subject.id);
    case 'application':
      return all.find(({ source, target }) => [source, target].some((end) => end.application === subject.id));
    case 'project':
      return all[0];
  }
}

function closedNotice(project: Project): NoticeReply {
  return {
    ...notice('This step is closed', ['What it was for is no longer a risk: the answers have changed.']),
    buttons: [
      { title: 'Next steps', command: { do: 'show-steps', project: project.id, all: true, page: 1 } },
    ],
  };
}
