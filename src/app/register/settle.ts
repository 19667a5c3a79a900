/** Settling a difference: what holds, who decided it, and when. */
import type { Answer } from '../../core/interview/answer.ts';
import { subjectKey } from '../../core/interview/answer.ts';
import { readAnswer } from '../../core/interview/read-answer.ts';
import type { Difference } from '../../core/judgement/differences.ts';
import { problemsOf, type Reading, readNote, readPerson } from '../../core/register/decide.ts';
import type { Did } from '../../core/register/deed.ts';
import type { Command, Inputs } from '../command.ts';
import type { House, Turn } from '../house.ts';
import type { Outcome } from '../reply.ts';
import { todayOf } from '../today.ts';
import { asOutcome, newestTurn, open, type Seen, sideBySide } from './difference-card.ts';
import { deedsAt } from './risk-at.ts';
import { tellOver } from './tell-differences.ts';
import { aroundOf, inPlace } from './treat.ts';
import { writeDeed } from './write-deed.ts';

/** *Settle*: first the form, then what it says. */
export async function settle(
  house: House,
  turn: Turn,
  { ref, seen: before, inputs }: Extract<Command, { do: 'settle' }>,
): Promise<Outcome> {
  const found = await open(house, turn, ref);
  if ('instead' in found) return asOutcome(found.instead);
  const { seen } = found;
  const { difference } = seen;
  const form = async (filled: Inputs, ...problems: string[]) =>
    inPlace(await sideBySide(house, seen, { filled, problems }));
  if (!inputs) return form({ on: todayOf(house), decided: '' });
  const reading = readSettlement(house, turn, seen, inputs);
  if (!reading.ok) return form(inputs, ...reading.problems);
  const did = reading.value;
  const written = await writeDeed(house, turn, seen, (deeds) =>
    newestTurn(deeds, difference) === before ? did : undefined,
  );
  const again = await open(house, turn, ref);
  if ('instead' in again) return asOutcome(again.instead);
  const isThere = newestTurn(deedsAt(again.seen), difference) === turn.id;
  if (!written && !isThere)
    return inPlace(
      await sideBySide(house, again.seen, {
        filled: inputs,
        problems: ['Somebody has settled this since you opened the card. Save again to replace that.'],
      }),
    );
  await tellOver(house, turn, seen.project, difference);
  return inPlace(await sideBySide(house, again.seen));
}

type Settled = Extract<Did, { kind: 'settled' }>;

function readSettlement(
  house: House,
  turn: Turn,
  seen: Seen,
  inputs: Inputs,
):
  | { readonly ok: true; readonly value: Settled }
  | { readonly ok: false; readonly problems: readonly string[] } {
  const { question, subject } = seen.difference;
  const around = aroundOf(house, seen);
  const value = readValue(house, question, inputs.value ?? '');
  const decided = inputs.decided?.trim()
    ? readPerson('Decided by', inputs.decided, around)
    : ({ ok: true, value: { id: turn.caller.id, name: turn.caller.name } } as const);
  const on = readOn(inputs.on, todayOf(house));
  const reason = readNote('Why', inputs.reason);
  if (!value.ok || !decided.ok || !on.ok || !reason.ok) return problemsOf(value, decided, on, reason);
  return {
    ok: true,
    value: {
      kind: 'settled',
      question: question.key,
      about: subjectKey(subject),
      said: value.value,
      decided: decided.value,
      on: on.value,
      ...(reason.value ? { reason: reason.value } : {}),
    },
  };
}

function readValue(house: House, question: Difference['question'], typed: string): Reading<Answer['said']> {
  if (!typed.trim()) return { ok: false, problems: ['Which answer holds?'] };
  const reading = readAnswer(question, typed, house.readDate(house.now()));
  if (!reading.ok) return { ok: false, problems: [reading.why] };
  return reading.said.kind === 'value'
    ? { ok: true, value: reading.said }
    : { ok: false, problems: ['It takes an answer to settle it.'] };
}

/** Nothing is decided in the future. */
function readOn(typed = '', today: string): Reading<string> {
  const day = typed.trim() || today;
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) && day <= today
    ? { ok: true, value: day }
    : { ok: false, problems: ['On: the day it was decided, today or before.'] };
}
