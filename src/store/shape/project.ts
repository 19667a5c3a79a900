/** A project, its integrations, and what belongs to it. */
import { z } from 'zod';
import { answer, said, text, who } from './answer.ts';
import { deed, level } from './deed.ts';

const origin = z.strictObject({ file: text, line: z.number() });
const turn = z.strictObject({ id: text, at: text });
const end = z.strictObject({ written: text, application: text.exactOptional() });

const home = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('team'), tenant: text, id: text }),
  z.strictObject({ kind: z.literal('chat'), tenant: text, id: text }),
  z.strictObject({ kind: z.literal('person'), tenant: text, id: text }),
  z.strictObject({ kind: z.literal('anyone') }),
]);

const heldRole = z.strictObject({
  role: text,
  on: text.exactOptional(),
  in: text.exactOptional(),
  from: z.strictObject({ how: z.enum(['claimed', 'given', 'confirmed']), by: who, at: text }).exactOptional(),
  vouched: z.strictObject({ by: who, at: text }).exactOptional(),
});

const member = z.strictObject({
  id: text,
  name: text,
  roles: z.array(heldRole),
  left: z.literal(true).exactOptional(),
  guest: z.literal(true).exactOptional(),
});

const outsider = z.strictObject({ name: text, roles: z.array(heldRole) });

const application = z.strictObject({
  id: text,
  name: text,
  notes: text.exactOptional(),
  origin: origin.exactOptional(),
  answers: z.array(answer),
});

export const project = z.strictObject({
  schema: z.literal(1),
  id: text,
  name: text,
  home,
  stage: text,
  dates: z.record(text, text),
  people: z.array(member),
  outsiders: z.array(outsider).exactOptional(),
  applications: z.array(application),
  answers: z.array(answer),
  deeds: z.array(deed).exactOptional(),
  recent: z.array(turn),
});

export const integration = z.strictObject({
  schema: z.literal(1),
  id: text,
  name: text,
  source: end,
  target: end,
  notes: text.exactOptional(),
  origin: origin.exactOptional(),
  answers: z.array(answer),
  deeds: z.array(deed).exactOptional(),
  recent: z.array(turn),
});

export const upload = z.strictObject({
  schema: z.literal(1),
  id: text,
  file: text,
  at: text,
  digest: text,
  edits: z.array(z.strictObject({ sheet: text, id: text, column: text, from: text, to: text })),
  added: z
    .array(z.strictObject({ sheet: text, row: z.number(), cells: z.record(text, text) }))
    .exactOptional(),
  unknown: z.array(text),
});

export const proposal = z.strictObject({
  schema: z.literal(1),
  id: text,
  integration: text,
  name: text,
  by: who,
  at: text,
  assumed: z.array(z.strictObject({ question: text, said, on: text.exactOptional() })),
});

export const roster = z.strictObject({
  schema: z.literal(1),
  at: text.exactOptional(),
  asked: text,
  members: z.array(
    z.strictObject({
      id: text,
      name: text,
      also: text.exactOptional(),
      guest: z.literal(true).exactOptional(),
    }),
  ),
});

const called = z.strictObject({ id: text, name: text });

export const milestone = z.strictObject({
  schema: z.literal(1),
  id: text,
  name: text,
  at: text,
  by: who,
  gate: z.literal(true).exactOptional(),
  stage: text,
  dates: z.record(text, text),
  people: z.array(member),
  applications: z.array(called),
  integrations: z.array(
    z.strictObject({ id: text, name: text, source: text.exactOptional(), target: text.exactOptional() }),
  ),
  findings: z.array(
    z.strictObject({
      id: text,
      rule: text,
      title: text,
      about: text,
      topic: text,
      kind: z.enum(['issue', 'risk', 'unknown']),
      probability: level,
      impact: level,
      severity: z.enum(['critical', 'high', 'medium', 'low']),
    }),
  ),
  digests: z.record(text, text),
});
