/** The form of the files that all topics share. */
import { z } from 'zod';
import type { Change, Limit, PlanDate, Reason, Role, Stage } from '../core/interview/topic.ts';
import { day, id, key, type Shape, text } from './schema-terms.ts';

const role = z.strictObject({
  id,
  title: text,
  phrase: text,
  side: z.enum(['customer', 'integrator', 'both', 'vendor']),
  ofApplication: z.enum(['source', 'target', 'any', 'downstream']).exactOptional(),
} satisfies Shape<Role>);
export const rolesSchema: z.ZodType<{ roles: Role[] }> = z.strictObject({ roles: z.array(role).min(1) });

const stage = z.strictObject({
  id,
  title: text,
  also: z.array(text).default([]),
  ends: z.array(id).exactOptional(),
  reconfirm: z.array(id).exactOptional(),
} satisfies Shape<Stage>);
const date = z.strictObject({ id, title: text } satisfies Shape<PlanDate>);
export const stagesSchema: z.ZodType<{ stages: Stage[]; dates: PlanDate[] }> = z.strictObject({
  stages: z.array(stage).min(1),
  dates: z.array(date).default([]),
});

const limit = z.strictObject({
  id,
  value: z.number(),
  unit: text,
  scope: text,
  source: text,
  sourceDate: day,
} satisfies Shape<Limit>);
export const limitsSchema: z.ZodType<{ limits: Limit[] }> = z.strictObject({ limits: z.array(limit) });

const reason = z.strictObject({ id, text } satisfies Shape<Reason>);
export const reasonsSchema: z.ZodType<{ reasons: Reason[] }> = z.strictObject({
  reasons: z.array(reason).min(1),
});

const change = z.strictObject({
  id,
  title: text,
  phrase: text,
  also: z.array(text).default([]),
  questions: z.array(key).min(1),
} satisfies Shape<Change>);
export const changesSchema: z.ZodType<{ changes: Change[] }> = z.strictObject({
  changes: z.array(change),
});

export const inventorySchema: z.ZodType<{ columns: Record<string, string> }> = z.strictObject({
  columns: z.record(z.string(), key),
});
