import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { loadContent } from '../../src/content/load-content.ts';
import { writePrepared } from '../../src/content/prepared.ts';
import type { Content } from '../../src/core/interview/topic.ts';
import { calculations, copyOfGood } from './packs.ts';

/** A pack, and a prepared copy of it in which one title was changed, so that one can see which was read. */
function prepare() {
  const folder = copyOfGood();
  const dialogs = join(folder, 'dialogs');
  const file = pathToFileURL(join(folder, 'prepared.json'));
  const content = loadContent(dialogs, calculations);
  const [first, ...others] = content.topics;
  if (!first) throw new Error('the good pack has topics');
  const marked: Content = { ...content, topics: [{ ...first, title: 'Prepared' }, ...others] };
  return { dialogs, file, content, marked };
}

test('content that the build has prepared is the content of the files', () => {
  const { dialogs, file, content } = prepare();
  writePrepared(file, dialogs, calculations, content);
  expect(loadContent(dialogs, calculations, file)).toEqual(content);
});

test('it is taken while the files are the same, wherever they lie', () => {
  const { dialogs, file, marked } = prepare();
  writePrepared(file, dialogs, calculations, marked);
  const elsewhere = join(copyOfGood(), 'dialogs');
  expect(loadContent(dialogs, calculations, file).topics[0]?.title).toBe('Prepared');
  expect(loadContent(elsewhere, calculations, file).topics[0]?.title).toBe('Prepared');
});

test('one byte more in a file, and the files are read again', () => {
  const { dialogs, file, marked } = prepare();
  writePrepared(file, dialogs, calculations, marked);
  appendFileSync(join(dialogs, 'business/owners.yaml'), '#');
  expect(loadContent(dialogs, calculations, file).topics[0]?.title).toBe('Owners');
});

test('calculations that read something else, and the files are checked again', () => {
  const { dialogs, file, marked } = prepare();
  writePrepared(file, dialogs, calculations, marked);
  expect(() => loadContent(dialogs, [], file)).toThrow('2 mistakes');
});

test('a prepared file that is damaged is of no account', () => {
  const { dialogs, file } = prepare();
  writeFileSync(file, '{"digest":');
  expect(loadContent(dialogs, calculations, file).topics[0]?.title).toBe('Owners');
});
