/** What is to be sent, and when. */
import { z } from 'zod';
import { text, who } from './answer.ts';

const addressee = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), tenant: text, id: text, name: text }),
  z.strictObject({ kind: z.literal('conversation'), tenant: text, id: text }),
]);

const wanted = z.array(z.strictObject({ question: text, about: text, via: text }));

const letterContent = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('notice'),
    title: text,
    lines: z.array(text),
    buttons: z.array(z.strictObject({ title: text, say: text })),
  }),
  z.strictObject({
    kind: z.literal('acceptance-lapsed'),
    finding: text,
    title: text,
    integration: text.exactOptional(),
    why: z.enum(['date', 'answers']),
    until: text,
  }),
  z.strictObject({
    kind: z.literal('asked'),
    by: who,
    integration: text,
    note: text.exactOptional(),
    wanted: wanted.exactOptional(),
    waits: z.literal(true).exactOptional(),
    referred: z.literal(true).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('unreachable'),
    whom: text.exactOptional(),
    why: text,
    about: text,
    integration: text.exactOptional(),
    maybe: z.literal(true).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('answered'), by: who, integration: text, wanted }),
  z.strictObject({
    kind: z.literal('difference'),
    difference: text,
    state: z.enum(['open', 'over']),
    by: who,
  }),
  z.strictObject({ kind: z.literal('given-role'), role: text, by: who }),
  z.strictObject({ kind: z.literal('claimed-role'), role: text, by: who }),
  z.strictObject({
    kind: z.literal('passed-on'),
    whom: who,
    what: text,
    why: z.enum(['ignored', 'not-mine']),
    integration: text.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('governance'),
    skipped: z.int().min(0),
    always: z.literal(true).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('digest'), week: text, since: text }),
]);

const tries = z.int().min(0);

const delivery = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('waiting'), tries, after: text.exactOptional() }),
  z.strictObject({ state: z.literal('claimed'), tries, by: text, at: text }),
  z.strictObject({ state: z.literal('sent'), at: text, activity: text }),
  z.strictObject({ state: z.literal('unknown'), at: text, why: text }),
  z.strictObject({ state: z.literal('failed'), at: text, why: text }),
  z.strictObject({ state: z.literal('dropped'), at: text, why: text }),
]);

export const posted = z.strictObject({
  schema: z.literal(1),
  letter: z.strictObject({
    id: text,
    project: text,
    to: addressee,
    about: text,
    content: letterContent,
    notBefore: text.exactOptional(),
    urgency: z.enum(['at-once', 'daily']),
  }),
  at: text,
  delivery,
  shown: text.exactOptional(),
});

const nudged = z.strictObject({
  times: tries,
  last: text,
  until: text.exactOptional(),
  over: z.enum(['not-mine', 'passed-on']).exactOptional(),
});

export const nudges = z.strictObject({
  schema: z.literal(1),
  tenant: text,
  id: text,
  day: text.exactOptional(),
  delivery: delivery.exactOptional(),
  letters: z.array(z.strictObject({ project: text, id: text })),
  items: z.array(text),
  nudged: z.record(text, nudged),
});

export const schedule = z.strictObject({
  schema: z.literal(1),
  project: text,
  tenant: text,
  conversation: text,
  cron: text,
  zone: text,
  always: z.literal(true).exactOptional(),
  by: who,
  at: text,
  handled: text,
});
