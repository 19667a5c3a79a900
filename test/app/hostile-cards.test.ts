/** Every command that a card may carry, filled with ids and words that no card of ours has. */
import { expect, it } from 'vitest';
import type { Command } from '../../src/app/command.ts';
import { cardCommandSchema } from '../../src/teams/card-command.ts';
import { readCard } from '../../src/teams/read-card.ts';
import { renderer } from '../journeys/stage.ts';
import { everything, openTeamProject, openTestStage, projectOf, team } from './interviewing.ts';

const hostile = [
  ...['__proto__', 'constructor', 'toString', 'project', 'x'.repeat(200), '\u0000', '\u202eanaD\u200b'],
  ...['../../etc/passwd', 'a/b', '.', '%2e%2e%2f', 'integration:../x', 'application:__proto__'],
  ...['__proto__.x@project', 'owner-alignment.purpose@integration:constructor', 'security@__proto__'],
  ...['-1', '1e999', '2026-13-45', '=1+1', '(', '[a-z', '\\', '💥'],
];

/** As much of a schema as these are made of. */
interface Def {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly options?: readonly Schema[];
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly element?: Schema;
  readonly innerType?: Schema;
}
interface Schema {
  readonly _zod: { readonly def: Def };
}

/** The `seed`th value that fits: every text a hostile one, but the ids that are known. */
function filled(
  schema: Schema,
  name: string,
  seed: number,
  known: Readonly<Record<string, string>>,
): unknown {
  const { type, shape = {}, options = [], values = [], entries = {}, element, innerType } = schema._zod.def;
  const into = (inner: Schema | undefined) => inner && filled(inner, name, seed, known);
  switch (type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(shape)
          .map(([key, each], at) => [key, filled(each, key, seed + at, known)] as const)
          .filter(([, value]) => value !== undefined),
      );
    case 'union':
      return into(options[seed % options.length]);
    case 'literal':
      return values[0];
    case 'enum':
      return Object.values(entries)[seed % Object.keys(entries).length];
    case 'string':
      return known[name] ?? hostile[seed % hostile.length];
    case 'boolean':
      return seed % 2 === 0;
    case 'array':
      return [into(element)];
    case 'optional':
      return seed % 3 === 0 ? undefined : into(innerType);
    case 'readonly':
      return into(innerType);
    default:
      return 9_999;
  }
}

it('is answered, whatever it says, and puts nothing where it does not belong', async () => {
  const stage = await openTestStage();
  const project = await openTeamProject(stage, 1, 'Omar');
  const commands = (cardCommandSchema as unknown as Schema)._zod.def.options ?? [];
  expect(commands.length).toBeGreaterThan(80);
  const wide = ['role', 'who', 'of', 'name', 'owner', 'due', 'until', 'when', 'zone', 'aside-note'];
  for (const [at, schema] of commands.entries())
    for (const known of [{ project }, { project, integration: 'voucher-load-1' }]) {
      const inputs = Object.fromEntries(
        wide.map((key, more) => [key, hostile[(at + more) % hostile.length]]),
      );
      const read = readCard({ command: filled(schema, '', at, known), ...inputs });
      if (!read.ok || read.command.do === 'forget' || read.command.do === 'try-sample') continue;
      const how = at % 2 ? {} : { place: team };
      const { replace, messages } = await stage.take('Omar', read.command as Command, how);
      for (const reply of [...(replace ? [replace] : []), ...messages]) renderer.render(reply);
    }
  expect(({} as Record<string, unknown>).x).toBeUndefined();
  expect((await projectOf(stage)).people.map(({ name }) => name)).toEqual(['Dana', 'Omar']);
  const strange = [...(await everything(stage)).keys()].filter((key) => !/^[a-z0-9/-]+$/.test(key));
  expect(strange).toEqual([]);
});
