/** What may stand on a card's button, checked again when it comes back: a card's data is the client's word. */
import { z } from 'zod';
import type { CardCommand } from '../app/command.ts';
import { formats } from '../app/export/files.ts';
import { longestCommand } from '../app/read-command.ts';

const id = z.string().min(1).max(200);
const words = z.string().max(4000);
/** What could have been typed after a command. */
const asked = z.string().max(longestCommand);
const page = z.int().min(1).max(10_000);
const place = { project: id, integration: id };
const scoped = z.discriminatedUnion('scope', [
  z.strictObject({ scope: z.literal('project') }),
  z.strictObject({ scope: z.literal('application'), id }),
  z.strictObject({ scope: z.literal('integration'), id }),
]);
const summaryOf = z.discriminatedUnion('scope', [
  z.strictObject({ scope: z.literal('project') }),
  z.strictObject({ scope: z.literal('application'), id }),
  z.strictObject({ scope: z.literal('integration'), id }),
  z.strictObject({ scope: z.literal('person'), id }),
  z.strictObject({ scope: z.literal('topic'), id }),
  z.strictObject({ scope: z.literal('gate'), id }),
]);
const pageRef = z.strictObject({
  ...place,
  subject: scoped,
  questions: z.array(id).min(1).max(4).readonly(),
  turn: id,
  correction: z.boolean(),
});

const assumed = z
  .array(z.strictObject({ question: id, typed: words, on: id.exactOptional() }))
  .max(12)
  .readonly();
const oldRef = z.strictObject({
  project: id,
  integration: id.exactOptional(),
  old: z
    .array(z.strictObject({ subject: scoped, question: id, at: id }))
    .min(1)
    .max(6)
    .readonly(),
});

const risk = z.strictObject({ project: id, finding: words.min(1) });
const step = words.min(1);
const mark = z.string().max(200);
const difference = z.strictObject({ project: id, difference: words.min(1) });
const seen = z.strictObject({ decision: mark, facts: mark });

const stepFilter = z.strictObject({
  whose: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('me') }),
      z.strictObject({ kind: z.literal('nobody') }),
      z.strictObject({ kind: z.literal('person'), name: id }),
      z.strictObject({ kind: z.literal('role'), role: id }),
    ])
    .exactOptional(),
  time: z.enum(['late', 'this-week', 'open', 'doing', 'unproven']).exactOptional(),
  weight: z.enum(['critical', 'high', 'medium', 'low', 'unknown']).exactOptional(),
  about: z
    .discriminatedUnion('scope', [
      z.strictObject({ scope: z.literal('application'), id }),
      z.strictObject({ scope: z.literal('integration'), id }),
    ])
    .exactOptional(),
  step: step.exactOptional(),
});

export const cardCommandSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('help') }),
  z.strictObject({ do: z.literal('continue') }),
  z.strictObject({ do: z.literal('pause') }),
  z.strictObject({ do: z.literal('try-sample') }),
  z.strictObject({ do: z.literal('integrations'), page }),
  z.strictObject({ do: z.literal('change'), name: asked.exactOptional(), page }),
  z.strictObject({ do: z.literal('show-answers'), ...place, page }),
  z.strictObject({ do: z.literal('add-integration') }),
  z.strictObject({ do: z.literal('interview'), name: asked }),
  z.strictObject({ do: z.literal('project'), name: asked }),
  z.strictObject({ do: z.literal('risks'), name: asked, page }),
  z.strictObject({ do: z.literal('show-risks'), ...place, page }),
  z.strictObject({ do: z.literal('landscape'), name: asked, page }),
  z.strictObject({ do: z.literal('show-place'), project: id, place: words, page }),
  z.strictObject({ do: z.literal('open-interview'), ...place }),
  z.strictObject({ do: z.literal('begin'), ...place }),
  z.strictObject({ do: z.literal('answer'), page: pageRef }),
  z.strictObject({ do: z.literal('set-aside'), page: pageRef }),
  z.strictObject({ do: z.literal('back'), page: pageRef }),
  z.strictObject({ do: z.literal('ask-again'), ...place, subject: scoped, question: id }),
  z.strictObject({ do: z.literal('change-back'), ...place, subject: scoped, question: id, at: id }),
  z.strictObject({ do: z.literal('confirm') }),
  z.strictObject({ do: z.literal('change-request'), name: asked }),
  z.strictObject({ do: z.literal('what-if'), name: asked }),
  z.strictObject({ do: z.literal('what-if-of'), ...place, assumed, all: z.literal(true).exactOptional() }),
  z.strictObject({ do: z.literal('what-if-ask'), ...place, assumed, about: id.exactOptional() }),
  z.strictObject({ do: z.literal('what-if-see'), page: pageRef, assumed }),
  z.strictObject({ do: z.literal('keep-proposal'), ...place, assumed }),
  z.strictObject({ do: z.literal('show-proposal'), project: id, proposal: id }),
  z.strictObject({ do: z.literal('compare-proposals'), ...place }),
  z.strictObject({ do: z.literal('adopt'), project: id, proposal: id }),
  z.strictObject({ do: z.literal('preview-change'), project: id }),
  z.strictObject({ do: z.literal('reopen'), project: id, subject: scoped, change: id, note: words }),
  z.strictObject({ do: z.literal('still-true'), ref: oldRef }),
  z.strictObject({ do: z.literal('confirm-later'), ...place }),
  z.strictObject({ do: z.literal('set-project'), project: id }),
  z.strictObject({ do: z.literal('import'), file: words, text: words }),
  z.strictObject({ do: z.literal('summary'), name: asked }),
  z.strictObject({ do: z.literal('gate'), name: asked }),
  z.strictObject({ do: z.literal('milestone'), name: asked }),
  z.strictObject({ do: z.literal('compare'), name: asked }),
  z.strictObject({ do: z.literal('show-compare'), project: id, milestone: id, page }),
  z.strictObject({ do: z.literal('show-summary'), project: id, of: summaryOf, page }),
  z.strictObject({ do: z.literal('show-upload'), project: id, page }),
  z.strictObject({ do: z.literal('apply-upload'), project: id, digest: id }),
  z.strictObject({ do: z.literal('drop-upload'), project: id }),
  z.strictObject({ do: z.literal('export'), name: asked }),
  z.strictObject({ do: z.literal('my-data') }),
  z.strictObject({ do: z.literal('forget-me') }),
  z.strictObject({ do: z.literal('stay') }),
  z.strictObject({ do: z.literal('forget'), how: z.enum(['name', 'answers']), seen: id }),
  z.strictObject({ do: z.literal('export-file'), project: id, format: z.enum(formats) }),
  z.strictObject({ do: z.literal('say'), text: words }),
  z.strictObject({ do: z.literal('decide'), risk, back: z.literal(true).exactOptional() }),
  z.strictObject({
    do: z.literal('treat'),
    risk,
    treatment: z.enum(['avoid', 'reduce', 'share', 'accept']),
    seen,
  }),
  z.strictObject({ do: z.literal('withdraw'), risk, seen }),
  z.strictObject({ do: z.literal('next-steps'), all: z.boolean(), page, only: asked.exactOptional() }),
  z.strictObject({
    do: z.literal('show-steps'),
    project: id,
    all: z.boolean(),
    page,
    only: stepFilter.exactOptional(),
  }),
  z.strictObject({ do: z.literal('list-steps'), project: id, only: stepFilter, page }),
  z.strictObject({ do: z.literal('filter-steps'), project: id }),
  z.strictObject({ do: z.literal('show-step'), project: id, step }),
  z.strictObject({
    do: z.literal('move-step'),
    project: id,
    step,
    to: z.enum(['open', 'doing', 'done', 'dropped']).exactOptional(),
    seen: mark,
  }),
  z.strictObject({ do: z.literal('prove-step'), project: id, step }),
  z.strictObject({
    do: z.literal('snooze'),
    items: z.array(z.strictObject({ key: z.string().min(1).max(600), title: words })).max(20),
  }),
  z.strictObject({ do: z.literal('remind-me'), when: asked }),
  z.strictObject({ do: z.literal('remind-team'), when: asked }),
  z.strictObject({
    do: z.literal('set-schedule'),
    project: id,
    cron: id,
    zone: id,
    always: z.literal(true).exactOptional(),
  }),
  z.strictObject({ do: z.literal('preview-schedule'), project: id }),
  z.strictObject({
    do: z.literal('answer-here'),
    project: id,
    post: words.min(1),
    questions: z.array(id).min(1).max(4).readonly(),
  }),
  z.strictObject({ do: z.literal('answer-in-private'), project: id }),
  z.strictObject({ do: z.literal('reminders') }),
  z.strictObject({ do: z.literal('differences'), page }),
  z.strictObject({ do: z.literal('show-difference'), ref: difference }),
  z.strictObject({ do: z.literal('settle'), ref: difference, seen: mark }),
  z.strictObject({ do: z.literal('digest') }),
  z.strictObject({ do: z.literal('set-reminders') }),
  z.strictObject({ do: z.literal('ask'), name: asked }),
  z.strictObject({
    do: z.literal('ask-person'),
    project: id,
    person: id,
    about: z
      .discriminatedUnion('scope', [
        z.strictObject({ scope: z.literal('application'), id }),
        z.strictObject({ scope: z.literal('integration'), id }),
      ])
      .exactOptional(),
    as: id.exactOptional(),
  }),
  z.strictObject({ do: z.literal('refer-to'), ...place, subject: scoped, question: id, person: id }),
  z.strictObject({ do: z.literal('plan'), page }),
  z.strictObject({ do: z.literal('participation'), page }),
  z.strictObject({ do: z.literal('show-participation'), project: id, page }),
  z.strictObject({ do: z.literal('show-plan'), project: id, page }),
  z.strictObject({ do: z.literal('send-plan'), project: id, sure: page.exactOptional() }),
  z.strictObject({ do: z.literal('people'), page }),
  z.strictObject({ do: z.literal('show-people'), project: id, page }),
  z.strictObject({
    do: z.literal('say-role'),
    who: words.exactOptional(),
    role: words,
    of: words,
    ends: z.literal(true).exactOptional(),
  }),
  z.strictObject({ do: z.literal('note-role'), project: id }),
  z.strictObject({
    do: z.literal('give-role'),
    project: id,
    role: words.min(1),
    to: id.exactOptional(),
    outside: mark.exactOptional(),
    ends: z.literal(true).exactOptional(),
  }),
  z.strictObject({ do: z.literal('answer-role'), project: id, role: words.min(1), yes: z.boolean() }),
  z.strictObject({
    do: z.literal('answer-claim'),
    project: id,
    who: id,
    role: words.min(1),
    yes: z.boolean(),
  }),
  z.strictObject({ do: z.literal('same-person'), project: id, outside: mark, who: id }),
]);

/** Coming and going is told by Teams alone: `meet` carries an address that the bot will write to. */
export type Tappable = Exclude<CardCommand, { readonly do: 'meet' | 'leave' | 'hand-in' | 'roster-changed' }>;

type Plain<Type> = Type extends readonly (infer Each)[]
  ? readonly Plain<Each>[]
  : Type extends object
    ? { readonly [Key in keyof Type]: Plain<Type[Key]> }
    : Type;
type Same<One, Other> =
  (<Any>() => Any extends One ? 1 : 2) extends <Any>() => Any extends Other ? 1 : 2 ? true : false;

/** A command that this schema does not know, or knows otherwise, does not compile. */
export const inStepWithCommands: Same<Plain<z.output<typeof cardCommandSchema>>, Plain<Tappable>> = true;
