/** Who is told that people answered differently, who may look, and what a card of somebody else can do: nothing. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../../src/app/command.ts';
import { wordsOf } from '../../../src/app/reminder/letter-words.ts';
import { listPosted } from '../../../src/app/reminder/outbox.ts';
import { channelOf, type Stage } from '../../journeys/stage.ts';
import { everything, openTeamProject, openTestStage, pageAbout, team } from '../interviewing.ts';

const purpose = 'owner-alignment.purpose';
const here = { scope: 'integration', id: 'voucher-load-1' } as const;
const difference = `${purpose}@integration:voucher-load-1`;

let stage: Stage;
let project: string;
beforeEach(async () => {
  stage = await openTestStage();
  project = await openTeamProject(stage, 2, 'Ben', 'Cleo');
});

const says = (who: string, option: string) =>
  stage.take(who, {
    do: 'answer',
    page: { ...pageAbout(project, here, purpose), turn: `${who} ${option}` },
    inputs: { [purpose]: option },
  });
/** "Ben: Answered differently: …", for every letter that still has something to say. */
async function letters(): Promise<string[]> {
  const posted = await listPosted(stage.house.store, project);
  const told = await Promise.all(
    posted
      .filter(({ letter }) => letter.content.kind === 'difference')
      .map(async ({ letter }) => {
        const words = await wordsOf(stage.house, letter);
        return words
          ? [`${(letter.to as { name: string }).name}: ${words.title}`, ...words.lines].join(' | ')
          : '';
      }),
  );
  return told.filter(Boolean).sort();
}
const heard = async (...sent: Parameters<Stage['takes']>) =>
  (await stage.takes(...sent)).map(({ text }) => text).join('\n');
const ref = () => ({ project, difference });

it('two people who never answered the same question are not said to agree', async () => {
  await says('Ben', 'show');
  const walked = 'owner-alignment.walk-through';
  const command: Command = {
    do: 'answer',
    page: { ...pageAbout(project, here, walked), turn: 'Cleo walked' },
    inputs: { [walked]: 'not-yet' },
  };
  await stage.take('Cleo', command);
  expect(await heard('Cleo', { do: 'differences', page: 1 })).toContain('No question has two answers so far');
  await says('Cleo', 'show');
  const agreed = await heard('Ben', { do: 'differences', page: 1 });
  expect(agreed).toContain('Nobody contradicts anybody');
  expect(agreed).toContain('One question has several answers, and nothing in them is left to settle.');
});

describe('when two people answer one question differently', () => {
  beforeEach(async () => {
    await says('Ben', 'show');
    await says('Cleo', 'same-data');
  });

  it('exactly those two are told, once', async () => {
    await says('Cleo', 'same-data');
    expect((await letters()).map((each) => each.split(' | ')[0])).toEqual([
      'Ben: Answered differently: What it must do (Voucher load 1)',
      'Cleo: Answered differently: What it must do (Voucher load 1)',
    ]);
  });

  it('and one changes theirs, the other is told that it is over, and what is right now', async () => {
    await says('Cleo', 'show');
    expect(await letters()).toEqual([
      'Ben: No longer open: What it must do (Voucher load 1) | Cleo has changed the answer; you say the same now. | Done right: Those who were asked want the same of Voucher load 1.',
    ]);
  });

  it('and it is settled, the others are told; the same tap again settles nothing twice', async () => {
    const command: Command = {
      do: 'settle',
      ref: ref(),
      seen: '',
      inputs: { value: 'show', decided: 'Sam', on: '', reason: '' },
    };
    await stage.take('Cleo', command, { id: 'tap' });
    await stage.take('Cleo', command, { id: 'tap' });
    expect(await letters()).toEqual([
      'Ben: No longer open: What it must do (Voucher load 1) | Cleo has noted what holds.',
    ]);
    const settled = [...(await everything(stage)).values()].flatMap(
      (document) => (document as { deeds?: { did: { kind: string } }[] }).deeds ?? [],
    );
    expect(settled.filter(({ did }) => did.kind === 'settled')).toHaveLength(1);
    // Ben's card is older than that.
    const late = await heard('Ben', { ...command, inputs: { value: 'same-data' } });
    expect(late).toContain('Somebody has settled this since');
  });

  it('a channel hears how many, and nobody’s name or words', async () => {
    const said = await heard('Ben', { do: 'differences', page: 1 }, { place: team });
    expect(said).toContain('one question');
    expect(said).not.toMatch(/Cleo|Show data|What it must do/);
    for (const command of [
      { do: 'show-difference', ref: ref() },
      { do: 'settle', ref: ref(), seen: '', inputs: { value: 'show' } },
    ] as const) {
      const before = await everything(stage);
      expect(await heard('Ben', command, { place: team })).toContain('in private');
      expect(await everything(stage)).toEqual(before);
    }
  });

  it('a stranger’s card, one of another tenant, and one that names what is not there read and change nothing', async () => {
    const commands = (of = ref()): Command[] => [
      { do: 'show-difference', ref: of },
      { do: 'settle', ref: of, seen: '' },
      { do: 'settle', ref: of, seen: '', inputs: { value: 'show' } },
    ];
    const expectNothing = async (who: string, command: Command, how = {}) => {
      const before = await everything(stage);
      const said = await heard(who, command, how);
      expect(said, JSON.stringify(command)).not.toMatch(/Show data|Keep the same/);
      const after = await everything(stage);
      expect(
        [...after].filter(([key]) => !key.startsWith('people/')),
        JSON.stringify(command),
      ).toEqual([...before].filter(([key]) => !key.startsWith('people/')));
    };
    for (const command of commands()) {
      await expectNothing('Eve', command);
      await expectNothing('Eve', command, { place: channelOf('strangers') });
      await expectNothing('Ben', command, { tenant: 'tenant-2' });
    }
    for (const id of [
      'x',
      '@',
      `${purpose}@integration:gone`,
      `${purpose}@integration:../../p`,
      'a.b@project',
      `${purpose}@application:payroll`,
    ])
      for (const command of commands({ project, difference: id })) await expectNothing('Ben', command);
    for (const command of commands({ project: '../..', difference })) await expectNothing('Ben', command);
  });

  it('an answer that the question does not offer, a day to come, or no answer at all settles nothing', async () => {
    for (const inputs of [
      { value: 'anything' },
      { value: '?' },
      { value: 'show', on: '2999-01-01' },
      { value: 'show', on: 'x' },
      {},
    ]) {
      const before = await everything(stage);
      await stage.take('Ben', { do: 'settle', ref: ref(), seen: '', inputs });
      expect(await everything(stage), JSON.stringify(inputs)).toEqual(before);
    }
  });
});
