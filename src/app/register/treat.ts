/** Deciding about one risk: avoid, reduce, share or accept it, or take that back. */
import { type Around, readDecision, type Wish } from '../../core/register/decide.ts';
import { decisionsIn } from '../../core/register/decisions.ts';
import type { Did, Treatment } from '../../core/register/deed.ts';
import type { Entry } from '../../core/register/register.ts';
import { isSameWho } from '../../core/register/who.ts';
import type { Command, Inputs } from '../command.ts';
import { guardedNotice, mayHear } from '../guarded.ts';
import type { House, Turn } from '../house.ts';
import { button, goneNotice, notice, say } from '../notices.ts';
import type { Button, NoticeReply, Outcome } from '../reply.ts';
import { asSeen } from '../sight.ts';
import { todayOf } from '../today.ts';
import { unquotedEntry } from '../unquoted.ts';
import type { RiskRef } from './register-command.ts';
import type { DecideReply, TreatReply } from './register-reply.ts';
import { type RiskPlace, riskAt, seenOf } from './risk-at.ts';
import { writeDeed } from './write-deed.ts';

/** *Decide* beside a risk. */
export async function decide(
  house: House,
  turn: Turn,
  { risk, back }: Extract<Command, { do: 'decide' }>,
): Promise<Outcome> {
  const place = await riskAt(house, turn, risk);
  const reply = place ? decideReply(turn, place, risk) : goneNotice();
  return back ? inPlace(reply) : say(reply);
}

/** *Reduce* and the others: without inputs they ask for them. */
export async function treat(
  house: House,
  turn: Turn,
  command: Extract<Command, { do: 'treat' }>,
): Promise<Outcome> {
  const { risk, treatment, inputs } = command;
  const place = await riskAt(house, turn, risk);
  if (!place) return say(goneNotice());
  if (!place.entry) return inPlace(clearedNotice(place));
  if (!mayHear(turn, place.entry.finding.topic)) return inPlace(guardedNotice('risks'));
  if (inputs) return settle(house, turn, place, place.entry, { ...command, inputs });
  return inPlace(treatReply(turn, place, risk, treatment, filledIn(turn, place.entry, treatment)));
}

/** *Save* on the form. What could not be taken stays in it. */
async function settle(
  house: House,
  turn: Turn,
  place: RiskPlace,
  entry: Entry,
  { risk, treatment, seen, inputs }: Extract<Command, { do: 'treat' }> & { readonly inputs: Inputs },
): Promise<Outcome> {
  const again = (where: RiskPlace, ...problems: string[]) =>
    inPlace(treatReply(turn, where, risk, treatment, wishIn(inputs), problems));
  const reading = readDecision(treatment, wishIn(inputs), entry.finding, aroundOf(house, place));
  if (!reading.ok) return again(place, ...reading.problems);
  // The same once more: a double tap, or two people who decide alike.
  if (isDecided(entry, reading.value)) return inPlace(decideReply(turn, place, risk));
  const now = seenOf(entry);
  if (seen.decision !== now.decision) return again(place, overtaken(entry));
  if (treatment === 'accept' && seen.facts !== now.facts) return again(place, factsHaveChanged);
  const written = await writeDeed(house, turn, place, (deeds) =>
    (decisionsIn(deeds).get(risk.finding)?.turn ?? '') === now.decision ? reading.value : undefined,
  );
  const after = await riskAt(house, turn, risk);
  if (!after?.entry) return inPlace(after ? clearedNotice(after) : goneNotice());
  const isOvertaken = !written && after.entry.decided !== undefined && !isDecided(after.entry, reading.value);
  return isOvertaken ? again(after, overtaken(after.entry)) : inPlace(decideReply(turn, after, risk));
}

/** *Take it back*: nobody has decided any more. */
export async function withdraw(
  house: House,
  turn: Turn,
  { risk, seen }: Extract<Command, { do: 'withdraw' }>,
): Promise<Outcome> {
  const place = await riskAt(house, turn, risk);
  if (!place) return say(goneNotice());
  if (place.entry && !mayHear(turn, place.entry.finding.topic)) return inPlace(guardedNotice('risks'));
  const { decided } = place.entry ?? {};
  if (decided && decided.turn !== seen.decision && place.entry)
    return inPlace(decideReply(turn, place, risk, [overtaken(place.entry)]));
  await writeDeed(house, turn, place, (deeds) =>
    decisionsIn(deeds).get(risk.finding)?.turn === seen.decision
      ? { kind: 'withdrawn', finding: risk.finding }
      : undefined,
  );
  const after = (await riskAt(house, turn, risk)) ?? place;
  return inPlace(after.entry ? decideReply(turn, after, risk) : clearedNotice(after));
}

export const inPlace = (replace: Outcome['replace'] & object): Outcome => ({ replace, messages: [] });

export const aroundOf = (house: House, { project }: Pick<RiskPlace, 'project'>): Around => ({
  people: project.people,
  today: todayOf(house),
  readDate: house.readDate(house.now()),
});

function isDecided(entry: Entry, did: Did): boolean {
  const { treatment, owner, acceptance, residual } = entry;
  const same = (one: unknown, other: unknown) => (one ?? '') === (other ?? '');
  switch (did.kind) {
    case 'treated':
      return (
        treatment === did.treatment &&
        owner !== undefined &&
        isSameWho(owner, did.owner) &&
        same(entry.due, did.due) &&
        same(entry.note, did.note) &&
        same(residual?.probability, did.residual?.probability) &&
        same(residual?.impact, did.residual?.impact)
      );
    case 'accepted':
      return (
        // One that has lapsed is given again, for the facts as they are.
        acceptance?.holds === true &&
        owner !== undefined &&
        isSameWho(owner, did.owner) &&
        isSameWho(acceptance.approver, did.approver) &&
        acceptance.reason === did.reason &&
        acceptance.until === did.until
      );
    default:
      return false;
  }
}

const factsHaveChanged =
  'The answers behind this risk have changed since you opened this card. Look at them once more, then save.';

function overtaken({ decided, treatment }: Entry): string {
  if (!decided) return 'The decision was taken back since you opened this card. Save again to decide anew.';
  return `${decided.by.name} has decided since you opened this card: ${treatment}. Save again to replace that.`;
}

const wishIn = ({ owner, due, note, probability, impact, reason, approver, until }: Inputs): Wish =>
  Object.fromEntries(
    Object.entries({ owner, due, note, probability, impact, reason, approver, until }).filter(
      ([, typed]) => typed !== undefined,
    ),
  );

/** What stands in the form at first: the decision that is changed, or the caller as the owner. */
function filledIn(turn: Turn, entry: Entry, treatment: Treatment): Wish {
  const owner = entry.owner?.name ?? turn.caller.name;
  if (entry.treatment !== treatment) return { owner };
  const { due, note, residual, acceptance } = asHeard(turn, entry);
  return {
    owner,
    ...(due ? { due } : {}),
    ...(note ? { note } : {}),
    ...(residual ? { probability: String(residual.probability), impact: String(residual.impact) } : {}),
    ...(acceptance ? { reason: acceptance.reason, approver: acceptance.approver.name } : {}),
    ...(acceptance?.holds ? { until: acceptance.until } : {}),
  };
}

const asHeard = ({ caller }: Turn, entry: Entry): Entry =>
  caller.conversation.kind === 'personal' ? entry : unquotedEntry(entry);

/** As the caller may see it. */
function entryFor(turn: Turn, { hides }: RiskPlace, entry: Entry): Entry {
  return asHeard(turn, { ...entry, finding: asSeen(entry.finding, hides) });
}

function decideReply(
  turn: Turn,
  place: RiskPlace,
  risk: RiskRef,
  notes: readonly string[] = [],
): DecideReply | NoticeReply {
  if (!place.entry) return clearedNotice(place);
  if (!mayHear(turn, place.entry.finding.topic)) return guardedNotice('risks');
  return {
    kind: 'decide',
    risk,
    about: place.about,
    entry: entryFor(turn, place, place.entry),
    seen: seenOf(place.entry),
    notes,
    buttons: wayBack(place),
  };
}

function treatReply(
  turn: Turn,
  place: RiskPlace,
  risk: RiskRef,
  treatment: Treatment,
  filled: Wish,
  problems: readonly string[] = [],
): TreatReply | NoticeReply {
  if (!place.entry) return clearedNotice(place);
  if (!mayHear(turn, place.entry.finding.topic)) return guardedNotice('risks');
  return {
    kind: 'treat',
    risk,
    about: place.about,
    treatment,
    entry: entryFor(turn, place, place.entry),
    seen: seenOf(place.entry),
    filled,
    people: place.project.people.map(({ name }) => name),
    problems,
  };
}

/** The risk went while the card lay there. */
function clearedNotice(place: RiskPlace): NoticeReply {
  return {
    ...notice('This risk is no longer there', [
      'The answers have changed since this card was sent, and nothing is left to decide. Nothing was saved.',
    ]),
    buttons: [...wayBack(place), button('help')],
  };
}

function wayBack({ project, integration }: RiskPlace): Button[] {
  const steps: Button = {
    title: 'Next steps',
    command: { do: 'show-steps', project: project.id, all: true, page: 1 },
  };
  if (!integration) return [steps];
  return [
    {
      title: 'All risks',
      command: { do: 'show-risks', project: project.id, integration: integration.id, page: 1 },
    },
  ];
}
