import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { OperatorError } from '../../src/error.ts';
import { encode } from '../../src/store/document-text.ts';
import { openJsonStore } from '../../src/store/json-store.ts';
import { type Known, readJsonDocuments } from '../../src/store/load-documents.ts';
import { failNext, heal } from './faulty-disk.ts';
import { filesIn, temporaryFolder } from './folder.ts';

vi.mock('node:fs/promises', async (original) =>
  (await import('./faulty-disk.ts')).faultyDisk(await original<typeof import('node:fs/promises')>()),
);
beforeEach(heal);

const note = (text: string) => ({ schema: 1, text });

const schemaOne: Known = (_key, value) => {
  const { schema, text } = value as { schema: number; text: unknown };
  if (schema !== 1) return { kind: 'schema-unknown', why: `schema ${schema}, this version knows 1` };
  return typeof text === 'string' ? undefined : { kind: 'malformed', why: 'text: is no text' };
};

/** A closed folder with Ada at version 3, so her file says "three" and the one before it "two". */
async function folderWithAda() {
  const folder = await temporaryFolder();
  const store = await openJsonStore(folder, schemaOne);
  await store.create('people/ada', note('one'));
  await store.write('people/ada', note('two'), 1);
  await store.write('people/ada', note('three'), 2);
  await store.create('people/bob', note('Bob'));
  await store.close();
  const main = join(folder, 'people/ada.json');
  return { folder, main, previous: join(folder, 'people/ada.prev.json') };
}

async function open(folder: string) {
  const recovered: string[] = [];
  const store = await openJsonStore(folder, schemaOne, (key, reason) => recovered.push(`${key}: ${reason}`));
  onTestFinished(() => store.close());
  return { store, recovered };
}

async function refusal(folder: string): Promise<OperatorError> {
  const error = await openJsonStore(folder, schemaOne).catch((thrown: unknown) => thrown);
  if (!(error instanceof OperatorError)) throw new Error(`not refused: ${error}`);
  return error;
}

/** All files with their bytes: what must not change. */
async function contents(folder: string): Promise<Record<string, string>> {
  const files = await filesIn(folder);
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file, await readFile(join(folder, file), 'latin1')])),
  );
}

const damages: [string, (path: string) => Promise<void>, RegExp][] = [
  [
    'cut short',
    async (path) => writeFile(path, (await readFile(path)).subarray(0, 60)),
    /not a whole document/,
  ],
  ['empty, as after a power cut', (path) => writeFile(path, ''), /empty/],
  ['filled with zeros', (path) => writeFile(path, Buffer.alloc(200)), /not a whole document/],
  [
    'changed in one letter',
    async (path) => writeFile(path, (await readFile(path, 'utf8')).replace('three', 'thrée')),
    /checksum/,
  ],
  [
    'given another version',
    async (path) => writeFile(path, (await readFile(path, 'utf8')).replace('"version": 3', '"version": 4')),
    /checksum/,
  ],
  ['missing', (path) => rm(path), /missing/],
];

describe('a damaged document', () => {
  it.each(damages)(
    'that is %s comes back as its previous generation, and somebody hears of it',
    async (_, damage, why) => {
      const { folder, main, previous } = await folderWithAda();
      await damage(main);

      const { store, recovered } = await open(folder);
      expect(recovered).toEqual([expect.stringMatching(why)]);
      expect(recovered[0]).toMatch(/^people\/ada: /);
      expect(await store.read('people/ada')).toEqual({ value: note('two'), version: 2 });
      expect((await store.read('people/bob'))?.value).toEqual(note('Bob'));
      expect(await readFile(main, 'utf8')).toContain('"two"');
      expect(await readFile(previous, 'utf8')).toContain('"two"');

      expect(await store.write('people/ada', note('after'), 2)).toEqual({ ok: true, version: 3 });
      await store.close();
      const again = await open(folder);
      expect(again.recovered).toEqual([]);
      expect((await again.store.read('people/ada'))?.value).toEqual(note('after'));
      await again.store.remove('people/ada', 3);
      expect(await filesIn(join(folder, 'people'))).toEqual(['bob.json']);
    },
  );

  it('is kept aside for whoever wants to look into it', async () => {
    const { folder, main } = await folderWithAda();
    const text = (await readFile(main, 'utf8')).replace('three', 'thrée');
    await writeFile(main, text);
    await open(folder);
    expect(await readFile(join(folder, 'people/ada.damaged.json'), 'utf8')).toBe(text);
  });

  it.each(damages.filter(([name]) => name !== 'missing'))(
    'whose two generations are %s is refused by name, and nothing is touched',
    async (_, damage, why) => {
      const { folder, main, previous } = await folderWithAda();
      await damage(main);
      await copyFile(main, previous);
      const before = await contents(folder);

      const error = await refusal(folder);
      expect(error.code).toBe('data-unreadable');
      expect(error.message).toContain(main);
      expect(error.message).toMatch(why);
      expect(await contents(folder)).toEqual(before);
    },
  );

  it('is refused, not replaced, when the disk will not let it be read', async () => {
    const { folder, main } = await folderWithAda();
    const before = await contents(folder);
    failNext('read', /^ada\.json$/, 'EIO');
    expect(await refusal(folder)).toMatchObject({
      code: 'data-unreadable',
      message: expect.stringContaining(main),
    });
    expect(await contents(folder)).toEqual(before);
    expect((await open(folder)).recovered).toEqual([]);
  });

  it('survives line ends and indents of another program', async () => {
    const { folder, main } = await folderWithAda();
    await writeFile(
      main,
      JSON.stringify(JSON.parse(await readFile(main, 'utf8')), null, 8).replaceAll('\n', '\r\n'),
    );
    const { store, recovered } = await open(folder);
    expect(recovered).toEqual([]);
    expect((await store.read('people/ada'))?.value).toEqual(note('three'));
  });
});

describe('a document of another version of Bridgekeeper', () => {
  it.each([
    ['schema', encode({ version: 3, value: { schema: 2, text: 'later' } }), /schema 2, this version knows 1/],
    ['file format', '{ "format": 2, "body": "gzip" }\n', /format 2, this version knows 1/],
  ])(
    'with an unknown %s stops the start, even with a good generation beside it, and keeps its bytes',
    async (_, text, why) => {
      const { folder, main } = await folderWithAda();
      await writeFile(main, text);
      const before = await contents(folder);

      const error = await refusal(folder);
      expect(error.code).toBe('data-schema-unknown');
      expect(error.message).toContain(main);
      expect(error.message).toMatch(why);
      expect(await contents(folder)).toEqual(before);
    },
  );

  it('is not read from a previous generation either', async () => {
    const { folder, main, previous } = await folderWithAda();
    await writeFile(main, '');
    await writeFile(previous, encode({ version: 2, value: { schema: 2 } }));
    const before = await contents(folder);
    expect((await refusal(folder)).code).toBe('data-schema-unknown');
    expect(await contents(folder)).toEqual(before);
  });
});

describe('opening', () => {
  it('names every problem at once, each with its file, and repairs nothing meanwhile', async () => {
    const { folder, main, previous } = await folderWithAda();
    await writeFile(main, 'x');
    await writeFile(previous, 'y');
    await writeFile(join(folder, 'people/bob.json'), encode({ version: 1, value: { schema: 9, text: '' } }));
    await writeFile(join(folder, 'people/cyd.json'), encode({ version: 1, value: { schema: 1, text: 5 } }));
    await writeFile(
      join(folder, 'people/dan.prev.json'),
      encode({ version: 1, value: note('could be restored') }),
    );
    const before = await contents(folder);

    const error = await refusal(folder);
    expect(error.code).toBe('data-unreadable');
    expect(error.message).toContain(`3 documents of ${folder}`);
    expect(error.details).toHaveLength(3);
    expect(error.details[0]).toMatch(/people\/ada\.json: .*previous generation.*\[data-unreadable\]$/);
    expect(error.details[1]).toMatch(/people\/bob\.json: schema 9.*\[data-schema-unknown\]$/);
    expect(error.details[2]).toMatch(/people\/cyd\.json: text: is no text \[data-unreadable\]$/);
    expect(await contents(folder)).toEqual(before);
  });

  it('sweeps away what unfinished writes left, and leaves the files of others alone', async () => {
    const { folder } = await folderWithAda();
    const left = ['people/ada.json.0123456789ab.tmp', 'people/ada.prev.json.0123456789ab.tmp'];
    const foreign = ['README.md', 'people/notes.tmp', 'people/Ada Lovelace.json', 'people/.ada.json.swp'];
    for (const file of [...left, ...foreign]) await writeFile(join(folder, file), 'half of someth');
    const { store } = await open(folder);
    const files = await filesIn(folder);
    expect(files.filter((file) => left.includes(file))).toEqual([]);
    expect(files.filter((file) => foreign.includes(file)).sort()).toEqual([...foreign].sort());
    expect(await store.list('')).toEqual(['people/ada', 'people/bob']);
  });

  it('makes the folder and those above it', async () => {
    const folder = join(await temporaryFolder(), 'not/yet/there');
    const { store } = await open(folder);
    expect(await store.list('')).toEqual([]);
  });

  it('refuses a path that is a file, in one line', async () => {
    const folder = join(await temporaryFolder(), 'data');
    await writeFile(folder, '');
    expect(await refusal(folder)).toMatchObject({ code: 'data-unwritable' });
  });

  it('lets go of the folder when it refuses', async () => {
    const { folder, main, previous } = await folderWithAda();
    await rm(previous);
    await writeFile(main, '');
    await refusal(folder);
    expect(await filesIn(folder)).not.toContain('bridgekeeper.lock');
  });

  it('finds every one of 1,000 documents', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'people'));
    const keys = Array.from({ length: 1000 }, (_, i) => `people/p${i}`);
    await Promise.all(
      keys.map((key) => writeFile(join(folder, `${key}.json`), encode({ version: 1, value: note(key) }))),
    );
    const { store } = await open(folder);
    expect(await store.list('people/')).toHaveLength(1000);
  });
});

describe('reading without the lock', () => {
  it('sees each document whole while the bot writes, and takes nothing from it', async () => {
    const { folder } = await folderWithAda();
    const { store } = await open(folder);
    const writing = (async () => {
      for (let i = 3; i < 40; i++) await store.write('people/ada', note(`${i} `.repeat(2000)), i);
    })();
    for (let i = 0; i < 40; i++) {
      const documents = await readJsonDocuments(folder, schemaOne);
      expect([...documents.keys()]).toEqual(['people/ada', 'people/bob']);
    }
    await writing;
    expect((await readJsonDocuments(folder, schemaOne)).get('people/ada')).toEqual(
      await store.read('people/ada'),
    );
    expect(await filesIn(folder)).toContain('bridgekeeper.lock');
  });

  it('reads past damage and repairs nothing', async () => {
    const { folder, main } = await folderWithAda();
    await writeFile(main, '');
    const before = await contents(folder);
    expect((await readJsonDocuments(folder, schemaOne)).get('people/ada')?.value).toEqual(note('two'));
    expect(await contents(folder)).toEqual(before);
  });

  it('finds nothing where there is no folder', async () => {
    expect(await readJsonDocuments(join(await temporaryFolder(), 'none'), schemaOne)).toEqual(new Map());
  });
});
