import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Complaint } from '../../src/content/complaint.ts';
import { digestOf } from '../../src/content/read-ahead.ts';
import { readYaml } from '../../src/content/yaml-file.ts';

const dialogs = join(import.meta.dirname, '../../dialogs');
const files = readdirSync(dialogs, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.yaml'),
);

test.each(files)('%s is the same after it was kept as JSON', (name) => {
  const { data } = readYaml(join(dialogs, name), name, [], {});
  expect(data).toBeDefined();
  expect(JSON.parse(JSON.stringify(data))).toStrictEqual(data);
});

test('a text that is known is not read again, and its mistakes still have their lines', () => {
  const file = join(dialogs, 'roles.yaml');
  const said = (known: Record<string, unknown>) => {
    const complaints: Complaint[] = [];
    const read = readYaml(file, 'roles.yaml', complaints, known);
    read.complain([{ path: ['roles', 2, 'id'], message: 'is strange' }]);
    return { data: read.data, complaints };
  };
  const kept = { roles: 'as it was kept' };
  const known = said({ [digestOf(readFileSync(file, 'utf8'))]: kept });
  expect(known.data).toBe(kept);
  expect(known.complaints).toEqual(said({}).complaints);
  expect(known.complaints[0]?.line).toBeGreaterThan(1);
});

test('a text that was changed is read', () => {
  const read = readYaml(join(dialogs, 'roles.yaml'), 'roles.yaml', [], { [digestOf('before: 1\n')]: {} });
  expect(read.data).toHaveProperty('roles');
});
