import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readDateWords } from '../../src/app/read-date.ts';
import { runCommandLine } from '../../src/cli/command-line.ts';
import { loadContent } from '../../src/content/load-content.ts';
import { calculations } from '../../src/core/judgement/calculations/index.ts';
import type { Finding } from '../../src/core/judgement/finding.ts';
import type { Bundle } from '../../src/core/landscape/bundle.ts';
import { OperatorError } from '../../src/error.ts';
import { checkDocument } from '../../src/store/document-schema.ts';
import { openJsonStore } from '../../src/store/json-store.ts';
import { peekJsonStore } from '../../src/store/peek.ts';
import { readBundle } from '../../src/store/read-bundle.ts';
import { content } from '../shipped-content.ts';

const path = (name: string) => new URL(`../../${name}`, import.meta.url).pathname;
const sample = path('samples/florida-palm/integrations.csv');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bridgekeeper-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs a command as the process would; an operator's mistake is its report, with exit code 1. */
async function run(...args: string[]): Promise<{ code: number; text: string }> {
  const data = join(folder, 'data');
  let text = '';
  const code = await runCommandLine(args, {
    openHouse: async () => ({
      content,
      calculations,
      store: await openJsonStore(data, checkDocument),
      door: 'command-line',
      now: () => new Date('2026-03-02T08:00:00.000Z'),
      judged: new WeakMap(),
      startedAt: '2026-03-02T08:00:00.000Z',
      newId: () => 'import-1',
      readDate: readDateWords,
      development: true,
    }),
    peek: () => peekJsonStore(data, checkDocument),
    readBundle,
    loadContent: (of) => (of === undefined ? content : loadContent(of, calculations)),
    calculations,
    now: () => new Date('2026-03-02T08:00:00.000Z'),
    print: (printed) => {
      text += printed;
    },
  }).catch((error) => {
    if (!(error instanceof OperatorError)) throw error;
    text += error.report;
    return 1;
  });
  return { code, text };
}

const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

test('the Florida PALM inventory goes in with one command, its applications beside it', async () => {
  const { code, text } = await run('import', sample);
  expect(code).toBe(0);
  expect(text).toContain('13 applications read, 13 added');
  expect(text).toContain('30 integrations read, 30 added');
  expect(text).toContain('141 of 330 fields are unknown');
  expect(text).toContain('In project “florida-palm”');
});

test('the same file again changes nothing', async () => {
  await run('import', sample);
  const { text: before } = await run('export');
  const { text } = await run('import', sample);
  expect(text).toContain('13 applications read, no change');
  expect(text).toContain('30 integrations read, no change');
  expect((await run('export')).text).toBe(before);
});

test('Windows line ends and a byte order mark make no difference', async () => {
  const file = write('windows.csv', `\uFEFF${readFileSync(sample, 'utf8').replaceAll('\n', '\r\n')}`);
  expect((await run('import', file)).text).toContain('30 integrations read, 30 added');
});

test('a missing column is named, with what was found and what is needed', async () => {
  const rows = readFileSync(sample, 'utf8').replace('source_application', 'whence');
  const { code, text } = await run('import', write('broken.csv', rows));
  expect(code).toBe(1);
  expect(text).toContain('"source_application" is missing');
  expect(text).toContain('[input-unreadable]');
});

test('a file that is not there is one line with the remedy', async () => {
  const { code, text } = await run('import', join(folder, 'nowhere.csv'));
  expect(code).toBe(1);
  expect(text.split('\n')).toHaveLength(1);
  expect(text).toContain('ENOENT');
});

test('an export needs no name where there is one project, and asks for it where there are two', async () => {
  expect((await run('export')).text).toContain('there is no project yet');
  await run('import', write('one.csv', 'name,source,target\nOrders,Shop,ERP\n'));
  expect((JSON.parse((await run('export')).text) as Bundle).integrations).toHaveLength(1);
  await run('import', write('two.csv', 'name,source,target\nOrders,Shop,ERP\n'));
  expect((await run('export')).text).toContain('more than one project');
  expect((await run('export', '--project', 'two')).code).toBe(0);
});

test('the landscape of an export is drawn into a file, as SVG or PNG', async () => {
  await run('import', write('one.csv', 'name,source_application,target_application\nOrders,Shop,ERP\n'));
  const bundle = write('one.json', (await run('export')).text);
  const [svg, png] = [join(folder, 'one.svg'), join(folder, 'one.png')];
  expect((await run('landscape', bundle, '--out', svg)).code).toBe(0);
  expect(readFileSync(svg, 'utf8')).toContain('>Shop<');
  await run('landscape', bundle, '--out', png);
  expect(readFileSync(png).subarray(1, 4).toString()).toBe('PNG');
  expect((await run('landscape', bundle)).text).toContain('--out takes the name of a file');
});

/** The export of a project in which one question has been answered. */
async function answered(option: string): Promise<string> {
  await run('import', write('one.csv', 'name,source,target\nOrders,Shop,ERP\n'));
  const bundle = JSON.parse((await run('export')).text) as Bundle;
  const answer = {
    question: 'owners-and-stakeholders.accountable-owner',
    by: { kind: 'person', id: 'dana', name: 'Dana Fox' },
    at: '2026-03-02T08:00:00.000Z',
    turn: 'one',
    said: option === '?' ? { kind: 'unsure' } : { kind: 'value', value: { type: 'choice', option } },
  };
  const applications = bundle.project.applications.map((each) => ({ ...each, answers: [answer] }));
  return write('export.json', JSON.stringify({ ...bundle, project: { ...bundle.project, applications } }));
}

test('a project is had as a workbook, as CSV, and as a report with its picture beside it', async () => {
  await run('import', sample);
  const file = (name: string) => join(folder, name);
  await run('export', '--format', 'xlsx', '--out', file('palm.xlsx'));
  expect(readFileSync(file('palm.xlsx')).subarray(0, 2).toString()).toBe('PK');
  expect((await run('export', '--format', 'csv')).text).toMatch(/^\ufeffId,Severity,Risk,/);
  const { text } = await run('export', '--format', 'report', '--out', file('palm.md'));
  expect(text).toContain('30 integrations written to');
  expect(readFileSync(file('palm.md'), 'utf8')).toContain('](./landscape.png)');
  expect(readFileSync(file('landscape.png')).subarray(1, 4).toString()).toBe('PNG');
  expect((await run('export', '--format', 'xlsx')).text).toContain('name a file with --out');
  expect((await run('export', '--format', 'pdf')).text).toContain('xlsx, csv, report, json');
});

test('assess prints every finding with its answers, citation and next step', async () => {
  const file = await answered('nobody');
  const { code, text } = await run('assess', file);
  expect(code).toBe(0);
  expect(text).toContain('CRITICAL RISK: Shop has no single accountable owner');
  expect(text).toContain('because  Accountable owner (Shop): Nobody, or not settled — Dana Fox, 2026-03-02');
  expect(text).toMatch(/next {5}.+ — Project manager, due by the end of Initiate; done when: /);
  expect(text).toContain('cites    Challenges in integration projects (2023-05-23)');
});

test('assess tells by question what is not known, and what has to be found out about many things once', async () => {
  const { text } = await run('assess', await answered('?'), '--register');
  expect(text).toMatch(/NOT KNOWN: (?:one risk|\d+ risks) cannot be judged yet\n {2}find out /);
  expect(text).not.toContain('UNKNOWN');
  const [, steps = ''] = text.split('NEXT STEPS\n');
  const actions = steps.split('\n').flatMap((line) => line.match(/(?:Find out|Ask) .+?: [^(]+/) ?? []);
  expect(new Set(actions).size).toBe(actions.length);
});

test('assess gives the same findings as JSON, each application once', async () => {
  const { findings } = JSON.parse((await run('assess', await answered('nobody'), '--json')).text) as {
    findings: Finding[];
  };
  expect(findings.map(({ id }) => id)).toEqual([
    'owners-and-stakeholders.nobody-accountable@application:erp',
    'owners-and-stakeholders.nobody-accountable@application:shop',
  ]);
});

test('a pipeline stops where a risk is as bad as it says, and only there', async () => {
  const bad = await answered('nobody');
  expect((await run('assess', bad, '--fail-on', 'critical')).code).toBe(1);
  expect((await run('assess', bad, '--fail-on', 'low')).code).toBe(1);
  const good = await answered('one-person');
  expect((await run('assess', good, '--fail-on', 'low')).code).toBe(0);
  expect((await run('assess', good, '--fail-on', 'terrible')).text).toContain(
    'low, medium, high or critical',
  );
});

/** An answered export in which somebody reduces the risk of one application until 1 March. */
async function decided(more: Partial<Bundle> = {}): Promise<string> {
  const bundle = JSON.parse(readFileSync(await answered('nobody'), 'utf8')) as Bundle;
  const [application] = bundle.project.applications;
  const deed = {
    by: { id: 'dana', name: 'Dana Fox' },
    at: '2026-02-02T09:00:00.000Z',
    turn: 'two',
    door: 'teams',
    did: {
      kind: 'treated',
      finding: `owners-and-stakeholders.nobody-accountable@application:${application?.id}`,
      treatment: 'reduce',
      owner: { name: 'Lee Park' },
      due: '2026-03-01',
    },
  };
  const project = { ...bundle.project, deeds: [deed] };
  return write('decided.json', JSON.stringify({ ...bundle, ...more, project }));
}

test('assess says what was decided and what is to be done, and the findings stay what they are', async () => {
  const file = await decided({ asOf: '2026-03-02' });
  const { text } = await run('assess', file, '--register');
  expect(text).toMatch(
    /critical, reduce +Shop has no single accountable owner \(owner Lee Park; was due 2026-03-01\)/,
  );
  expect(text).toMatch(/critical, undecided +ERP has no single accountable owner\n/);
  expect(text).toMatch(
    /open +Name one accountable owner .+ \(Shop; project-manager; due by the end of initiate\)/,
  );
  expect((await run('assess', file)).text).toBe((await run('assess', await answered('nobody'))).text);
});

test('the register of an export stands as on the day of the export, unless another day is named', async () => {
  const file = await decided({ asOf: '2026-02-28' });
  expect((await run('assess', file, '--register')).text).toContain('(owner Lee Park; due 2026-03-01)');
  const later = await run('assess', file, '--register', '--today', '2026-03-02');
  expect(later.text).toContain('(owner Lee Park; was due 2026-03-01)');
});

test('what is no export, or a damaged one, is refused with what is wrong', async () => {
  expect((await run('assess', write('x.json', 'not json'))).text).toContain('this is not JSON');
  expect((await run('assess', write('x.json', '{}'))).text).toContain('not an export of Bridgekeeper');
  const damaged = write(
    'x.json',
    JSON.stringify({ bridgekeeper: 1, project: { schema: 1 }, integrations: [{}] }),
  );
  expect((await run('assess', damaged)).text).toContain('is damaged');
});

test('check says that the content is in order, or names each mistake', async () => {
  expect((await run('check')).text).toMatch(
    /\d+ topics, \d+ questions, \d+ risks, \d+ next steps, \d+ limits: in order/,
  );
  expect((await run('check', join(folder, 'none'))).text).toContain('[content-invalid]');
});

test('a command or an option that is not known is answered with the way on', async () => {
  expect((await run('frobnicate')).text).toContain('“frobnicate” is not a command');
  expect((await run('export', '--frob')).text).toContain('[usage]');
  expect((await run('help')).code).toBe(0);
});

test('an export is imported again, the same to the byte, and what is there is never taken over silently', async () => {
  await run('import', sample);
  const text = (await run('export')).text;
  const file = write('palm.json', text);
  expect((await run('import', file)).text).toContain('no change');

  const moved = write('moved.json', text.replace('"stage": "initiate"', '"stage": "prepare"'));
  const refused = await run('import', moved);
  expect(refused.code).toBe(1);
  expect(refused.text).toContain('stage: initiate → prepare');
  expect(refused.text).toContain('[project-exists]');
  expect((await run('export')).text).toBe(text);

  const copy = await run('import', moved, '--project', 'Rehearsal');
  expect(copy.text).toContain('Rehearsal: 30 integrations read from moved.json');
  expect(JSON.parse((await run('export', '--project', 'rehearsal')).text).project.stage).toBe('prepare');

  const before = process.cwd();
  process.chdir(folder);
  try {
    const replaced = await run('import', moved, '--replace');
    expect(replaced.text).toContain('What was there is kept in florida-palm.before.json');
    expect(readFileSync(join(folder, 'florida-palm.before.json'), 'utf8')).toBe(text);
  } finally {
    process.chdir(before);
  }
  expect((await run('export', '--project', 'florida-palm')).text).toBe(readFileSync(moved, 'utf8'));
});
