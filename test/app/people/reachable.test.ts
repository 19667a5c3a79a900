import { expect, it } from 'vitest';
import { openApp } from '../../../src/app/app.ts';
import type { Command } from '../../../src/app/command.ts';
import { readConversation, readPerson } from '../../../src/app/documents.ts';
import { callerOf, privately, type Stage } from '../../journeys/stage.ts';
import { kindsOf, openTestStage, team } from '../interviewing.ts';

const dana = callerOf('Dana', privately('Dana'));
let turns = 0;

function write({ house }: Stage, command: Command, address: unknown, caller = dana) {
  turns += 1;
  return openApp(house).take({ caller, turn: `turn-${turns}`, command, address });
}

it('whoever writes in personal chat can be written to', async () => {
  const stage = await openTestStage();
  await write(stage, { do: 'help' }, { serviceUrl: 'https://one.example' });
  expect(await readPerson(stage.house.store, dana)).toMatchObject({ name: 'Dana', chat: 'chat-with-Dana' });
  expect(await readConversation(stage.house.store, dana)).toMatchObject({
    kind: 'personal',
    address: { serviceUrl: 'https://one.example' },
    gone: false,
  });
});

it('an address that has changed is kept, and the same again writes nothing', async () => {
  const stage = await openTestStage();
  await write(stage, { do: 'help' }, { serviceUrl: 'https://one.example' });
  await write(stage, { do: 'help' }, { serviceUrl: 'https://two.example' });
  const { list, read } = stage.house.store;
  const versions = async () => Promise.all((await list('')).map(async (key) => (await read(key))?.version));
  const before = await versions();
  await write(stage, { do: 'help' }, { serviceUrl: 'https://two.example' });
  expect(await versions()).toEqual(before);
  expect(await readConversation(stage.house.store, dana)).toMatchObject({
    address: { serviceUrl: 'https://two.example' },
  });
});

it('a channel is nobody’s personal chat', async () => {
  const stage = await openTestStage();
  const here = callerOf('Dana', team);
  await write(stage, { do: 'help' }, 'there', here);
  expect(await readConversation(stage.house.store, here)).toMatchObject({
    kind: 'channel',
    address: 'there',
  });
  expect((await readPerson(stage.house.store, here))?.chat).toBeUndefined();
});

it('one that was left is back as soon as somebody writes from there', async () => {
  const stage = await openTestStage();
  await write(stage, { do: 'help' }, 'there');
  await write(stage, { do: 'leave' }, 'there');
  expect(await readConversation(stage.house.store, dana)).toMatchObject({
    gone: true,
    goneSince: expect.any(String),
  });
  await write(stage, { do: 'help' }, 'there');
  const back = await readConversation(stage.house.store, dana);
  expect([back?.gone, back?.goneSince]).toEqual([false, undefined]);
});

it('a first word before the installation is told of takes nothing from the welcome', async () => {
  const stage = await openTestStage();
  await write(stage, { do: 'help' }, 'there');
  expect(kindsOf(await write(stage, { do: 'meet', address: 'there' }, 'there'))).toEqual(['welcome']);
  expect(kindsOf(await write(stage, { do: 'meet', address: 'there' }, 'there'))).toEqual([]);
});
