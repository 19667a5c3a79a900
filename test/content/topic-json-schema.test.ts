import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { topicJsonSchema } from '../../src/content/topic-json-schema.ts';
import { fixtures, good } from './packs.ts';

const schema = z.fromJSONSchema(JSON.parse(topicJsonSchema()));
const accepts = (file: string) => schema.safeParse(parse(readFileSync(file, 'utf8'))).success;

test('the schema that editors read is current; if not, npm run content:schema', () => {
  const written = readFileSync(new URL('../../dialogs/topic.schema.json', import.meta.url), 'utf8');
  expect(written).toBe(topicJsonSchema());
});

test('an editor accepts what the loader accepts, also what is left out', () => {
  expect(accepts(join(good, 'business/owners.yaml'))).toBe(true);
  expect(accepts(join(good, 'technology/load.yaml'))).toBe(true);
});

test('an editor refuses a wrong form while it is written', () => {
  expect(accepts(join(fixtures, 'bad/form/business/bad.yaml'))).toBe(false);
  expect(accepts(join(fixtures, 'bad/form-of-conditions/business/bad.yaml'))).toBe(false);
});
