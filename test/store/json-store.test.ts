import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openJsonStore } from '../../src/store/json-store.ts';
import type { Known } from '../../src/store/load-documents.ts';
import type { Kept } from '../../src/store/store.ts';
import { filesIn, temporaryFolder } from './folder.ts';

const anything: Known = () => undefined;
const note = (text: string) => ({ schema: 1, text });

async function openNew(folder?: string, known = anything) {
  const store = await openJsonStore(folder ?? (await temporaryFolder()), known);
  onTestFinished(() => store.close());
  return store;
}

describe('reading and writing', () => {
  it('gives back after reopening what was acknowledged before', async () => {
    const folder = await temporaryFolder();
    const first = await openJsonStore(folder, anything);
    await first.create('projects/palm/project', note('Grüße, 世界 \u2028 👋'));
    await first.write('projects/palm/project', note('second'), 1);
    await first.create('people/ada', note('Ada'));
    await first.close();

    const again = await openNew(folder);
    expect(await again.read('projects/palm/project')).toEqual({ value: note('second'), version: 2 });
    expect(await again.read('people/ada')).toEqual({ value: note('Ada'), version: 1 });
    expect(await again.read('people/bob')).toBeUndefined();
  });

  it('writes to disk under NODE_ENV=test too', async () => {
    expect(process.env.NODE_ENV).toBe('test');
    const folder = await temporaryFolder();
    const store = await openNew(folder);
    await store.create('people/ada', note('Ada'));
    expect(await readFile(join(folder, 'people/ada.json'), 'utf8')).toContain('"text": "Ada"');
  });

  it('lays a file out for people, with a newline at its end', async () => {
    const folder = await temporaryFolder();
    const store = await openNew(folder);
    await store.create('people/ada', note('Ada'));
    const text = await readFile(join(folder, 'people/ada.json'), 'utf8');
    expect(text).toMatch(
      /^\{ "format": 1, "version": 1, "checksum": "[0-9a-f]{64}", "value":\n\{\n {2}"schema": 1,/,
    );
    expect(text).toMatch(/\n\}\n$/);
  });

  it('keeps the generation before the newest beside it, and no other file', async () => {
    const folder = await temporaryFolder();
    const store = await openNew(folder);
    await store.create('people/ada', note('first'));
    await store.write('people/ada', note('second'), 1);
    await store.write('people/ada', note('third'), 2);
    expect(await filesIn(folder)).toEqual(['bridgekeeper.lock', 'people/ada.json', 'people/ada.prev.json']);
    expect(await readFile(join(folder, 'people/ada.json'), 'utf8')).toContain('third');
    expect(await readFile(join(folder, 'people/ada.prev.json'), 'utf8')).toContain('second');
  });

  it('lets nobody change what it has taken or given', async () => {
    const folder = await temporaryFolder();
    const store = await openJsonStore(folder, anything);
    const mine = { schema: 1, answers: [{ said: 'retry' }] };
    const writing = store.create('people/ada', mine);
    expect(() => mine.answers.push({ said: 'lost' })).toThrow(TypeError);
    await writing;
    await store.close();

    const kept = await (await openNew(folder)).read('people/ada');
    expect(kept?.value).toEqual({ schema: 1, answers: [{ said: 'retry' }] });
    const answers = (kept as Kept<typeof mine>).value.answers;
    expect(() => answers.push({ said: 'lost' })).toThrow(TypeError);
    expect(() => Object.assign(answers[0] ?? {}, { said: 'lost' })).toThrow(TypeError);
    expect(() => Object.assign(kept ?? {}, { version: 7 })).toThrow(TypeError);
  });

  it('refuses a document that the next start would refuse, before the disk is touched', async () => {
    const folder = await temporaryFolder();
    const store = await openNew(folder, (_key, value) =>
      JSON.stringify(value).includes('bad') ? { kind: 'malformed', why: 'it is bad' } : undefined,
    );
    await expect(store.create('people/ada', note('bad'))).rejects.toThrow(
      /people\/ada is not fit.*it is bad/,
    );
    expect(await filesIn(folder)).toEqual(['bridgekeeper.lock']);
  });
});

describe('conflicts', () => {
  it('refuses a write that does not know the newest version, and changes nothing', async () => {
    const store = await openNew();
    await store.create('people/ada', note('first'));
    expect(await store.write('people/ada', note('second'), 1)).toEqual({ ok: true, version: 2 });
    expect(await store.write('people/ada', note('late'), 1)).toEqual({ ok: false });
    expect(await store.write('people/bob', note('nobody'), 3)).toEqual({ ok: false });
    expect(await store.read('people/ada')).toEqual({ value: note('second'), version: 2 });
    expect(await store.read('people/bob')).toBeUndefined();
  });

  it('lets one of two who create the same document win', async () => {
    const store = await openNew();
    const both = [store.create('people/ada', note('one')), store.create('people/ada', note('two'))];
    expect(await Promise.all(both)).toEqual([{ ok: true, version: 1 }, { ok: false }]);
    expect((await store.read('people/ada'))?.value).toEqual(note('one'));
  });

  it('loses no update of 1,000 who write one document at once and try again on conflict', async () => {
    const folder = await temporaryFolder();
    const store = await openJsonStore(folder, anything);
    interface Sum {
      schema: number;
      writers: number;
      sum: number;
    }
    const nobody: Sum = { schema: 1, writers: 0, sum: 0 };
    await store.create('people/ada', nobody);

    const add = async (amount: number): Promise<void> => {
      for (;;) {
        const { value, version } = (await store.read('people/ada')) as Kept<Sum>;
        const next: Sum = { schema: 1, writers: value.writers + 1, sum: value.sum + amount };
        const written = await store.write('people/ada', next, version);
        if (written.ok) return;
      }
    };
    await Promise.all(Array.from({ length: 1000 }, (_, writer) => add(writer)));
    await store.close();

    expect(await (await openNew(folder)).read('people/ada')).toEqual({
      value: { schema: 1, writers: 1000, sum: (999 * 1000) / 2 },
      version: 1001,
    });
  }, 60_000);
});

describe('listing and removing', () => {
  it('lists the keys below a prefix, sorted', async () => {
    const store = await openNew();
    for (const key of [
      'projects/palm/project',
      'projects/palm/integrations/b',
      'projects/palm/integrations/a',
    ])
      await store.create(key, note(key));
    await store.create('projects/palmtree/project', note('another'));
    expect(await store.list('projects/palm/integrations/')).toEqual([
      'projects/palm/integrations/a',
      'projects/palm/integrations/b',
    ]);
    await store.create('projects/palm/integrations/aa', note('between'));
    expect(await store.list('projects/palm/')).toHaveLength(4);
    const all = await store.list('');
    for (const prefix of [
      '',
      'p',
      'projects/palm',
      'projects/palm/',
      'projects/palmtree/project',
      'projects/q',
      'z',
      '-',
    ])
      expect(await store.list(prefix), prefix).toEqual(all.filter((key) => key.startsWith(prefix)));
  });

  it('lists in the same order after reopening, and the list belongs to its caller', async () => {
    const folder = await temporaryFolder();
    const store = await openJsonStore(folder, anything);
    const keys = Array.from({ length: 200 }, (_, i) => `projects/palm/integrations/api${i}`);
    await Promise.all(keys.map((key) => store.create(key, note(key))));
    (await store.list('')).length = 0;
    expect(await store.list('')).toEqual([...keys].sort());
    await store.close();
    expect(await (await openNew(folder)).list('')).toEqual([...keys].sort());
  });

  it('removes a document with its previous generation, for good', async () => {
    const folder = await temporaryFolder();
    const store = await openJsonStore(folder, anything);
    await store.create('people/ada', note('first'));
    await store.write('people/ada', note('second'), 1);
    expect(await store.remove('people/ada', 1)).toEqual({ ok: false });
    expect(await store.remove('people/ada', 2)).toEqual({ ok: true, version: 2 });
    expect(await store.remove('people/ada', 2)).toEqual({ ok: false });
    expect(await store.remove('people/ada', 0)).toEqual({ ok: false });
    expect(await store.list('')).toEqual([]);
    expect(await filesIn(folder)).toEqual(['bridgekeeper.lock']);
    await store.close();
    expect(await (await openNew(folder)).read('people/ada')).toBeUndefined();
  });

  it('never takes a document made anew for the one that was removed', async () => {
    const store = await openNew();
    await store.create('people/ada', note('old'));
    await store.remove('people/ada', 1);
    expect(await store.create('people/ada', note('new'))).toEqual({ ok: true, version: 2 });
    expect(await store.write('people/ada', note('by one who knew the old'), 1)).toEqual({ ok: false });
  });
});

describe('keys and closing', () => {
  it('refuses a bad key before it touches the disk', async () => {
    const folder = await temporaryFolder();
    const store = await openNew(folder);
    for (const key of [
      '',
      '..',
      '../ada',
      'people/../ada',
      'people//ada',
      '/people',
      'people/',
      'People/ada',
      'a.b',
      'a\0',
    ])
      for (const use of [
        () => store.read(key),
        () => store.create(key, note('x')),
        () => store.write(key, note('x'), 1),
        () => store.remove(key, 1),
      ])
        await expect(use(), key).rejects.toThrow(TypeError);
    expect(await filesIn(folder)).toEqual(['bridgekeeper.lock']);
  });

  it('waits for writes under way when it closes, takes no more, and leaves no lock', async () => {
    const folder = await temporaryFolder();
    const store = await openJsonStore(folder, anything);
    const writing = Array.from({ length: 20 }, (_, i) => store.create(`people/p${i}`, note('x')));
    await store.close();
    expect(await filesIn(folder)).toHaveLength(20);
    expect(await Promise.all(writing)).toHaveLength(20);
    await expect(store.create('people/late', note('x'))).rejects.toThrow('closed');
    await expect(store.remove('people/p1', 1)).rejects.toThrow('closed');
    await store.close();
  });
});
