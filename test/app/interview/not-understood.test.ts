import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nearCommand } from '../../../src/app/near-command.ts';
import { openStage, type Stage } from '../../journeys/stage.ts';

describe('a mistyped command', () => {
  it.each([
    ['sumary', 'summary'],
    ['hlep', 'help'],
    ['intervew supplier data', 'interview'],
    ['nxt steps', 'next steps'],
  ])('%s is taken for %s', (typed, word) => {
    expect(nearCommand(typed)?.word).toBe(word);
  });

  it('keeps what was said after it', () => {
    expect(nearCommand('riks of voucher load')?.command).toEqual({
      do: 'risks',
      name: 'voucher load',
      page: 1,
    });
  });

  it.each(['what is the meaning of life', 'tbd', 'I am the emperor', 'no', 'is'])(
    '%s is taken for none',
    (typed) => {
      expect(nearCommand(typed)).toBeUndefined();
    },
  );
});

describe('what is neither an answer nor a command', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    await stage.says('Dana', 'hello');
    await stage.taps('Dana', 'Try it on a real project');
  });
  afterAll(() => stage.close());

  it('offers the command that is nearly so', async () => {
    const [shown] = await stage.says('Dana', 'sumary');
    expect(shown?.text).toContain('Did you mean summary?');
    const [summary] = await stage.taps('Dana', 'Summary');
    expect(summary?.text).toContain('Florida PALM');
  });

  it('offers the interview and the risks of the integration that has it in its name', async () => {
    const [shown] = await stage.says('Dana', 'supplier data');
    expect(shown?.text).toMatch(/Did you mean the integration|integrations have that/);
    const [risks] = await stage.taps('Dana', 'Risks');
    expect(risks?.text.toLowerCase()).toContain('supplier data');
  });
});
