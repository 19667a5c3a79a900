/** A decision as somebody filled it in → a deed, or what is still wrong with it. */
import { type DateReader, isIsoDate } from '../interview/read-answer.ts';
import type { Finding } from '../judgement/finding.ts';
import type { Member } from '../landscape/landscape.ts';
import type { Did, Treatment, Who } from './deed.ts';
import { groundOf } from './register.ts';
import { readWho } from './who.ts';

/** As typed; what was left out is absent or empty. */
export interface Wish {
  readonly owner?: string;
  readonly due?: string;
  readonly note?: string;
  readonly probability?: string;
  readonly impact?: string;
  readonly reason?: string;
  readonly approver?: string;
  readonly until?: string;
}

export interface Around {
  readonly people: readonly Member[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly readDate: DateReader;
}

export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly string[] };

/** More than that belongs into a document of its own. */
export const longestNote = 400;
/** An acceptance is looked at again at least that often. */
const longestAcceptanceYears = 2;

export function readDecision(
  treatment: Treatment,
  wish: Wish,
  finding: Finding,
  around: Around,
): Reading<Did> {
  return treatment === 'accept'
    ? readAcceptance(wish, finding, around)
    : readTreatment(treatment, wish, finding, around);
}

function readTreatment(
  treatment: Exclude<Treatment, 'accept'>,
  wish: Wish,
  finding: Finding,
  around: Around,
): Reading<Did> {
  const owner = readPerson('Owner', wish.owner, around);
  const due = readDay('Due', wish.due, around, 'today');
  const note = readNote('Note', wish.note);
  const residual = readResidual(wish, finding);
  if (!owner.ok || !due.ok || !note.ok || !residual.ok) return problemsOf(owner, due, note, residual);
  return {
    ok: true,
    value: {
      kind: 'treated',
      finding: finding.id,
      treatment,
      owner: owner.value,
      ...(due.value ? { due: due.value } : {}),
      ...(note.value ? { note: note.value } : {}),
      ...(residual.value ? { residual: residual.value } : {}),
    },
  };
}

function readAcceptance(wish: Wish, finding: Finding, around: Around): Reading<Did> {
  const owner = readPerson('Owner', wish.owner, around);
  const reason = needed(readNote('Reason', wish.reason), 'Reason: say why it is acceptable.');
  const approver = readPerson('Approved by', wish.approver, around);
  const until = needed(
    readDay('Until', wish.until, around, 'tomorrow', longestAcceptanceYears),
    'Until: an acceptance needs a last day.',
  );
  if (!owner.ok || !reason.ok || !approver.ok || !until.ok) return problemsOf(owner, reason, approver, until);
  const { probability, impact } = finding;
  return {
    ok: true,
    value: {
      kind: 'accepted',
      finding: finding.id,
      owner: owner.value,
      reason: reason.value,
      approver: approver.value,
      until: until.value,
      rated: { probability, impact },
      ground: groundOf(finding),
    },
  };
}

export function readPerson(label: string, typed = '', { people }: Around): Reading<Who> {
  const read = readWho(typed, people);
  return read.ok ? { ok: true, value: read.who } : { ok: false, problems: [`${label}: ${read.why}`] };
}

/** `from`: the first day it can be. */
export function readDay(
  label: string,
  typed = '',
  { today, readDate }: Around,
  from: 'today' | 'tomorrow',
  years = 20,
): Reading<string | undefined> {
  const plain = typed.trim().slice(0, 60);
  if (!plain) return { ok: true, value: undefined };
  const day = isIsoDate(plain) ? plain : readDate(plain);
  if (day === undefined) return { ok: false, problems: [`${label}: I could not read a date in “${plain}”.`] };
  if (day < today || (from === 'tomorrow' && day === today))
    return { ok: false, problems: [`${label}: the date has to lie in the future.`] };
  if (day > yearsAfter(today, years))
    return { ok: false, problems: [`${label}: ${inYears(years)} ahead at most, then look at it again.`] };
  return { ok: true, value: day };
}

const yearsAfter = (day: string, years: number) => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
const inYears = (years: number) => (years === longestAcceptanceYears ? 'two years' : `${years} years`);

export function readNote(label: string, typed = ''): Reading<string | undefined> {
  const note = typed
    .normalize('NFC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  if (note.length > longestNote)
    return { ok: false, problems: [`${label}: at most ${longestNote} characters, please.`] };
  return { ok: true, value: note || undefined };
}

function readResidual(
  { probability = '', impact = '' }: Wish,
  finding: Finding,
): Reading<{ readonly probability: number; readonly impact: number } | undefined> {
  if (!probability && !impact) return { ok: true, value: undefined };
  const left = {
    probability: probability ? Number(probability) : finding.probability,
    impact: impact ? Number(impact) : finding.impact,
  };
  if (!isDegree(left.probability) || !isDegree(left.impact))
    return { ok: false, problems: ['What remains: likelihood and impact go from 1 to 5.'] };
  if (left.probability * left.impact > finding.probability * finding.impact)
    return { ok: false, problems: ['What remains cannot be worse than the risk is now.'] };
  return { ok: true, value: left };
}

const isDegree = (value: number) => Number.isInteger(value) && value >= 1 && value <= 5;

function needed<T>(read: Reading<T | undefined>, problem: string): Reading<T> {
  if (!read.ok) return read;
  return read.value === undefined ? { ok: false, problems: [problem] } : { ok: true, value: read.value };
}

export function problemsOf(...readings: readonly Reading<unknown>[]): {
  readonly ok: false;
  readonly problems: readonly string[];
} {
  return { ok: false, problems: readings.flatMap((read) => (read.ok ? [] : read.problems)) };
}
