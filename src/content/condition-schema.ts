/** A condition as it is written: short names allowed, and the id of a limit in place of a number. */
import { z } from 'zod';
import { type Band, bands } from '../core/judgement/calculation.ts';
import type { Condition } from '../core/judgement/condition.ts';
import { id, name, type Shape } from './schema-terms.ts';

type Written<C> = C extends { readonly all: unknown }
  ? { readonly all: readonly WrittenCondition[] }
  : C extends { readonly any: unknown }
    ? { readonly any: readonly WrittenCondition[] }
    : C extends { readonly not: unknown }
      ? { readonly not: WrittenCondition }
      : C extends { readonly atLeast: number }
        ? { readonly question: string; readonly atLeast: number | string }
        : C extends { readonly atMost: number }
          ? { readonly question: string; readonly atMost: number | string }
          : C;
export type WrittenCondition = Written<Condition>;
export type WrittenLeaf = Exclude<WrittenCondition, { all: unknown } | { any: unknown } | { not: unknown }>;

type FieldOf<C> = C extends unknown ? keyof C : never;
/** A form is known by the one field that no other form has. */
type Form = Exclude<FieldOf<WrittenCondition>, 'question' | 'band'>;
type Of<F extends Form> = Extract<WrittenCondition, Readonly<Record<F, unknown>>>;

const options = z.array(id).min(1);
const amount = z.union([z.number(), id], { error: 'must be a number or the id of a limit' });
const parts = z.array(z.lazy(() => conditionSchema)).min(1);

const forms: { readonly [F in Form]: z.ZodType<Of<F>> } = {
  is: z.strictObject({ question: name, is: id } satisfies Shape<Of<'is'>>),
  oneOf: z.strictObject({ question: name, oneOf: options } satisfies Shape<Of<'oneOf'>>),
  includes: z.strictObject({ question: name, includes: options } satisfies Shape<Of<'includes'>>),
  atLeast: z.strictObject({ question: name, atLeast: amount } satisfies Shape<Of<'atLeast'>>),
  atMost: z.strictObject({ question: name, atMost: amount } satisfies Shape<Of<'atMost'>>),
  after: z.strictObject({ question: name, after: id } satisfies Shape<Of<'after'>>),
  unsure: z.strictObject({ question: name, unsure: z.literal(true) } satisfies Shape<Of<'unsure'>>),
  missing: z.strictObject({ question: name, missing: z.literal(true) } satisfies Shape<Of<'missing'>>),
  disagree: z.strictObject({ question: name, disagree: z.literal(true) } satisfies Shape<Of<'disagree'>>),
  calculation: z.strictObject({
    calculation: id,
    band: z.array(z.enum(bands as readonly [Band, ...Band[]])).min(1),
  } satisfies Shape<Of<'calculation'>>),
  all: z.strictObject({ all: parts } satisfies Shape<Of<'all'>>),
  any: z.strictObject({ any: parts } satisfies Shape<Of<'any'>>),
  not: z.strictObject({ not: z.lazy(() => conditionSchema) } satisfies Shape<Of<'not'>>),
};

export const conditionSchema: z.ZodType<WrittenCondition> = z
  .union(Object.values(forms), {
    error: `is not a condition: it takes a question or a calculation, and one of ${Object.keys(forms).join(', ')}`,
  })
  .meta({ id: 'condition', description: 'Three-valued: yes, no, unknown. Unknown never counts as safe.' });
