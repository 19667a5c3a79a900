import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { bundleText, readBundleOf, restore } from '../../../src/app/export/bundle.ts';
import { sceneOf } from '../../../src/app/interview/scene.ts';
import { assessScene } from '../../../src/app/register/findings.ts';
import { judgeProject } from '../../../src/app/register/judge-project.ts';
import { makeMilestone } from '../../../src/app/register/milestone.ts';
import { runCommandLine } from '../../../src/cli/command-line.ts';
import { calculations } from '../../../src/core/judgement/calculations/index.ts';
import type { Finding } from '../../../src/core/judgement/finding.ts';
import type { AuditEntry } from '../../../src/core/register/audit.ts';
import type { Proposal } from '../../../src/core/register/proposal.ts';
import type { OperatorError } from '../../../src/error.ts';
import { readBundle } from '../../../src/store/read-bundle.ts';
import { member } from '../../core/builders.ts';
import { callerOf, content, privately, type Stage } from '../../journeys/stage.ts';
import { openTestStage } from '../interviewing.ts';
import { oddTexts, type RandomProject, randomProject } from './random-project.ts';

const seeds = Array.from({ length: 20 }, (_, seed) => seed + 1);

async function put({ house: { store } }: Stage, { project, integrations }: RandomProject): Promise<void> {
  await store.create(`projects/${project.id}/project`, project);
  for (const each of integrations) await store.create(`projects/${project.id}/integrations/${each.id}`, each);
}

/** Milestones, made by the house as it stands, and proposals; with odd names. */
async function keepMore({ house }: Stage, { project, integrations }: RandomProject): Promise<void> {
  const caller = callerOf('Dana', privately('Dana'));
  for (const [at, name] of oddTexts.slice(0, 3).entries()) {
    const turn = { caller, id: `turn-${at}`, at: `2026-03-0${at + 1}T08:00:00.000Z` };
    await makeMilestone(house, turn, project, name);
    const [integration] = integrations;
    if (!integration) continue;
    const proposal: Proposal = {
      schema: 1,
      id: `proposal-${at}`,
      integration: integration.id,
      name,
      by: { id: caller.id, name: caller.name },
      at: turn.at,
      assumed: integration.answers.slice(0, 3).map(({ question, said }) => ({ question, said })),
    };
    await house.store.create(`projects/${project.id}/proposals/${proposal.id}`, proposal);
  }
}

async function exported({ house: { store } }: Stage, id: string): Promise<string> {
  const kept = await store.read(`projects/${id}/project`);
  return bundleText(await readBundleOf(store, kept?.value as RandomProject['project']));
}

/** As a pipeline would, with the exported file and nothing else. */
async function assess(text: string, ...flags: string[]): Promise<Finding[]> {
  return (JSON.parse(await commandLine('assess', text, ...flags)) as { findings: Finding[] }).findings;
}

async function audited(text: string): Promise<AuditEntry[]> {
  return JSON.parse(await commandLine('audit', text)) as AuditEntry[];
}

async function commandLine(verb: string, text: string, ...flags: string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bridgekeeper-assess-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'export.json');
  writeFileSync(file, text);
  let printed = '';
  const nowhere = () => Promise.reject(new Error(`${verb} opens no folder`));
  await runCommandLine([verb, file, '--json', ...flags], {
    openHouse: nowhere,
    peek: nowhere,
    readBundle,
    loadContent: () => content,
    calculations,
    now: () => new Date('2026-03-02T08:00:00.000Z'),
    print: (more) => {
      printed += more;
    },
  });
  return printed;
}

const inShort = ({ id, kind, severity, probability, impact }: Finding) =>
  `${id} ${kind} ${severity} ${probability}×${impact}`;

test('a project that was exported, imported and exported again is the same to the byte', async () => {
  for (const seed of seeds) {
    const [here, there] = [await openTestStage(), await openTestStage()];
    const random = randomProject(content, seed);
    await put(here, random);
    await keepMore(here, random);
    const text = await exported(here, random.project.id);
    const { milestones, proposals } = JSON.parse(text);
    expect([milestones.length, proposals.length]).toEqual([3, 3]);
    const audit = await audited(text);
    expect(audit.filter(({ kind }) => kind === 'milestone')).toHaveLength(3);
    expect(audit.filter(({ kind }) => kind === 'proposal')).toHaveLength(3);
    await restore(there.house.store, readBundle('export.json', text), {});
    expect(await exported(there, random.project.id)).toBe(text);
  }
});

test('whoever assesses the export comes to the findings of the bot: the same ids, kinds and severities', async () => {
  for (const seed of seeds) {
    const stage = await openTestStage();
    const { house } = stage;
    const random = randomProject(content, seed);
    await put(stage, random);
    const text = await exported(stage, random.project.id);
    const judged = await judgeProject(house, random.project);
    expect((await assess(text, '--together')).map(inShort)).toEqual(judged.findings.map(inShort));

    const onCards = new Map<string, string>();
    for (const integration of random.integrations) {
      const who = { member: member('dana'), since: '2026-03-02T08:00:00.000Z' };
      const scene = sceneOf(house, { project: random.project, integration }, who);
      for (const finding of assessScene(house, scene)) onCards.set(finding.id, inShort(finding));
    }
    const alone = new Map((await assess(text)).map((finding) => [finding.id, inShort(finding)]));
    for (const [id, words] of onCards) expect(alone.get(id)).toBe(words);
  }
});

test('the findings are the same in the project that was made of the export', async () => {
  for (const seed of seeds.slice(0, 8)) {
    const [here, there] = [await openTestStage(), await openTestStage()];
    const random = randomProject(content, seed);
    await put(here, random);
    const text = await exported(here, random.project.id);
    const restored = await restore(there.house.store, readBundle('export.json', text), {});
    const [before, after] = await Promise.all([
      judgeProject(here.house, random.project),
      judgeProject(there.house, restored.project),
    ]);
    expect(JSON.parse(JSON.stringify(after.findings))).toEqual(JSON.parse(JSON.stringify(before.findings)));
  }
});

test('what was said before the export is no news when it is said again after the import', async () => {
  const stage = await openTestStage();
  await stage.take('Dana', {
    do: 'add-integration',
    inputs: { name: 'Orders', source: 'Shop', target: 'ERP' },
  });
  const [key = ''] = (await stage.house.store.list('projects/')).filter((each) => each.endsWith('/project'));
  const project = key.split('/')[1] ?? '';
  const question = 'owners-and-stakeholders.accountable-owner';
  const subject = { scope: 'application', id: 'shop' } as const;
  const say = (turn: string) =>
    stage.take('Dana', {
      do: 'answer',
      page: { project, integration: 'orders', subject, questions: [question], turn, correction: true },
      inputs: { [question]: 'one-person' },
    });
  await say('first');
  const text = await exported(stage, project);
  const other = await openTestStage();
  await restore(other.house.store, readBundle('x', text), {});
  await restore(stage.house.store, readBundle('x', text.replaceAll('"Orders"', '"Bestellungen"')), {
    replace: () => undefined,
  });
  await say('second');
  const again = JSON.parse(await exported(stage, project));
  expect(again.project.applications.flatMap((each: { answers: unknown[] }) => each.answers)).toHaveLength(1);
});

test('a project that is there is not touched unless that is asked for, and is handed over first', async () => {
  const stage = await openTestStage();
  const random = randomProject(content, 3);
  await put(stage, random);
  const text = await exported(stage, random.project.id);
  const changed = readBundle('x', text.replace(/"stage": "[a-z-]+"/, '"stage": "operate"'));
  const refused = await restore(stage.house.store, changed, {});
  expect(refused).toMatchObject({ kind: 'in-the-way', difference: [expect.stringContaining('→ operate')] });
  expect(await exported(stage, random.project.id)).toBe(text);
  expect(await restore(stage.house.store, readBundle('x', text), {})).toMatchObject({ kind: 'as-it-was' });

  let kept = '';
  const fewer = { ...changed, integrations: changed.integrations.slice(1) };
  await restore(stage.house.store, fewer, {
    replace: (before) => {
      kept = bundleText(before);
    },
  });
  expect(kept).toBe(text);
  expect(await exported(stage, random.project.id)).toBe(bundleText(fewer));
});

test('a copy has its own name, and the original stays', async () => {
  const stage = await openTestStage();
  const random = randomProject(content, 5);
  await put(stage, random);
  const text = await exported(stage, random.project.id);
  const copy = await restore(stage.house.store, readBundle('x', text), { name: 'Dress rehearsal' });
  expect(copy).toMatchObject({
    kind: 'restored',
    project: { id: 'dress-rehearsal', name: 'Dress rehearsal' },
  });
  expect(await exported(stage, random.project.id)).toBe(text);
  const [one, other] = await Promise.all(
    [random.project, copy.project].map((project) => judgeProject(stage.house, project)),
  );
  expect(other?.findings.map(inShort)).toEqual(one?.findings.map(inShort));
});

test('an export with an id twice, an id that is no id or a part that nobody knows is refused whole', () => {
  const { project, integrations } = randomProject(content, 7);
  const [first] = integrations;
  const bad = (more: object) => {
    try {
      readBundle('x.json', JSON.stringify({ bridgekeeper: 1, project, integrations, ...more }));
    } catch (error) {
      return (error as OperatorError).details.join();
    }
    return 'read';
  };
  expect(bad({})).toBe('read');
  expect(bad({ integrations: [first, first] })).toContain('is there already');
  expect(bad({ integrations: [{ ...first, id: '../other/project' }] })).toContain('cannot be an id');
  expect(bad({ project: { ...project, id: 'a/b' } })).toContain('cannot be an id');
  expect(bad({ secrets: [] })).toContain('secrets: this version knows no such part');
});
