/** The form of `patterns.yaml`: ways to build, and what speaks for and against each. */
import { z } from 'zod';
import type { Argument, Chooser, Stated, Way } from '../core/judgement/choosers/chooser.ts';
import { conditionSchema, type WrittenCondition } from './condition-schema.ts';
import { id, type Shape, text } from './schema-terms.ts';

type Written<T> = Omit<T, 'when'> & { readonly when: WrittenCondition };
export type WrittenWay = Omit<Way, 'fits' | 'against'> & {
  readonly fits: readonly Written<Argument>[];
  readonly against: readonly Written<Argument>[];
};
export type WrittenChooser = Omit<Chooser, 'key' | 'when' | 'ways' | 'stated'> & {
  readonly id: string;
  readonly when?: WrittenCondition;
  readonly ways: readonly WrittenWay[];
  readonly stated: readonly Written<Stated>[];
};

const argument = z.strictObject({ when: conditionSchema, because: text } satisfies Shape<Written<Argument>>);
const way = z.strictObject({
  id,
  text,
  fits: z.array(argument).default([]),
  against: z.array(argument).default([]),
  checks: z.array(text).default([]),
} satisfies Shape<WrittenWay>);
const stated = z.strictObject({ when: conditionSchema, way: id } satisfies Shape<Written<Stated>>);

export const chooserSchema: z.ZodType<WrittenChooser> = z.strictObject({
  id,
  title: text,
  scope: z.enum(['project', 'integration']),
  cites: id,
  when: conditionSchema.exactOptional(),
  ways: z.array(way).min(2),
  stated: z.array(stated).default([]),
  fit: id.exactOptional(),
} satisfies Shape<WrittenChooser>);

export const patternsSchema: z.ZodType<{ choosers: WrittenChooser[] }> = z.strictObject({
  choosers: z.array(chooserSchema),
});
