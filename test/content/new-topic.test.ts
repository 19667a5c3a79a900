import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadContent } from '../../src/content/load-content.ts';
import { calculations, copyOfGood } from './packs.ts';

const tsx = new URL('../../node_modules/tsx/dist/cli.mjs', import.meta.url).pathname;
const script = new URL('../../scripts/new-topic.ts', import.meta.url).pathname;

function newTopic(folder: string, ...words: string[]) {
  return spawnSync(process.execPath, [tsx, script, ...words], { cwd: folder, encoding: 'utf8' });
}

test('a new topic loads without complaint, after all others', () => {
  const folder = copyOfGood();
  const { stdout, status } = newTopic(folder, 'technology', 'file-names');
  expect([status, stdout]).toEqual([
    0,
    'wrote dialogs/technology/file-names.yaml\nwrote test/cases/file-names.yaml\n',
  ]);
  const content = loadContent(join(folder, 'dialogs'), calculations);
  expect(content.topics.at(-1)).toMatchObject({
    id: 'file-names',
    area: 'technology',
    order: 4,
    title: 'File names',
  });
});

test('its cases say what raises its risk and what leaves it silent', () => {
  const folder = copyOfGood();
  newTopic(folder, 'business', 'x');
  const content = loadContent(join(folder, 'dialogs'), calculations);
  const cases = parse(readFileSync(join(folder, 'test/cases/x.yaml'), 'utf8'));
  expect(cases).toMatchObject([{ raises: ['x.first-risk'] }, { silent: ['x.first-risk'] }]);
  expect(content.risk.has('x.first-risk')).toBe(true);
  const shape = content.question.get('x.first-question')?.answer;
  const said = cases.map((each: { says: Record<string, Record<string, string>> }) =>
    Object.values(each.says).map((answers) => answers['x.first-question']),
  );
  expect(shape).toMatchObject({ options: [{ id: said[1][0] }, { id: said[0][0] }] });
});

test('what cannot be is refused in one line, and nothing is written', () => {
  const folder = copyOfGood();
  const refusal = (...words: string[]) => {
    const { status, stderr } = newTopic(folder, ...words);
    return [status, stderr];
  };
  expect(refusal('law', 'x')).toEqual([
    1,
    'There is no area "law": choose business, technology, governance.\n',
  ]);
  expect(refusal('business', 'load')).toEqual([1, '"load" is taken: dialogs/technology/load.yaml.\n']);
  expect(refusal('business', 'Two Words')).toEqual([
    1,
    '"Two Words" is not an id: lower-case words joined by hyphens.\n',
  ]);
  expect(refusal('business')).toEqual([1, 'usage: npm run new:topic <area> <id>\n']);
  expect(loadContent(join(folder, 'dialogs'), calculations).topics).toHaveLength(3);
});
