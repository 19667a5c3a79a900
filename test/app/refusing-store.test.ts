import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/app/command.ts';
import { OperatorError } from '../../src/error.ts';
import type { Store } from '../../src/store/store.ts';
import {
  begin,
  everything,
  filledIn,
  kindsOf,
  next,
  openTeamProject,
  openTestStage,
  saidOnFile,
  team,
} from './interviewing.ts';

/** A store on a disk that can be full. */
async function openOnSmallDisk() {
  const disk = { full: false };
  const refuse = async () => {
    throw new OperatorError('data-unwritable', 'data cannot be written (ENOSPC)');
  };
  const stage = await openTestStage({
    meddle: (store): Store => ({
      ...store,
      write: (...write) => (disk.full ? refuse() : store.write(...write)),
      create: (...create) => (disk.full ? refuse() : store.create(...create)),
    }),
  });
  const project = await openTeamProject(stage);
  const page = await begin(stage, 'Dana', { project });
  return { stage, disk, project, page };
}

describe('while the disk is full', () => {
  it('nothing that writes is answered, and nothing on file changes', async () => {
    const { stage, disk, project, page } = await openOnSmallDisk();
    const before = await everything(stage);
    disk.full = true;
    const writing: Command[] = [
      next(page, filledIn(page)),
      { do: 'back', page: page.ref, inputs: filledIn(page) },
      { do: 'set-aside', page: page.ref, inputs: { 'aside-how': 'someone-else', 'aside-note': 'Carla' } },
      { do: 'say', text: 'tbd' },
      { do: 'pause' },
      { do: 'begin', project, integration: 'voucher-load-1', inputs: {} },
      { do: 'set-project', project, inputs: { stage: 'operate' } },
      { do: 'add-integration', inputs: { name: 'Deposits', source: 'Bank', target: 'Ledger' } },
      {
        do: 'import',
        file: 'list.csv',
        text: 'name,source_application,target_application\nDeposits,Bank,Ledger',
      },
    ];
    for (const command of writing)
      await expect(stage.take('Dana', command), command.do).rejects.toThrow('ENOSPC');
    expect(await everything(stage)).toEqual(before);
  });

  it('the bot is not greeted into a conversation it could not remember', async () => {
    const { stage, disk } = await openOnSmallDisk();
    disk.full = true;
    const meet = () => stage.take('Dana', { do: 'meet', address: {} }, { place: team });
    await expect(meet()).rejects.toThrow('ENOSPC');
    disk.full = false;
    expect(kindsOf(await meet())).toEqual(['welcome']);
  });

  it('what only looks is answered all the same', async () => {
    const { stage, disk } = await openOnSmallDisk();
    disk.full = true;
    for (const command of ['help', 'continue'] as const)
      expect(kindsOf(await stage.take('Dana', { do: command }))).toHaveLength(1);
    expect(kindsOf(await stage.take('Dana', { do: 'risks', name: '', page: 1 }))).toEqual(['findings']);
  });
});

it('the same tap works as soon as there is room again', async () => {
  const { stage, disk, page } = await openOnSmallDisk();
  const tap = next(page, filledIn(page));
  disk.full = true;
  await expect(stage.take('Dana', tap, { id: 'activity-1' })).rejects.toThrow('ENOSPC');
  disk.full = false;
  expect(kindsOf(await stage.take('Dana', tap, { id: 'activity-1' }))).toEqual(['noted', 'page']);
  expect(await saidOnFile(stage)).toEqual(['Dana walk-through all-together']);
});
