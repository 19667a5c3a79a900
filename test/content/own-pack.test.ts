import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadContent } from '../../src/content/load-content.ts';
import { calculations, complaintsAbout, good } from './packs.ts';

/** A team's folder with these files. */
function team(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'bridgekeeper-team-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const load = (files: Record<string, string>) => loadContent(good, calculations, team(files));
const complaints = (files: Record<string, string>) => {
  const folder = team(files);
  return complaintsAbout(good, folder).map((line) => line.replaceAll(folder, 'team'));
};

const question = (id: string, ask: string) => `
  - id: ${id}
    scope: project
    label: A label
    ask: ${ask}
    why: Because.
    roles: [project-manager]
    core: true
    answer: { kind: choice, options: [{ id: fine, text: Fine }, { id: bad, text: Bad }] }`;
const risk = (id: string, when: string, scope = 'project') => `
  - id: ${id}
    scope: ${scope}
    title: A title
    cause: A cause.
    event: An event.
    effect: An effect.
    probability: 2
    impact: 2
    reasoning: A reason.
    when: ${when}
    due: initiate
    steps: [act]
    clears: Something.
    sound: All is well.`;
const step = `
  - { id: act, action: Act, owner: project-manager, stage: initiate, done: It is done. }`;
const ownTopic = (id: string, order: number) => `id: ${id}
order: ${order}
title: A topic of ours
cites: { title: Our handbook, revision: 2026-01-31, heading: Chapter one }
questions:${question('first', 'How is it?')}
risks:${risk('first-risk', '{ question: first, is: bad }')}
steps:${step}
`;

describe('what a team keeps beside the pack', () => {
  test('a topic of its own is added, with an area and a place in the order', () => {
    const content = load({ 'governance/money.yaml': ownTopic('money', 40) });
    expect(content.topics.map(({ id }) => id)).toEqual(['owners', 'load', 'model', 'money']);
    expect(content.risk.get('money.first-risk')?.steps).toEqual(['money.act']);
  });

  test('a question, risk or step with an id of ours takes its place, and keeps it', () => {
    const content = load({
      'governance/model.yaml': `id: model\nquestions:${question('rules', 'Which rules are there?')}
risks:${risk('no-rules', '{ question: rules, is: bad }')}
steps:${step}`,
    });
    expect(content.question.get('model.rules')?.ask).toBe('Which rules are there?');
    expect(content.risk.get('model.no-rules')).toMatchObject({ title: 'A title', steps: ['model.act'] });
    expect(content.topics.find(({ id }) => id === 'model')).toMatchObject({
      area: 'governance',
      title: 'Governance model',
      order: 3,
    });
  });

  test('what is new in a topic of ours comes after what is there, and may look at it', () => {
    const content = load({
      'business/owners.yaml': `id: owners\ntitle: Who owns what\nrisks:${risk(
        'late-owner',
        '{ question: owner-names, missing: true }',
        'application',
      ).replace('[act]', '[name-owner]')}`,
    });
    const owners = content.topics.find(({ id }) => id === 'owners');
    expect(owners?.title).toBe('Who owns what');
    expect(owners?.risks.map(({ key }) => key)).toEqual(['owners.no-owner', 'owners.late-owner']);
  });

  test('roles, reasons, limits and columns are added or replaced by id', () => {
    const content = load({
      'roles.yaml': `roles:
  - { id: developer, title: Builder, phrase: the builder, side: both }
  - { id: lawyer, title: Lawyer, phrase: the lawyer, side: customer }`,
      'limits.yaml': `limits:
  - { id: rows-a-day, value: 50, unit: records/day, scope: ours, source: Our handbook, sourceDate: 2026-02-01 }`,
      'inventory.yaml': 'columns: { load: load.records-a-day }',
    });
    expect(content.roles.map(({ title }) => title)).toEqual([
      'Project manager',
      'Application owner',
      'Builder',
      'Lawyer',
    ]);
    expect(content.risk.get('load.too-much')?.when).toMatchObject({ all: [{}, { atLeast: 50 }] });
    expect([...content.inventory.keys()]).toEqual(['volume', 'how it runs', 'load']);
  });

  test('what is switched off is gone, and what looks at it finds that it does not apply', () => {
    const content = load({ 'off.yaml': 'off: [model, load.too-late, load.records-a-day]' });
    expect(content.topics.map(({ id }) => id)).toEqual(['owners', 'load']);
    expect(content.risk.has('load.too-late')).toBe(false);
    expect(content.question.has('load.records-a-day')).toBe(false);
    expect(content.question.has('load.peak')).toBe(true);
    expect([...content.inventory.keys()]).toEqual(['how it runs']);
  });

  test('a topic of ours that is switched off and written anew is the team’s alone', () => {
    const content = load({ 'off.yaml': 'off: [model]', 'business/model.yaml': ownTopic('model', 3) });
    const model = content.topics.find(({ id }) => id === 'model');
    expect(model).toMatchObject({ area: 'business', title: 'A topic of ours' });
    expect(model?.risks.map(({ key }) => key)).toEqual(['model.first-risk']);
  });

  test('an empty wish changes nothing', () => {
    expect(load({ 'off.yaml': 'off: []' })).toEqual(loadContent(good, calculations));
  });
});

describe('a mistake in it is named with the file of the team', () => {
  test('a question that nothing of ours or theirs asks for', () => {
    const lonely = ownTopic('money', 40).replace('question: first, is: bad', 'question: gone, is: bad');
    expect(complaints({ 'governance/money.yaml': lonely })).toEqual([
      'team/governance/money.yaml:6 questions.0: no condition or calculation uses question "first"',
      'team/governance/money.yaml:24 risks.0.when: there is no question "gone"',
    ]);
  });

  test('a changed question that no longer has what our rules look for', () => {
    expect(
      complaints({
        'business/owners.yaml': `id: owners\nquestions:${question('accountable-owner', 'Who?')}`,
      }),
    ).toEqual([
      'good/business/owners.yaml:28 questions.1.when: "named" is not an option of accountable-owner',
      'good/business/owners.yaml:28 questions.1.when: "shared" is not an option of accountable-owner',
      'good/business/owners.yaml:42 risks.0.when.any.0: "none" is not an option of accountable-owner',
      'good/technology/load.yaml:57 risks.0.worse.0.when: "none" is not an option of owners.accountable-owner',
    ]);
  });

  test.each([
    [
      { 'off.yaml': 'off: [modle]' },
      'team/off.yaml:1 off.0: there is no topic, question, risk, chooser or finding "modle"',
    ],
    [{ 'off.yaml': 'of: [model]' }, 'team/off.yaml:1 "of" is not a field here'],
    [
      { 'governance/money.yaml': ownTopic('money', 2) },
      'team/governance/money.yaml:2 order: 2 is also the order of good/technology/load.yaml',
    ],
    [
      { 'governance/model.yaml': 'id: models' },
      'team/governance/model.yaml:1 id: "models" is not the name of the file',
    ],
    [
      { 'governance/model.yaml': 'id: model\norder: 1' },
      'team/governance/model.yaml:2 order: 1 is also the order of good/business/owners.yaml',
    ],
    [{ 'reasons.yaml': 'reasons: [{ id: x, text: "" }]' }, 'team/reasons.yaml:1 reasons.0.text: is empty'],
    [
      { 'inventory.yaml': 'columns: { cost: load.cost }' },
      'team/inventory.yaml:1 columns.cost: there is no question "load.cost"',
    ],
    [{ 'role.yaml': 'roles: []' }, /^team\/role\.yaml: is not read; what is read here: roles\.yaml, /],
    [{ 'notes.md': 'nothing' }, /^team: there is nothing in it; what is read here: roles\.yaml, /],
  ])('%j', (files, expected) => {
    expect(complaints(files as Record<string, string>)).toContainEqual(
      typeof expected === 'string' ? expected : expect.stringMatching(expected),
    );
  });

  test('a folder that is not there', () => {
    expect(complaintsAbout(good, '/nowhere/team')).toEqual(['/nowhere/team: there is no such folder']);
  });
});
