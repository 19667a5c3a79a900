import { expect, test } from 'vitest';
import { openStage } from '../../journeys/stage.ts';

test('a text that begins like a command is the answer where a text is asked for and nothing has that name', async () => {
  const stage = await openStage();
  await stage.says('Dana', 'hello');
  await stage.taps('Dana', 'Try it on a real project');
  const place = { project: 'florida-palm', integration: 'outbound-supplier-data-api020' };
  const subject = { scope: 'integration', id: place.integration } as const;
  await stage.take('Dana', { do: 'begin', ...place, inputs: { role: 'functional-lead' } });
  // The question for the business process comes first: the file has an answer to it.
  for (const [typed, said] of [
    ['export pdf', 'as a file'],
    ['remind me sometimes', 'sometimes'],
    ['what if xyz', 'xyz'],
  ] as const)
    expect((await stage.says('Dana', typed)).at(-1)?.text).toContain(said);
  await stage.says('Dana', 'Project accounting, step 2');
  const integration = (await stage.house.store.read(`projects/florida-palm/integrations/${subject.id}`))
    ?.value as {
    answers: { said: { kind: string; value?: { text?: string } } }[];
  };
  expect(integration.answers.map(({ said }) => said.value?.text)).toContain('Project accounting, step 2');
  for (const { said } of integration.answers)
    expect(said.value?.text ?? '').not.toMatch(/^(?:export|remind|what if)/);
  const [help] = await stage.says('Dana', 'project Florida PALM');
  expect(help?.text).toContain('Florida PALM');
  await stage.close();
});
