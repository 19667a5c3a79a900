/** What people decided. */
import { z } from 'zod';
import { said, text, who } from './answer.ts';

export const level = z.int().min(1).max(5);
const rating = z.strictObject({ probability: level, impact: level });
const ground = z.strictObject({ question: text, about: text, speaker: text, at: text, said });

const did = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('treated'),
    finding: text,
    treatment: z.enum(['avoid', 'reduce', 'share']),
    owner: who,
    due: text.exactOptional(),
    note: text.exactOptional(),
    residual: rating.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('accepted'),
    finding: text,
    owner: who,
    reason: text,
    approver: who,
    until: text,
    rated: rating,
    ground: z.array(ground),
  }),
  z.strictObject({ kind: z.literal('withdrawn'), finding: text, reason: text.exactOptional() }),
  z.strictObject({
    kind: z.literal('moved-step'),
    step: text,
    to: z.enum(['open', 'doing', 'done', 'dropped']),
    owner: who.exactOptional(),
    due: text.exactOptional(),
    reason: text.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('set'),
    field: text,
    about: text.exactOptional(),
    from: text.exactOptional(),
    to: text.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('chose-roles'), from: z.array(text), to: z.array(text) }),
  z.strictObject({
    kind: z.literal('held-role'),
    who,
    role: text,
    how: z.enum(['claimed', 'given', 'confirmed', 'vouched', 'refused', 'ended']),
  }),
  z.strictObject({
    kind: z.literal('came-or-went'),
    who,
    how: z.enum(['left', 'back', 'guest', 'no-guest']),
  }),
  z.strictObject({
    kind: z.literal('listed'),
    what: z.enum(['integration', 'application']),
    id: text,
    name: text,
  }),
  z.strictObject({
    kind: z.literal('imported'),
    file: text,
    added: z.number(),
    changed: z.number(),
    answers: z.number(),
  }),
  z.strictObject({
    kind: z.literal('changed'),
    about: text,
    change: text,
    note: text.exactOptional(),
    questions: z.array(text),
    subjects: z.array(text),
  }),
  z.strictObject({ kind: z.literal('forgot'), how: z.enum(['name', 'answers']), answers: z.number() }),
  z.strictObject({ kind: z.literal('adopted'), proposal: text, name: text, answers: z.number() }),
  z.strictObject({
    kind: z.literal('settled'),
    question: text,
    about: text,
    said,
    decided: who,
    on: text,
    reason: text.exactOptional(),
  }),
]);

export const deed = z.strictObject({
  by: who,
  at: text,
  turn: text,
  door: z.enum(['teams', 'command-line']),
  did,
});
