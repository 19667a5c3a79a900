/** What somebody said about protecting data is for them, for who manages the project, and for who guards its security. */
import { beforeEach, describe, expect, it } from 'vitest';
import { judgeProject } from '../../src/app/register/judge-project.ts';
import { isRaised } from '../../src/core/judgement/portfolio/raised.ts';
import type { Project } from '../../src/core/landscape/landscape.ts';
import { privately, type Stage } from '../journeys/stage.ts';
import { openTeamProject, openTestStage, pageAbout, projectOf } from './interviewing.ts';

const account = 'sensitive-data.signs-in-as';
const here = { scope: 'integration', id: 'voucher-load-1' } as const;

let stage: Stage;
let project: string;
beforeEach(async () => {
  stage = await openTestStage();
  project = await openTeamProject(stage, 1, 'Ben', 'Omar', 'Sara');
  await is('Ben', 'developer');
  await is('Omar', 'business-process-owner');
  await is('Sara', 'security');
  await stage.take('Ben', {
    do: 'answer',
    page: pageAbout(project, here, account),
    inputs: { [account]: 'persons-account' },
  });
});

const is = (who: string, role: string) =>
  stage.take(who, { do: 'begin', project, integration: here.id, inputs: { role } });

/** All that quotes somebody, read by one person in their own chat. */
async function heard(who: string): Promise<string> {
  const { findings } = await judgeProject(stage.house, await projectOf(stage));
  const raised = findings.filter(isRaised);
  expect(raised.map(({ topic }) => topic)).toContain('sensitive-data');
  const commands = [
    { do: 'risks', name: 'voucher load 1', page: 1 },
    { do: 'show-summary', project, of: { scope: 'topic', id: 'sensitive-data' }, page: 1 },
    ...raised.map(({ id }) => ({ do: 'decide', risk: { project, finding: id } }) as const),
    ...raised.flatMap(({ steps }) =>
      steps.map(
        ({ key }) => ({ do: 'show-step', project, step: `${key}@integration:voucher-load-1` }) as const,
      ),
    ),
  ] as const;
  const said: string[] = [];
  for (const command of commands)
    said.push(...(await stage.takes(who, command, { place: privately(who) })).map(({ text }) => text));
  return said.join('\n');
}

describe('what was said about protecting data', () => {
  it('is kept from a colleague, who hears of the risk and that somebody answered', async () => {
    const all = await heard('Omar');
    expect(all).toContain('somebody has answered; kept for who manages the project or its security');
    expect(all).not.toContain('The account of a person');
    expect(all).not.toMatch(/Ben \(/);
  });

  it('is kept from whoever calls themselves security, until a manager says yes', async () => {
    expect(await heard('Sara')).not.toContain('The account of a person');
    const claim = { do: 'answer-claim', project, who: 'id-of-Sara', role: 'security', yes: true } as const;
    await stage.take('Omar', claim);
    await stage.take('Sara', claim);
    expect(await heard('Sara')).not.toContain('The account of a person');
    await stage.take('Dana', claim);
    expect(await heard('Sara')).toContain('The account of a person');
  });

  it('is quoted to its author, to the manager and to security', async () => {
    await stage.take('Dana', {
      do: 'give-role',
      project,
      role: 'security',
      to: 'id-of-Sara',
    });
    for (const who of ['Ben', 'Dana', 'Sara'])
      expect(await heard(who), who).toContain('The account of a person');
  });

  it('is opened to nobody by a role that somebody else gave them', async () => {
    const { house } = stage;
    const key = `projects/${project}/project`;
    const kept = await house.store.read(key);
    const document = await projectOf(stage);
    const from = { how: 'given', by: { name: 'Ben' }, at: house.now().toISOString() } as const;
    const people = document.people.map((member) =>
      member.name === 'Omar' ? { ...member, roles: [{ role: 'security', from }] } : member,
    );
    const changed: Project = { ...document, people };
    await house.store.write(key, changed, kept?.version ?? 0);
    expect(await heard('Omar')).not.toContain('The account of a person');
  });

  it('leaves in a file only with those who may read it; the report is for everybody', async () => {
    for (const format of ['xlsx', 'csv', 'json'] as const) {
      const refused = await stage.take('Omar', { do: 'export-file', project, format });
      expect(refused.file, format).toBeUndefined();
      expect(refused.messages[0]).toMatchObject({ title: 'This file holds what everybody said' });
      expect((await stage.take('Dana', { do: 'export-file', project, format })).file).toBeDefined();
    }
    const owner = 'owners-and-stakeholders.accountable-owner';
    const page = pageAbout(project, { scope: 'application', id: 'payroll' }, owner, { turn: 'page-2' });
    await stage.take('Dana', { do: 'answer', page, inputs: { [owner]: 'nobody' } });
    const quotes = async (who: string) => {
      const { file } = await stage.take(who, { do: 'export-file', project, format: 'report' });
      return file?.format === 'report' ? file.report.risks.flatMap(({ because }) => because) : undefined;
    };
    // Not even there is anybody quoted to a reader who may be asked the same.
    expect(await quotes('Omar')).toEqual([]);
    expect(await quotes('Dana')).not.toEqual([]);
  });
});
