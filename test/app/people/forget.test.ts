import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { changeProject, personKey } from '../../../src/app/documents.ts';
import { finishForgetting } from '../../../src/app/people/forget.ts';
import type { ForgetReply } from '../../../src/app/people/forget-reply.ts';
import { readRoster } from '../../../src/app/people/roster.ts';
import { listPosted } from '../../../src/app/reminder/outbox.ts';
import { standInName } from '../../../src/core/interview/answer.ts';
import type { Project } from '../../../src/core/landscape/landscape.ts';
import type { Person } from '../../../src/core/landscape/person.ts';
import { readTyped } from '../../../src/teams/read-text.ts';
import type { Meddle, Stage } from '../../journeys/stage.ts';
import {
  everything,
  openTeamProject,
  openTestStage,
  pageAbout,
  projectOf,
  saidOnFile,
  team,
} from '../interviewing.ts';

const owner = 'owners-and-stakeholders.accountable-owner';
const payroll = { scope: 'application', id: 'payroll' } as const;
const risk = 'owners-and-stakeholders.nobody-accountable@application:payroll';

async function openWithAnswers(): Promise<{ stage: Stage; project: string }> {
  const stage = await openTestStage();
  const project = await openTeamProject(stage, 2, 'Lee', 'Omar');
  await says('Omar', 'nobody');
  return { stage, project };

  async function says(by: string, option: string) {
    const page = pageAbout(project, payroll, owner, { turn: `page-${option}`, correction: true });
    await stage.take(by, { do: 'answer', page, inputs: { [owner]: option } });
  }
}

async function preview(stage: Stage, who = 'Omar'): Promise<ForgetReply> {
  const { messages } = await stage.take(who, { do: 'forget-me' });
  return messages[0] as ForgetReply;
}

async function tap(stage: Stage, shown: ForgetReply, title: string, who = 'Omar') {
  const button = shown.buttons.find((each) => each.title === title);
  if (!button) throw new Error(`no button ${title} beside ${shown.buttons.map((each) => each.title)}`);
  return stage.take(who, button.command as Parameters<Stage['take']>[1]);
}

/** Every document as it lies there, without those of this conversation. */
async function textOnFile(stage: Stage): Promise<string> {
  return JSON.stringify([...(await everything(stage)).values()]);
}

describe('somebody who asks to be forgotten', () => {
  it('first sees what it would change, and nothing is changed by looking', async () => {
    const { stage } = await openWithAnswers();
    const before = await textOnFile(stage);
    const { toll, effects, buttons } = await preview(stage);
    expect(toll).toEqual({ answers: 1, changed: 0, deeds: 0, roles: 0, owned: 0 });
    expect(effects.join('\n')).toMatch(/no longer .*: .*Payroll/);
    expect(buttons.map(({ title }) => title)).toEqual([
      'Take my name off',
      'Remove my answers too',
      'Cancel',
      'My data',
    ]);
    expect(await textOnFile(stage)).toBe(before);
  });

  it('is told of risks alone: what they left open is none that counts for less without them', async () => {
    const { stage, project } = await openWithAnswers();
    const page = pageAbout(project, payroll, owner, { turn: 'page-open', correction: true });
    await stage.take('Omar', { do: 'answer', page, inputs: { [owner]: "I don't know" } });
    expect((await preview(stage)).effects).toEqual(['no risk changes.']);
  });

  it('may think better of it: the card says so and offers it no more', async () => {
    const { stage } = await openWithAnswers();
    const before = await textOnFile(stage);
    const { replace, messages } = await tap(stage, await preview(stage), 'Cancel');
    expect(replace).toMatchObject({ title: 'You stay as you are' });
    expect(messages).toEqual([]);
    expect(await textOnFile(stage)).toBe(before);
  });

  it('and answers again as a new person: what they had said gives way, and nobody differs', async () => {
    const { stage, project } = await openWithAnswers();
    await tap(stage, await preview(stage), 'Take my name off');
    await stage.take('Omar', { do: 'integrations', page: 1 }, { place: team });
    const page = pageAbout(project, payroll, owner, { turn: 'page-anew', correction: true });
    await stage.take('Omar', { do: 'answer', page, inputs: { [owner]: 'one-person' } });
    expect(await saidOnFile(stage)).toHaveLength(2);
    const { messages } = await stage.take('Omar', { do: 'decide', risk: { project, finding: risk } });
    expect(messages[0]).toMatchObject({ kind: 'notice' });
    expect((await stage.take('Omar', readTyped('differences'))).messages[0]).toMatchObject({
      kind: 'notice',
    });
  });

  it('gives way to whoever says again what they had said before', async () => {
    const { stage, project } = await openWithAnswers();
    const says = (by: string, turn: string, option: string) => {
      stage.wait(1);
      const page = pageAbout(project, payroll, owner, { turn, correction: true });
      return stage.take(by, { do: 'answer', page, inputs: { [owner]: option } });
    };
    await says('Lee', 'page-lee', 'one-person');
    // Away from it and back, so that it is newer than what Lee said.
    for (const option of ['team', 'nobody']) await says('Omar', 'page-omar', option);
    await tap(stage, await preview(stage), 'Take my name off');
    const decide = { do: 'decide', risk: { project, finding: risk } } as const;
    expect((await stage.take('Lee', decide)).messages[0]).toMatchObject({ kind: 'decide' });
    for (const turn of ['page-again', 'page-once-more']) await says('Lee', turn, 'one-person');
    expect((await saidOnFile(stage)).slice(-2)).toEqual([
      `${standInName} accountable-owner nobody`,
      'Lee accountable-owner one-person',
    ]);
    expect((await stage.take('Lee', decide)).messages[0]).toMatchObject({ kind: 'notice' });
  });

  it('may leave the answers without the name: all is judged as before, and no document knows them', async () => {
    const { stage, project } = await openWithAnswers();
    await stage.take('Omar', {
      ...{ do: 'treat', risk: { project, finding: risk }, treatment: 'reduce' },
      ...{ seen: (await seen(stage, project)) ?? { decision: '', facts: '' } },
      inputs: { owner: 'Omar', due: '2026-12-01' },
    });
    const shown = await preview(stage);
    expect(shown.toll).toMatchObject({ deeds: 1, owned: 1 });
    await tap(stage, shown, 'Take my name off');
    expect(await saidOnFile(stage)).toEqual([`${standInName} accountable-owner nobody`]);
    expect(await textOnFile(stage)).not.toMatch(/Omar|omar/);
    const { people, deeds } = await projectOf(stage);
    expect(people.map(({ name }) => name)).toEqual(['Dana', 'Lee']);
    expect(deeds?.at(-1)).toMatchObject({ did: { kind: 'forgot', how: 'name', answers: 1 } });
    const { messages } = await stage.take('Lee', { do: 'decide', risk: { project, finding: risk } });
    expect(messages[0]).toMatchObject({ kind: 'decide', entry: { owner: { name: standInName } } });
  });

  it('may take the answers along: the risk that stood on them alone is no longer seen', async () => {
    const { stage, project } = await openWithAnswers();
    await tap(stage, await preview(stage), 'Remove my answers too');
    expect(await saidOnFile(stage)).toEqual([]);
    expect(await textOnFile(stage)).not.toMatch(/Omar|omar/);
    const { messages } = await stage.take('Lee', { do: 'decide', risk: { project, finding: risk } });
    expect(messages[0]).toMatchObject({ kind: 'notice' });
  });

  it('leaves no trace of having changed an answer back', async () => {
    const { stage, project } = await openWithAnswers();
    const [first] = (await projectOf(stage)).applications[0]?.answers ?? [];
    stage.wait(1);
    const page = pageAbout(project, payroll, owner, { turn: 'page-unsure', correction: true });
    await stage.take('Omar', { do: 'answer', page, inputs: { [owner]: '?' } });
    const back = { do: 'change-back', project, integration: 'voucher-load-1', subject: payroll } as const;
    await stage.take('Omar', { ...back, question: owner, at: first?.at ?? '' });
    expect((await saidOnFile(stage)).at(-1)).toBe('Omar accountable-owner nobody');
    await tap(stage, await preview(stage), 'Take my name off');
    expect(await textOnFile(stage)).not.toMatch(/Omar|omar/);
  });

  it('leaves no copy of an answer in the acceptance that rested on it', async () => {
    const { stage, project } = await openWithAnswers();
    await stage.take('Lee', {
      ...{ do: 'treat', risk: { project, finding: risk }, treatment: 'accept' },
      ...{ seen: (await seen(stage, project)) ?? { decision: '', facts: '' } },
      inputs: { owner: 'Dana', reason: 'Two weeks only', approver: 'Lee', until: '2026-03-30' },
    });
    expect(JSON.stringify((await projectOf(stage)).deeds)).toContain('"option":"nobody"');
    await tap(stage, await preview(stage), 'Remove my answers too');
    expect(JSON.stringify(await projectOf(stage))).not.toContain('"option":"nobody"');
  });

  it('is shown anew what would change, where it is not what was shown before', async () => {
    const { stage, project } = await openWithAnswers();
    const old = await preview(stage);
    const page = pageAbout(project, payroll, owner, { turn: 'page-again', correction: true });
    await stage.take('Omar', { do: 'answer', page, inputs: { [owner]: 'one-person' } });
    const { replace } = await tap(stage, old, 'Remove my answers too');
    expect(replace).toMatchObject({ kind: 'forget', stale: true, toll: { answers: 1, changed: 1 } });
    expect(await saidOnFile(stage)).toHaveLength(2);
  });

  it('is forgotten in the end, though the process died in the middle', async () => {
    const { stage } = await openWithAnswers();
    const { house } = stage;
    const project = await projectOf(stage);
    const omar = project.people.find(({ name }) => name === 'Omar');
    if (!omar || project.home.kind === 'anyone') throw new Error('Omar is in the project');
    const { tenant } = project.home;
    const forgetting = { how: 'answers', as: 'stand-in', at: house.now().toISOString() } as const;
    const person: Person = { schema: 1, id: omar.id, tenant, name: 'Omar', forgetting };
    await house.store.create(personKey(person), person);
    await finishForgetting(house);
    expect(await textOnFile(stage)).not.toMatch(/Omar|omar/);
    await finishForgetting(house);
    const { deeds = [] } = await projectOf(stage);
    expect(deeds.filter(({ did }) => did.kind === 'forgot')).toHaveLength(1);
  });

  it('is named by no letter to others, and waits for nothing any more', async () => {
    const { stage, project } = await openWithAnswers();
    await stage.take('Dana', readTyped('Omar is the developer of Voucher load 1'));
    await stage.take('Omar', { do: 'answer-role', project, role: 'developer#voucher-load-1', yes: false });
    await stage.take('Omar', readTyped('ask Lee about Voucher load 1 as developer'));
    const letters = async () => (await listPosted(stage.house.store, project)).map(({ letter }) => letter);
    expect((await letters()).map(({ content }) => content.kind).sort()).toEqual(
      ['asked', 'given-role', 'given-role', 'notice'].sort(),
    );
    await tap(stage, await preview(stage), 'Take my name off');
    const left = await letters();
    expect(left.map(({ content }) => content.kind).sort()).toEqual(['asked', 'given-role', 'notice']);
    expect(JSON.stringify(left)).not.toContain('Omar');
    expect(await textOnFile(stage)).not.toMatch(/Omar|omar/);
    const asked = left.flatMap(({ content }) => (content.kind === 'asked' ? [content.by] : []));
    expect(asked).toEqual([{ name: standInName }]);
  });

  it('is off the list of who is in the team', async () => {
    const listed = ['Dana', 'Omar'].map((name) => ({ id: `id-of-${name}`, also: `29:${name}`, name }));
    const members = () => Promise.resolve({ ok: true, members: listed } as const);
    const stage = await openTestStage({ roster: { members } });
    await stage.take('Dana', { do: 'meet', address: 'payroll' }, { place: team });
    const project = await openTeamProject(stage, 1, 'Omar');
    await stage.take('Dana', { do: 'people', page: 1 }, { place: team });
    expect((await readRoster(stage.house.store, project))?.members).toHaveLength(2);
    await tap(stage, await preview(stage), 'Forget me');
    expect(await readRoster(stage.house.store, project)).toMatchObject({ members: [{ name: 'Dana' }] });
  });

  it('is not in the generation before the newest either, wherever the process died', async () => {
    let dies = false;
    const generations = new Map<string, string[]>();
    const meddle: Meddle = (store) => ({
      ...store,
      write: async (key, value, version) => {
        const written = await store.write(key, value, version);
        if (written.ok) generations.set(key, [...(generations.get(key) ?? []), JSON.stringify(value)]);
        if (dies && key.endsWith('/project')) throw new Error('killed');
        return written;
      },
    });
    const stage = await openTestStage({ meddle });
    await openTeamProject(stage, 1, 'Omar');
    const shown = await preview(stage);
    dies = true;
    await expect(tap(stage, shown, 'Forget me')).rejects.toThrow('killed');
    dies = false;
    await finishForgetting(stage.house);
    const kept = [...generations].filter(([key]) => key.startsWith('projects/'));
    expect(kept.flatMap(([, all]) => all.slice(-2)).join()).not.toContain('Omar');
  });

  it('leaves whoever has the same id in another tenant as they are', async () => {
    const { stage } = await openWithAnswers();
    const elsewhere = { tenant: 'tenant-elsewhere' };
    await stage.take(
      'Omar',
      { do: 'add-integration', inputs: { name: 'X', source: 'A', target: 'B' } },
      elsewhere,
    );
    await tap(stage, await preview(stage), 'Remove my answers too');
    const projects = [...(await everything(stage))].flatMap(([key, value]) =>
      key.endsWith('/project') ? [value as Project] : [],
    );
    expect(
      projects.find(({ home }) => home.kind !== 'anyone' && home.tenant === 'tenant-elsewhere')?.people,
    ).toEqual([expect.objectContaining({ name: 'Omar' })]);
  });

  it('may have left: it is forgotten all the same, and says nothing of how the project stands', async () => {
    const { stage } = await openWithAnswers();
    await stage.take('Teams', { do: 'roster-changed', gone: ['id-of-Omar'] }, { place: team });
    const shown = await preview(stage);
    expect(shown).toMatchObject({ toll: { answers: 1 }, effects: [] });
    const { file } = await stage.take('Omar', { do: 'my-data' });
    expect(file?.format === 'json' && JSON.parse(file.text).projects[0].saidAndDone).toHaveLength(1);
    await tap(stage, shown, 'Remove my answers too');
    expect(await textOnFile(stage)).not.toMatch(/Omar|omar/);
  });

  it('hears afterwards what was said before, with the same counts', async () => {
    const { stage } = await openWithAnswers();
    await stage.take('Omar', readTyped('I own Ledger'));
    const shown = await preview(stage);
    expect(shown).toMatchObject({ projects: ['My project'], toll: { answers: 1, deeds: 1, roles: 1 } });
    const [before] = await stage.takes('Omar', { do: 'forget-me' });
    const [after] = await stage.takes('Omar', shown.buttons[0]?.command as never);
    for (const line of ['Your name, on 1 answer and 1 decision or change', 'Your role']) {
      expect(before?.text).toContain(line);
      expect(after?.text).toContain(line);
    }
    expect(after?.text).toMatch(/You are forgotten.*Gone.*Stayed, without your name/s);
  });

  it('may be a guest, who is told as much of themselves as anybody, and nothing of the project', async () => {
    const { stage, project } = await openWithAnswers();
    await changeProject(stage.house.store, project, (now) => ({
      ...now,
      people: now.people.map((each) => (each.name === 'Omar' ? { ...each, guest: true as const } : each)),
    }));
    const { messages } = await stage.take('Omar', { do: 'forget-me' }, { place: team });
    expect(messages).toEqual([expect.objectContaining({ title: 'This is between you and me' })]);
    const shown = await preview(stage);
    expect(shown).toMatchObject({ toll: { answers: 1 }, effects: [] });
    await tap(stage, shown, 'Remove my answers too');
    expect(await textOnFile(stage)).not.toMatch(/Omar|omar/);
  });

  it('of whom nothing is kept changes nothing, whatever a card says', async () => {
    const { stage } = await openWithAnswers();
    const before = await textOnFile(stage);
    for (const shares of ['[]', '["tenant-contoso","id-of-Eve",[]]', '']) {
      const seen = createHash('sha256').update(shares).digest('hex').slice(0, 16);
      const { replace } = await stage.take('Eve', { do: 'forget', how: 'answers', seen });
      expect(replace).toMatchObject({ title: 'There is nothing to forget' });
    }
    expect(await textOnFile(stage)).toBe(before);
  });

  it('hears in a channel that this is between the two of them', async () => {
    const { stage } = await openWithAnswers();
    const { messages } = await stage.take('Omar', { do: 'forget-me' }, { place: team });
    expect(messages).toEqual([expect.objectContaining({ title: 'This is between you and me' })]);
  });
});

describe('my data', () => {
  it('holds what the person said and did, and nothing of anybody else', async () => {
    const { stage, project } = await openWithAnswers();
    const page = pageAbout(project, payroll, owner, { turn: 'page-lee', correction: true });
    await stage.take('Lee', { do: 'answer', page, inputs: { [owner]: 'one-person' } });
    const { file } = await stage.take('Omar', { do: 'my-data' });
    const text = file?.format === 'json' ? file.text : '';
    const data = JSON.parse(text);
    expect(file?.name).toMatch(/^my data \d{4}-\d\d-\d\d\.json$/);
    expect(data.you.name).toBe('Omar');
    expect(data.projects).toHaveLength(1);
    expect(data.projects[0].saidAndDone).toEqual([
      expect.objectContaining({ kind: 'answered', about: 'Payroll', what: 'Accountable owner' }),
    ]);
    expect(text).not.toContain('Lee');
  });
});

async function seen(stage: Stage, project: string) {
  const { messages } = await stage.take('Lee', { do: 'decide', risk: { project, finding: risk } });
  const [reply] = messages;
  return reply?.kind === 'decide' ? reply.seen : undefined;
}
