import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/app/reply.ts';
import type { Integration } from '../../src/core/landscape/landscape.ts';
import { renderer } from '../journeys/stage.ts';
import {
  answersOnFile,
  everything,
  findingsOf,
  notedOf,
  openTeamProject,
  openTestStage,
  pageAbout,
  pageOf,
  projectOf,
  team,
} from './interviewing.ts';

const texts = [
  '${1+1}',
  '${$root.project}',
  '{{DATE(2026-01-01T00:00:00Z, SHORT)}}',
  '**x** _y_ `z`',
  '[click](https://example.org)',
  '<at>Dana</at>',
  '<script>alert(1)</script>',
  '"}],"type":"Action.OpenUrl',
  '=SUM(A1:A9)',
  'Grüße, 世界 👋',
];

const step = 'it-driven-design.process-step';
const here = { scope: 'integration', id: 'voucher-load-1' } as const;

/** What a reader sees: characters without width keep clients from reading more into it. */
const shown = ({ replace, messages }: Outcome) =>
  [...(replace ? [replace] : []), ...messages]
    .map((reply) => renderer.render(reply).text.replaceAll('\u2060', ''))
    .join('\n');

describe.each(texts)('the text %j', (text) => {
  it('is kept as it was typed and shown as text, as an answer', async () => {
    const stage = await openTestStage();
    const page = pageAbout(await openTeamProject(stage), here, step);
    const noted = await stage.take('Dana', { do: 'answer', page, inputs: { [step]: text } });
    expect(await answersOnFile(stage)).toMatchObject([{ said: { value: { text } } }]);
    expect(notedOf(noted).lines).toMatchObject([{ words: text }]);
    expect(shown(noted)).toContain(`Process and step: ${text}`);
    const again = pageOf(await stage.take('Dana', { do: 'ask-again', ...page, question: step }));
    expect(again.questions).toMatchObject([{ filled: text }]);
  });

  it('is kept as it was typed and shown as text, as who knows', async () => {
    const stage = await openTestStage();
    const page = pageAbout(await openTeamProject(stage), here, step);
    const inputs = { 'aside-how': 'someone-else', 'aside-note': text };
    const noted = await stage.take('Dana', { do: 'set-aside', page, inputs });
    expect(await answersOnFile(stage)).toMatchObject([{ said: { to: text } }]);
    expect(shown(noted)).toContain(`ask ${text}`);
  });

  it('is kept as it was typed and shown as text, as a name', async () => {
    const stage = await openTestStage();
    const inputs = { name: text, source: `from ${text}`, target: `to ${text}` };
    const added = await stage.take('Dana', { do: 'add-integration', inputs }, { place: team });
    expect(shown(added)).toContain(`from ${text} → to ${text}`);
    const [, integration] =
      [...(await everything(stage))].find(([key]) => key.includes('/integrations/')) ?? [];
    expect((integration as Integration).name).toBe(text);
    const risks = await stage.take('Dana', { do: 'risks', name: text, page: 1 }, { place: team });
    expect(findingsOf(risks).integration.name).toBe(text);
    const { id } = await projectOf(stage);
    await stage.take('Dana', { do: 'set-project', project: id, inputs: { name: text } });
    expect((await projectOf(stage)).name).toBe(text);
    expect(shown(await stage.take('Dana', { do: 'integrations', page: 1 }))).toContain(text);
  });

  it('is said back as text, where nobody knows what to do with it', async () => {
    const stage = await openTestStage();
    expect(shown(await stage.take('Dana', { do: 'say', text }))).toContain(`“${text}”`);
    expect((await everything(stage)).size).toBe(0);
  });
});

describe('ten thousand characters', () => {
  const long = 'word '.repeat(2000);

  it('are too long for an answer, and nothing is stored of them', async () => {
    const stage = await openTestStage();
    const page = pageAbout(await openTeamProject(stage), here, step);
    const outcome = await stage.take('Dana', { do: 'answer', page, inputs: { [step]: long } });
    expect(pageOf(outcome).questions[0]?.problem).toContain('too long');
    expect(renderer.render(pageOf(outcome)).bytes).toBeLessThan(80 * 1024);
    expect(await answersOnFile(stage)).toEqual([]);
  });

  it('fit on a card where they are said back', async () => {
    const stage = await openTestStage();
    for (const command of [
      { do: 'say', text: long },
      { do: 'project', name: long },
      { do: 'risks', name: long, page: 1 },
      { do: 'interview', name: long },
      { do: 'add-integration', inputs: { name: long, source: 'Payroll', target: 'Ledger' } },
    ] as const) {
      const { replace, messages } = await stage.take('Dana', command);
      for (const reply of [...(replace ? [replace] : []), ...messages])
        expect(renderer.render(reply).bytes).toBeLessThan(80 * 1024);
    }
  });
});
