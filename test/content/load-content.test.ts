import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadContent } from '../../src/content/load-content.ts';
import { OperatorError } from '../../src/error.ts';
import { calculations, complaintsAbout, copyOfGood, fixtures, good } from './packs.ts';

describe('a good pack', () => {
  const content = loadContent(good, calculations);
  const question = (key: string) => content.question.get(key);
  const risk = (key: string) => content.risk.get(key);

  test('has its topics in the order of asking, each with the area of its folder', () => {
    expect(content.topics.map(({ id, area, order }) => [order, id, area])).toEqual([
      [1, 'owners', 'business'],
      [2, 'load', 'technology'],
      [3, 'model', 'governance'],
    ]);
  });

  test('has full keys wherever a short name was written', () => {
    expect(question('owners.owner-names')).toMatchObject({
      key: 'owners.owner-names',
      topic: 'owners',
      when: { question: 'owners.accountable-owner', oneOf: ['named', 'shared'] },
    });
    expect(risk('load.too-much')).toMatchObject({
      topic: 'load',
      covers: ['load.too-late'],
      steps: ['load.measure'],
      worse: [{ when: { question: 'owners.accountable-owner', is: 'none' }, impact: 5 }],
    });
    expect(risk('owners.no-owner')?.when).toEqual({
      any: [
        { question: 'owners.accountable-owner', is: 'none' },
        { question: 'owners.accountable-owner', disagree: true },
        { question: 'owners.owner-names', unsure: true },
      ],
    });
    expect(question('load.peak')?.when).toEqual({ not: { question: 'load.records-a-day', atMost: 100 } });
    expect([...content.step.keys()]).toEqual(['owners.name-owner', 'load.measure', 'model.write-rules']);
  });

  test('holds the number of a limit, and the limit itself, where its id was written', () => {
    expect(risk('load.too-much')?.when).toEqual({
      all: [
        { calculation: 'window', band: ['high', 'certain'] },
        { question: 'load.records-a-day', atLeast: 10000, limit: content.limits[0] },
      ],
    });
  });

  test('has every list and switch that was left out', () => {
    expect(question('load.pattern')).toMatchObject({ compare: [], core: false });
    expect(question('load.pattern')).not.toHaveProperty('when');
    expect(question('owners.accountable-owner')).not.toHaveProperty('id');
    expect(question('owners.accountable-owner')?.answer).toMatchObject({
      ordered: true,
      options: [{ also: ['one', 'yes'] }, { also: [] }, { impact: 1 }],
    });
    expect(question('load.records-a-day')?.answer).toMatchObject({ min: 0 });
    expect(risk('model.no-rules')).toMatchObject({ worse: [], covers: [] });
    expect(content.step.get('load.measure')).toMatchObject({ with: [] });
    expect(content.stages[1]).toMatchObject({ also: [] });
  });

  test('knows which question a column fills in, and which question weighs the impact', () => {
    expect(content.inventory.get('how it runs')).toBe('load.pattern');
    expect(content.weighing.map(({ key }) => key)).toEqual(['owners.accountable-owner']);
  });
});

describe('a bad pack is refused with every mistake, each with its file and line', () => {
  const bad = join(fixtures, 'bad');

  test.each(readdirSync(bad))('%s', (name) => {
    const folder = join(copyOfGood(), 'dialogs');
    cpSync(join(bad, name), folder, { recursive: true });
    // What is no YAML ends in .txt there, so that the formatter leaves it alone.
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (file.endsWith('.yaml.txt'))
        renameSync(join(folder, file), join(folder, file.slice(0, -'.txt'.length)));
    }
    const expected = readFileSync(join(bad, name, 'expected.txt'), 'utf8').trimEnd();
    expect(complaintsAbout(folder).join('\n')).toBe(expected);
  });
});

describe('what is missing is named in one line', () => {
  test('a folder that is not there', () => {
    const folder = join(copyOfGood(), 'dialog');
    expect(complaintsAbout(folder)).toEqual([`${folder}: there is no such folder`]);
  });

  test('a shared file', () => {
    const folder = join(copyOfGood(), 'dialogs');
    rmSync(join(folder, 'roles.yaml'));
    expect(complaintsAbout(folder)).toEqual(['dialogs/roles.yaml: there is no such file']);
  });

  test('an area may be missing: there is no topic in it', () => {
    const folder = join(copyOfGood(), 'dialogs');
    rmSync(join(folder, 'governance'), { recursive: true, force: true });
    expect(complaintsAbout(folder).filter((each) => each.startsWith('dialogs/governance'))).toEqual([]);
  });

  test('a file that is a folder', () => {
    const folder = join(copyOfGood(), 'dialogs');
    rmSync(join(folder, 'reasons.yaml'));
    mkdirSync(join(folder, 'reasons.yaml'));
    expect(complaintsAbout(folder)).toEqual(['dialogs/reasons.yaml: cannot be read (EISDIR)']);
  });

  test('topics, where there is none', () => {
    const folder = join(copyOfGood(), 'dialogs');
    for (const area of ['business', 'technology', 'governance']) {
      rmSync(join(folder, area), { recursive: true });
      mkdirSync(join(folder, area));
    }
    writeFileSync(join(folder, 'inventory.yaml'), 'columns: {}\n');
    expect(complaintsAbout(folder)).toEqual(['dialogs: there is no topic in it']);
  });
});

test('the report ends with how many mistakes there are, in which folder, and what to do', () => {
  const folder = join(copyOfGood(), 'dialogs');
  writeFileSync(join(folder, 'reasons.yaml'), 'reasons:\n  - { id: other, text: "" }\n');
  const load = () => loadContent(folder, calculations);
  expect(load).toThrow(OperatorError);
  try {
    load();
  } catch (error) {
    expect((error as OperatorError).report).toBe(
      `dialogs/reasons.yaml:2 reasons.0.text: is empty\n1 mistake in ${folder} [content-invalid]: correct the lines named above.`,
    );
  }
});

test('a calculation that the pack does not use may read what the pack does not have', () => {
  expect(complaintsAbout(good)).toEqual([]);
});
