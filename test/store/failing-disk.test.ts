import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { OperatorError } from '../../src/error.ts';
import { openJsonStore } from '../../src/store/json-store.ts';
import { failNext, heal, trace } from './faulty-disk.ts';
import { canMount, filesIn, smallDisk, temporaryFolder } from './folder.ts';

vi.mock('node:fs/promises', async (original) =>
  (await import('./faulty-disk.ts')).faultyDisk(await original<typeof import('node:fs/promises')>()),
);
beforeEach(heal);

const note = (text: string) => ({ schema: 1, text });
const ada = 'people/ada';

async function openWithAda(folder?: string) {
  const root = folder ?? (await temporaryFolder());
  const open = () => openJsonStore(root, () => undefined);
  const store = await open();
  onTestFinished(() => store.close());
  await store.create(ada, note('zero'));
  await store.write(ada, note('one'), 1);
  return { root, store, open };
}

/** What a new process would find. */
async function onDisk(root: string): Promise<string> {
  return readFile(join(root, `${ada}.json`), 'utf8');
}

describe('the order of things', () => {
  it('flushes the text before its name, and the name before it acknowledges', async () => {
    const { store } = await openWithAda();
    heal();
    await store.write(ada, note('two'), 2);
    expect(trace).toEqual([
      'open ada.json.tmp',
      'write ada.json.tmp',
      'sync ada.json.tmp',
      'link ada.prev.json.tmp',
      'rename ada.prev.json',
      'rename ada.json',
      'open people',
      'sync people',
    ]);
  });

  it('flushes the names of new folders, from the document up to the data folder', async () => {
    const root = await temporaryFolder();
    const store = await openJsonStore(join(root, 'data'), () => undefined);
    onTestFinished(() => store.close());
    expect(trace.filter((line) => line.startsWith('sync'))).toHaveLength(1);
    heal();
    await Promise.all([
      store.create('projects/palm/integrations/a', note('a')),
      store.create('projects/palm/integrations/b', note('b')),
    ]);
    const synced = trace.filter((line) => line.startsWith('sync'));
    expect(synced.slice(0, 3)).toEqual(['sync palm', 'sync projects', 'sync data']);
    expect(synced.slice(3).sort()).toEqual([
      'sync a.json.tmp',
      'sync b.json.tmp',
      'sync integrations',
      'sync integrations',
    ]);
  });

  it('removes the newest generation last, so that no older one comes back', async () => {
    const { store } = await openWithAda();
    heal();
    await store.remove(ada, 2);
    expect(trace.filter((line) => !line.startsWith('open'))).toEqual([
      'unlink ada.prev.json',
      'sync people',
      'rename ada.json.tmp',
      'sync people',
      'unlink ada.json.tmp',
    ]);
  });
});

describe('a write that fails', () => {
  it.each([
    ['open', /^ada\.json\..*tmp$/, 'EROFS'],
    ['write', /^ada\.json\..*tmp$/, 'ENOSPC'],
    ['sync', /^ada\.json\..*tmp$/, 'EIO'],
    ['link', /^ada\.prev/, 'ENOSPC'],
    ['rename', /^ada\.prev\.json$/, 'EACCES'],
    ['rename', /^ada\.json$/, 'EACCES'],
    ['sync', /^people$/, 'EIO'],
  ] as const)(
    'at "%s %s" leaves memory and disk as they were, and the next one works',
    async (operation, name, code) => {
      const { root, store, open } = await openWithAda();
      const before = await onDisk(root);

      failNext(operation, name, code);
      const failure = await store.write(ada, note('two'), 2).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(OperatorError);
      expect(failure).toMatchObject({ code: 'data-unwritable', cause: { code } });
      expect((failure as OperatorError).message).toContain(join(root, 'people/ada.json'));
      expect(await store.read(ada)).toEqual({ value: note('one'), version: 2 });
      expect(await onDisk(root)).toBe(before);
      expect((await filesIn(root)).filter((file) => file.endsWith('.tmp'))).toEqual([]);

      expect(await store.write(ada, note('three'), 2)).toEqual({ ok: true, version: 3 });
      await store.close();
      const again = await open();
      expect(await again.read(ada)).toEqual({ value: note('three'), version: 3 });
      await again.close();
    },
  );

  it('is heard by its own caller only', async () => {
    const { store } = await openWithAda();
    failNext('write', /^ada\.json/, 'ENOSPC');
    const settled = await Promise.allSettled([
      store.write(ada, note('mine'), 2),
      store.write(ada, note('neighbour'), 2),
      store.create('people/bob', note('Bob')),
    ]);
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(settled[1]).toMatchObject({ value: { ok: true, version: 3 } });
    expect((await store.read(ada))?.value).toEqual(note('neighbour'));
  });

  it('is answered as soon as it has failed or landed, not when its neighbours have', async () => {
    const { store } = await openWithAda();
    const order: string[] = [];
    const first = store.write(ada, note('two'), 2).then(() => order.push('first'));
    const second = store.write(ada, note('three'), 3).then(() => order.push('second'));
    await first;
    expect(order).toEqual(['first']);
    await second;
  });

  it('leaves nothing behind when it was to create the document', async () => {
    const { root, store } = await openWithAda();
    failNext('sync', /^people$/, 'EIO');
    await expect(store.create('people/bob', note('Bob'))).rejects.toMatchObject({ code: 'data-unwritable' });
    expect(await filesIn(root)).not.toContain('people/bob.json');
    expect(await store.list('people/')).toEqual([ada]);
    expect(await store.create('people/bob', note('Bob'))).toEqual({ ok: true, version: 1 });
  });

  it('keeps a document whose removal failed', async () => {
    const { root, store } = await openWithAda();
    failNext('rename', /^ada\.json\./, 'EROFS');
    await expect(store.remove(ada, 2)).rejects.toMatchObject({ code: 'data-unwritable' });
    expect(await store.read(ada)).toEqual({ value: note('one'), version: 2 });
    expect(await onDisk(root)).toContain('one');
    expect(await store.remove(ada, 2)).toEqual({ ok: true, version: 2 });
  });

  it('copies where the file system knows no hard links', async () => {
    const root = await temporaryFolder();
    for (let i = 0; i < 3; i++) failNext('link', /./, 'ENOTSUP');
    const { store } = await openWithAda(root);
    failNext('link', /./, 'ENOTSUP');
    await store.write(ada, note('two'), 2);
    expect(await filesIn(root)).toEqual(['bridgekeeper.lock', 'people/ada.json', 'people/ada.prev.json']);
    expect(await readFile(join(root, 'people/ada.prev.json'), 'utf8')).toContain('one');
  });
});

describe('on Windows', () => {
  it('a file that somebody looks into is replaced when they have done', async () => {
    const { store } = await openWithAda();
    const real = Object.getOwnPropertyDescriptor(process, 'platform') ?? {};
    onTestFinished(() => void Object.defineProperty(process, 'platform', real));
    Object.defineProperty(process, 'platform', { ...real, value: 'win32' });
    failNext('rename', /^ada\.json$/, 'EPERM');
    failNext('rename', /^ada\.json$/, 'EBUSY');
    expect(await store.write(ada, note('two'), 2)).toEqual({ ok: true, version: 3 });
    failNext('open', /^people$/, 'EISDIR');
    expect(await store.write(ada, note('three'), 3)).toEqual({ ok: true, version: 4 });
  });
});

describe.skipIf(!(await canMount()))('a real disk, mounted for the test', () => {
  it('that is full fails the write, keeps what was there, and works again when there is room', async () => {
    const { folder } = await smallDisk(128);
    const { store, open } = await openWithAda(folder);
    await store.create('people/big', note('x'.repeat(40_000)));

    const failure = store.write(ada, note('y'.repeat(200_000)), 2);
    await expect(failure).rejects.toMatchObject({ code: 'data-unwritable', cause: { code: 'ENOSPC' } });
    expect(await store.read(ada)).toEqual({ value: note('one'), version: 2 });
    expect((await filesIn(folder)).filter((file) => file.endsWith('.tmp'))).toEqual([]);

    await store.remove('people/big', 1);
    expect(await store.write(ada, note('z'.repeat(40_000)), 2)).toEqual({ ok: true, version: 3 });
    await store.close();
    const again = await open();
    expect((await again.read(ada))?.version).toBe(3);
    await again.close();
  });

  it('that turns read-only fails the write and works again when it is writable', async () => {
    const disk = await smallDisk(128);
    const { store } = await openWithAda(disk.folder);
    disk.makeReadOnly();
    await expect(store.write(ada, note('two'), 2)).rejects.toMatchObject({ cause: { code: 'EROFS' } });
    await expect(store.remove(ada, 2)).rejects.toMatchObject({ cause: { code: 'EROFS' } });
    expect(await store.read(ada)).toEqual({ value: note('one'), version: 2 });
    disk.makeWritable();
    expect(await store.write(ada, note('two'), 2)).toEqual({ ok: true, version: 3 });
  });

  it('that is read-only from the start is refused in one line', async () => {
    const disk = await smallDisk(128);
    disk.makeReadOnly();
    await expect(openJsonStore(disk.folder, () => undefined)).rejects.toMatchObject({
      code: 'data-unwritable',
    });
  });
});
