/** People and conversations. */
import { z } from 'zod';
import { text } from './answer.ts';

const sitting = z.strictObject({
  project: text,
  integration: text,
  since: text,
  paused: z.boolean(),
  later: z.literal(true).exactOptional(),
  everything: z.literal(true).exactOptional(),
  wanted: z.array(z.strictObject({ question: text, about: text })).exactOptional(),
});

const weekday = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
]);

const wishes = z.strictObject({
  zone: text.exactOptional(),
  days: z.array(weekday).exactOptional(),
  from: text.exactOptional(),
  to: text.exactOptional(),
  country: text.exactOptional(),
  awayUntil: text.exactOptional(),
  quietUntil: text.exactOptional(),
  weekly: z.boolean().exactOptional(),
  stopped: z.boolean().exactOptional(),
});

export const person = z.strictObject({
  schema: z.literal(1),
  id: text,
  tenant: text,
  name: text,
  project: text.exactOptional(),
  sitting: sitting.exactOptional(),
  chat: text.exactOptional(),
  seen: z.strictObject({ zone: text.exactOptional(), country: text.exactOptional() }).exactOptional(),
  reminders: wishes.exactOptional(),
  forgetting: z.strictObject({ how: z.enum(['name', 'answers']), as: text, at: text }).exactOptional(),
});

export const conversation = z.strictObject({
  schema: z.literal(1),
  id: text,
  tenant: text,
  kind: z.enum(['personal', 'group', 'channel']),
  welcomed: text.exactOptional(),
  address: z.unknown(),
  gone: z.boolean(),
  goneSince: text.exactOptional(),
});
