import { expect, it } from 'vitest';
import { isKey, isTemporary, keyOfFile, temporaryName } from '../../src/store/key.ts';

it.each([
  'people/ada',
  'projects/palm/integrations/api-020',
  'a',
  '0/1/2',
  `${'a/'.repeat(7)}a`,
  'x'.repeat(100),
])('takes %s for a key', (text) => expect(isKey(text)).toBe(true));

it.each([
  ...[
    '',
    '/',
    'a/',
    '/a',
    'a//b',
    '.',
    '..',
    'a/../b',
    'a.b',
    'A',
    'ä',
    'a b',
    'a\\b',
    'a\n',
    'a\0',
    'c:',
    '~',
  ],
  'x'.repeat(101),
  `${'a/'.repeat(8)}a`,
  ['x'.repeat(100), 'x'.repeat(100), 'x'.repeat(100)].join('/'),
])('refuses %j', (text) => expect(isKey(text)).toBe(false));

it('knows the files of a document from all others', () => {
  expect(keyOfFile('people/ada.json')).toBe('people/ada');
  expect(keyOfFile('people/ada.prev.json')).toBe('people/ada');
  for (const file of [
    'people/ada',
    'people/ada.damaged.json',
    'people/Ada.json',
    'bridgekeeper.lock',
    '.json',
  ])
    expect(keyOfFile(file), file).toBeUndefined();
});

it('knows a name it gave to an unfinished file, and no other', () => {
  expect(isTemporary(temporaryName('people/ada.json', '0123456789ab'))).toBe(true);
  for (const file of ['notes.tmp', 'ada.json.tmp', 'ada.json']) expect(isTemporary(file), file).toBe(false);
});
