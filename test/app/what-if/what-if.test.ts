import { createHash } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import type { Command } from '../../../src/app/command.ts';
import { changeIntegration } from '../../../src/app/documents.ts';
import type { NoticeReply } from '../../../src/app/reply.ts';
import type { Guess } from '../../../src/app/what-if/what-if-command.ts';
import type { DifferenceReply, WhatIfReply } from '../../../src/app/what-if/what-if-reply.ts';
import { assessProject } from '../../../src/core/judgement/assess-project.ts';
import type { Integration, Project } from '../../../src/core/landscape/landscape.ts';
import { besides } from '../../../src/core/register/proposal.ts';
import { cardCommandSchema } from '../../../src/teams/card-command.ts';
import { channelOf, openStage, type Stage } from '../../journeys/stage.ts';

const list = 'name,source_application,target_application\nOrder status,Ledger,Sales';
const frequency = 'one-size-fits-all.frequency';
const need = 'expectations.delay-need';

async function onFile(stage: Stage): Promise<string> {
  const { store } = stage.house;
  const keys = [...(await store.list('projects/'))].sort();
  const texts = await Promise.all(keys.map(async (key) => JSON.stringify((await store.read(key))?.value)));
  return createHash('sha256')
    .update([...keys, ...texts].join('\n'))
    .digest('hex');
}

async function begin(): Promise<{ stage: Stage; place: { project: string; integration: string } }> {
  const stage = await openStage();
  onTestFinished(() => stage.close());
  await stage.says('Iris', list);
  await stage.says('Iris', 'what if order status');
  const [key = ''] = await stage.house.store.list('projects/');
  const project = await stage.house.store.read(key.replace(/\/integrations.*/, '/project'));
  const { id = '' } = (project?.value ?? {}) as Partial<Project>;
  return { stage, place: { project: id, integration: 'order-status' } };
}

const see = (place: { project: string; integration: string }, assumed: readonly Guess[]): Command => ({
  do: 'what-if-see',
  page: {
    ...place,
    subject: { scope: 'integration', id: place.integration },
    questions: [frequency],
    turn: 'card',
    correction: false,
  },
  assumed,
  inputs: { [frequency]: 'daily' },
});
const wanted: readonly Guess[] = [{ question: need, typed: 'at-once' }];

async function findings(stage: Stage, { project, integration }: { project: string; integration: string }) {
  const { house } = stage;
  const at = house.now().toISOString().slice(0, 10);
  const read = async <T>(key: string) => (await house.store.read(key))?.value as T;
  const whole = await read<Project>(`projects/${project}/project`);
  const one = await read<Integration>(`projects/${project}/integrations/${integration}`);
  return assessProject(house.content, house.calculations, whole, [one], undefined, at);
}

test('to try out answers leaves every document as it was, and what was seen comes true when it is adopted', async () => {
  const { stage, place } = await begin();
  const [before, found] = [await onFile(stage), await findings(stage, place)];
  const { replace } = await stage.take('Iris', see(place, wanted));
  expect(await onFile(stage)).toBe(before);
  const difference = replace as DifferenceReply;
  expect(difference.rows.length).toBeGreaterThan(0);

  const kept = await stage.take('Iris', {
    do: 'keep-proposal',
    ...place,
    assumed: difference.assumed,
    inputs: { name: 'Daily' },
  });
  const proposal = (kept.replace as DifferenceReply).options[0]?.id ?? '';
  await stage.take('Iris', { do: 'adopt', project: place.project, proposal });
  const rows = besides(found, await findings(stage, place));
  expect(rows.map(({ title }) => title)).toEqual(difference.rows.map(({ title }) => title));
  expect(rows).toHaveLength(difference.rows.length + difference.more);

  // Adopted once more, nothing is said twice.
  const adopted = await onFile(stage);
  await stage.take('Iris', { do: 'adopt', project: place.project, proposal });
  expect(await onFile(stage)).toBe(adopted);
});

test('a few questions are offered, first those that findings rest on, with what they ask; all are a tap away', async () => {
  const { stage, place } = await begin();
  const { messages } = await stage.take('Iris', { do: 'what-if-of', ...place, assumed: [] });
  const [few] = messages as WhatIfReply[];
  expect(few?.questions).toHaveLength(6);
  for (const { title } of few?.questions ?? []) expect(title).toMatch(/\?$/);
  const all = await stage.take('Iris', { do: 'what-if-of', ...place, assumed: [], all: true });
  const [listed] = all.messages as WhatIfReply[];
  expect(listed?.questions).toHaveLength(80);
  expect((few?.more ?? 0) + 6).toBe((listed?.more ?? 0) + 80);
});

test('what was kept about an application counts no more where the integration has left it', async () => {
  const { stage, place } = await begin();
  const assumed: readonly Guess[] = [
    { question: 'connectivity.hosting', typed: 'on-premises', on: 'ledger' },
  ];
  const kept = await stage.take('Iris', {
    ...{ do: 'keep-proposal', ...place, assumed: [...assumed, ...wanted], inputs: { name: 'Both' } },
  });
  const proposal = (kept.replace as DifferenceReply).options[0]?.id ?? '';
  await changeIntegration(stage.house.store, place.project, place.integration, (current) => ({
    ...current,
    source: { written: 'Shop' },
  }));
  const { replace } = await stage.take('Iris', { do: 'adopt', project: place.project, proposal });
  expect(replace).toMatchObject({ lines: ['One answer about Order status now stands in your name.'] });
  const [key = ''] = (await stage.house.store.list('projects/')).filter((each) => each.endsWith('/project'));
  const project = (await stage.house.store.read(key as never))?.value as Project;
  expect(project.applications.flatMap(({ answers }) => answers)).toEqual([]);
});

test('what a card assumes is read as if it were typed: what cannot be an answer is none', async () => {
  const { stage, place } = await begin();
  const odd: readonly Guess[] = [
    { question: 'no-such.question', typed: 'x' },
    { question: 'connectivity.hosting', typed: 'on-premises' },
    { question: 'connectivity.hosting', typed: 'on-premises', on: 'bank' },
    { question: need, typed: 'purple' },
  ];
  const { replace } = await stage.take('Iris', see(place, odd));
  expect((replace as DifferenceReply).assumed).toEqual([{ question: frequency, typed: 'daily' }]);
});

test('nothing of it is told to strangers or in a channel', async () => {
  const { stage, place } = await begin();
  for (const how of [{ tenant: 'tenant-2' }, { place: channelOf('Sales') }]) {
    const { replace, messages } = await stage.take('Mallory', see(place, wanted), how);
    expect([replace, ...messages].filter(Boolean)).toMatchObject([{ kind: 'notice' }]);
  }
});

test('which integration is meant is a tap away also after a long text', async () => {
  const { stage } = await begin();
  await stage.says('Iris', `${list.split('\n')[0]}\n${'Orders '.repeat(30)},Sales,Ledger`);
  for (const words of ['the deputy', 'who looks at it when nobody else does '.repeat(25)]) {
    const { messages } = await stage.take('Iris', { do: 'what-if', name: words });
    const [asked] = messages as NoticeReply[];
    expect(asked?.title).toBe('What if, about which integration?');
    for (const { command } of asked?.buttons ?? []) {
      expect(cardCommandSchema.safeParse(command).success, JSON.stringify(command)).toBe(true);
    }
  }
});
