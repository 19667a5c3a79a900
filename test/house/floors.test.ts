import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

/** Who may import whom: rooms, and packages ("node" stands for Node's own). `types` may be imported as types only. */
const floors: Record<string, { rooms: string[]; types?: string[]; packages: string[] }> = {
  core: { rooms: [], packages: [] },
  app: {
    rooms: ['core'],
    types: ['store/store.ts'],
    packages: ['chrono-node', 'csv-parse', 'croner', 'temporal-polyfill', 'date-holidays', 'node:crypto'],
  },
  render: {
    rooms: ['error.ts'],
    types: ['core', 'app'],
    packages: [
      'adaptivecards-templating',
      'adaptive-expressions',
      'elkjs',
      '@resvg/resvg-wasm',
      'exceljs',
      'node',
    ],
  },
  content: { rooms: ['core', 'error.ts'], packages: ['yaml', 'zod', 'node'] },
  store: { rooms: ['error.ts'], types: ['core'], packages: ['lowdb', 'zod', 'node'] },
  teams: {
    rooms: ['app', 'render', 'error.ts'],
    types: ['core'],
    packages: ['botbuilder', 'restify', 'zod', 'pino', 'prom-client', 'node'],
  },
  cli: { rooms: ['app', 'render', 'error.ts'], types: ['core', 'store/store.ts'], packages: ['node'] },
  'error.ts': { rooms: [], packages: [] },
};

interface Import {
  file: string;
  target: string;
  typeOnly: boolean;
}

const root = new URL('../../src/', import.meta.url).pathname;

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const statements = text.matchAll(/^(?:import|export)\s+(?:(type)\s+)?([^'";]*?)from\s+'([^']+)'/gm);
  const bare = [...text.matchAll(/^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm)].map(
    ([, one, other]) => ['', undefined, '', one ?? other] as const,
  );
  return [...statements, ...bare].map(([, type, names = '', target = '']) => {
    const listed =
      /^\{([\s\S]*)\}$/
        .exec(names.trim())?.[1]
        ?.split(',')
        .filter((name) => name.trim()) ?? [];
    const typeOnly =
      type !== undefined || (listed.length > 0 && listed.every((name) => /^\s*type\s/.test(name)));
    const inside = target.startsWith('.') ? relative(root, join(root, dirname(file), target)) : target;
    return { file, target: inside, typeOnly };
  });
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const roomOf = (path: string) => path.split('/')[0] ?? '';

function isAllowed({ file, target, typeOnly }: Import): boolean {
  const floor = floors[roomOf(file)];
  if (!floor || roomOf(target) === roomOf(file)) return true;
  const within = (allowed: string) => target === allowed || target.startsWith(`${allowed}/`);
  if (target.endsWith('.ts')) {
    return floor.rooms.some(within) || (typeOnly && (floor.types ?? []).some(within));
  }
  if (target.startsWith('node:')) return floor.packages.some((name) => name === 'node' || name === target);
  return floor.packages.some(within);
}

test('every room imports only what its floor allows', () => {
  const imports = files.filter((file) => file !== 'index.ts').flatMap(importsOf);
  expect(imports.length).toBeGreaterThan(100);
  expect(imports.filter((each) => !isAllowed(each)).map(({ file, target }) => `${file} → ${target}`)).toEqual(
    [],
  );
});

test('a file stands in a room of the table', () => {
  expect(files.filter((file) => file !== 'index.ts' && !floors[roomOf(file)])).toEqual([]);
});

test('no file is named for what it happens to hold', () => {
  expect(files.filter((file) => /(util|helper|manager|service|common|misc)/i.test(file))).toEqual([]);
});

test('the environment is read in one place', () => {
  const readers = files.filter((file) =>
    /process\.env|\{\s*env\s*\}\s*=\s*process/.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(readers).toEqual(['index.ts']);
});
