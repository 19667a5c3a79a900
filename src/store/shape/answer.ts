/** What was said, by whom, and when. */
import { z } from 'zod';

export const text = z.string();

const value = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('choice'), option: text }),
  z.strictObject({ type: z.literal('multi'), options: z.array(text) }),
  z.strictObject({ type: z.literal('number'), low: z.number(), high: z.number() }),
  z.strictObject({ type: z.literal('date'), date: text }),
  z.strictObject({ type: z.literal('people'), names: z.array(text) }),
  z.strictObject({ type: z.literal('text'), text }),
]);

export const said = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('value'), value, words: text.exactOptional() }),
  z.strictObject({ kind: z.literal('unsure') }),
  z.strictObject({ kind: z.literal('not-applicable'), reason: text, note: text.exactOptional() }),
  z.strictObject({ kind: z.literal('referred'), to: text }),
  z.strictObject({ kind: z.literal('passed') }),
]);

const speaker = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), id: text, name: text }),
  z.strictObject({ kind: z.literal('file'), name: text, line: z.number() }),
]);

export const answer = z.strictObject({
  question: text,
  by: speaker,
  at: text,
  turn: text,
  said,
  confirms: z.literal(true).exactOptional(),
});

export const who = z.strictObject({ id: text.exactOptional(), name: text });
