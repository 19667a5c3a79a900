/** Who is asked the same sees nothing of what others said, on whichever card, before giving an answer of their own. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../src/app/command.ts';
import { readPerson } from '../../src/app/documents.ts';
import { judgeProject } from '../../src/app/register/judge-project.ts';
import { waitingFor } from '../../src/app/reminder/waiting-for.ts';
import { isRaised } from '../../src/core/judgement/portfolio/raised.ts';
import { privately, type Stage } from '../journeys/stage.ts';
import { openTeamProject, openTestStage, pageAbout, projectOf } from './interviewing.ts';

const need = 'expectations.delay-need';
const purpose = 'owner-alignment.purpose';
const owner = 'owners-and-stakeholders.owner-name';
const here = { scope: 'integration', id: 'voucher-load-1' } as const;
const payroll = { scope: 'application', id: 'payroll' } as const;

let stage: Stage;
let project: string;
beforeEach(async () => {
  stage = await openTestStage();
  project = await openTeamProject(stage, 2, 'Ben', 'Cleo', 'Omar');
  await stage.take('Dana', { do: 'milestone', name: 'Kick-off' });
  await says('Ben', purpose, 'show');
  await says('Cleo', purpose, 'same-data');
  await says('Ben', need, 'user-waits');
  await says('Cleo', need, 'next-day');
  await says('Ben', 'owners-and-stakeholders.accountable-owner', 'one-person', payroll);
  await says('Ben', owner, 'Zora Quill', payroll);
  await says('Cleo', owner, 'Yuri Vale', payroll);
});

const says = (
  who: string,
  question: string,
  typed: string,
  subject: Parameters<typeof pageAbout>[1] = here,
) =>
  stage.take(who, {
    do: 'answer',
    page: { ...pageAbout(project, subject, question), turn: `${who} ${question} ${typed}` },
    inputs: { [question]: typed },
  });

/** Every card that may quote somebody. */
async function cards(): Promise<Command[]> {
  const judged = await judgeProject(stage.house, await projectOf(stage));
  const findings = judged.findings.filter(isRaised);
  const page = { ...pageAbout(project, here, purpose), questions: [purpose, need] };
  const parts = [{ scope: 'project' }, here, payroll, { scope: 'topic', id: 'owner-alignment' }] as const;
  return [
    ...[1, 2, 3].map((at) => ({ do: 'risks', name: 'voucher load 1', page: at }) as const),
    ...parts.map((of) => ({ do: 'show-summary', project, of, page: 1 }) as const),
    { do: 'compare', name: '' },
    ...findings.map(({ id }) => ({ do: 'decide', risk: { project, finding: id } }) as const),
    ...findings.flatMap(({ steps, id }) =>
      steps.map(
        ({ key }) =>
          ({ do: 'show-step', project, step: `${key}@${id.slice(id.lastIndexOf('@') + 1)}` }) as const,
      ),
    ),
    { do: 'differences', page: 1 },
    ...[`${purpose}@integration:voucher-load-1`, `${owner}@application:payroll`].map(
      (difference) => ({ do: 'show-difference', ref: { project, difference } }) as const,
    ),
    { do: 'what-if-see', page, assumed: [], inputs: { [purpose]: 'several', [need]: 'same-day' } },
    { do: 'landscape', name: '', page: 1 },
    { do: 'next-steps', all: true, page: 1 },
  ];
}

async function heard(who: string): Promise<string> {
  const said: string[] = [];
  for (const command of await cards())
    said.push(...(await stage.takes(who, command, { place: privately(who) })).map(({ text }) => text));
  return said.join('\n');
}

const theirs = /Show data of the other system|Keep the same data|Zora|Yuri|somebody waits for the answer/i;

describe('whoever is asked the same', () => {
  it('sees nothing of what others said on any card, and that they did', async () => {
    const all = await heard('Omar');
    expect(all).toContain('2 people have answered; give your answer first');
    expect(all.match(theirs)?.[0]).toBeUndefined();
    // The same cards quote all of it to those who have.
    const cleos = await heard('Cleo');
    for (const said of ['Show data of the other system', 'Zora', 'Yuri']) expect(cleos).toContain(said);
  });

  it('sees it once they have given their own, even where they do not know', async () => {
    await says('Omar', purpose, 'unsure');
    const all = await heard('Omar');
    expect(all).toMatch(/Show data of the other system/);
    expect(all).not.toMatch(/Zora|Yuri/);
  });

  it('sees what was settled: that is no answer of one of them', async () => {
    await stage.take('Ben', {
      do: 'settle',
      ref: { project, difference: `${purpose}@integration:voucher-load-1` },
      seen: '',
      inputs: { value: 'show', decided: 'Sam', on: '', reason: '' },
    });
    expect(await heard('Omar')).toContain('Show data of the other system');
  });
});

describe('an open difference', () => {
  const waits = async (who: string) => {
    const caller = { tenant: 'tenant-1', id: `id-of-${who}`, name: who, conversation: privately(who) };
    expect(await readPerson(stage.house.store, caller)).toBeDefined();
    return (await waitingFor(stage.house, caller)).items.map(({ words }) => words.title);
  };

  it('waits for those who are part of it, until it is over', async () => {
    const title = 'Still answered differently: What it must do (Voucher load 1)';
    expect(await waits('Ben')).toContain(title);
    expect(await waits('Cleo')).toContain(title);
    expect(await waits('Dana')).not.toContain(title);
    await says('Cleo', purpose, 'show');
    expect(await waits('Ben')).not.toContain(title);
  });
});
