import { expect, test } from 'vitest';
import { textOf } from '../../src/render/card-text.ts';
import { openRenderer } from '../../src/render/renderer.ts';
import { partsOf } from './card-parts.ts';
import { content } from './sample-content.ts';
import { samples } from './samples.ts';

const renderer = openRenderer(new URL('../../cards/', import.meta.url).pathname, content);
const commandOf = (card: object, title: string) =>
  (partsOf(card).find((part) => part.title === title)?.data as { command?: object } | undefined)?.command;

test('a row opens its own interview and its own risks, and goes on where one is under way', () => {
  const { card } = renderer.render(samples.integrations);
  const api020 = { project: 'palm', integration: 'api020' };
  expect(commandOf(card, 'Interview: Outbound Supplier Data (API020)')).toEqual({
    do: 'open-interview',
    ...api020,
  });
  expect(commandOf(card, 'Risks: Outbound Supplier Data (API020)')).toEqual({
    do: 'show-risks',
    ...api020,
    page: 1,
  });
  expect(commandOf(card, 'Continue: Inbound Voucher Load (API002)')).toEqual({ do: 'continue' });
});

test('a noted page keeps every line, with a way to change it', () => {
  const { card, text } = renderer.render(samples.noted);
  expect(text).toContain('Longest acceptable delay: The next morning');
  expect(text).toContain('Who accepts the delay: nothing noted');
  expect(text).toContain('Accounts payable, Treasury (as the file says)');
  expect(text).toContain('No longer listed: People expect different delays');
  expect(commandOf(card, 'Change: Records on a busy day')).toEqual({
    do: 'ask-again',
    project: 'palm',
    integration: 'api002',
    subject: { scope: 'integration', id: 'api002' },
    question: 'storage-and-limits.records-per-day',
  });
});

test('answers name what they are about where it is not the integration itself', () => {
  const { text } = renderer.render(samples.answers);
  expect(text.split('Inbound Voucher Load (API002)').length).toBe(2);
  expect(text).toContain('Application · Agency Business System');
});

test('the start says how long it takes before anything else', () => {
  const { text, summary } = renderer.render(samples.start);
  expect(text.split('\n')[1]).toBe('About 3 minutes, 9 questions or a few more');
  expect(summary).toBe(
    'Interview about Inbound Voucher Load (API002). About 3 minutes, 9 questions or a few more',
  );
  expect(text).toContain('Three answers stand in the imported file already');
});

test('an import names the first lines that were not read, and counts the others', () => {
  const refused = Array.from({ length: 9 }, (_, at) => ({ line: at + 2, reason: 'The name is empty.' }));
  const { text } = renderer.render({ ...samples.imported, report: { ...samples.imported.report, refused } });
  expect(text).toContain('9 rows were not read\nLine 2: The name is empty.');
  expect(text).toContain('Line 7: The name is empty.\nand 3 more');
});

test('in a channel the bot says that interviews are private', () => {
  expect(renderer.render({ ...samples.welcome, where: 'channel' }).text).toContain('each in personal chat');
  expect(renderer.render({ ...samples.help, where: 'group' }).text).toContain('Mention me');
});

test('an import says the way on first, and what it means that an end belongs to no application where that is asked for', () => {
  const ends = Array.from(
    { length: 9 },
    (_, at) => ({ line: at + 2, note: `End ${at}.`, end: true }) as const,
  );
  const { text, card } = renderer.render({
    ...samples.imported,
    report: { ...samples.imported.report, flagged: [...ends, { line: 20, note: 'Equal names.' }] },
  });
  expect(text).toMatch(
    /ten questions at most\.\n\[See the integrations\]\n1 row was not read\n.*\n\[See 10 loose ends\]$/,
  );
  const folded = partsOf(card).find(({ id }) => id === 'loose-ends');
  const said = textOf({ type: 'AdaptiveCard', body: [{ ...folded, isVisible: true }] });
  expect(said).toContain('1 line is worth a look\nLine 20: Equal names.');
  expect(said).toContain('9 ends belong to no application\nI can ask no owner about such an end.');
  expect(said).toContain('Line 4: End 2.\nand 6 more');
});

test('a full page of long names shows each of them whole', () => {
  const [item] = samples.integrations.items;
  if (!item) throw new Error('the sample has integrations');
  const name = 'Outbound Deferred Compensation Employee Data / Deduction File (PRI023)';
  const items = Array.from({ length: 8 }, () => ({ ...item, integration: { ...item.integration, name } }));
  const { text } = renderer.render({ ...samples.integrations, items });
  expect(text.split(name)).toHaveLength(9);
});

test.each([
  [0, '(33 %).'],
  [1, '(33 %), and once nobody knew.'],
  [3, '(33 %), and 3 times nobody knew.'],
])('a summary says how often nobody knew: %i', (unsure, told) => {
  const coverage = { apply: 1240, answered: 412, unsure };
  expect(renderer.render({ ...samples.summary, coverage }).text).toContain(told);
});

test('a summary draws no chart of counts so small that its axis would have fractions, and lists them', () => {
  const drawn = (most: number) => {
    const themes = ['Owners', 'Test systems'].map(
      (topic) => ({ topic, raised: most, worst: 'high' }) as const,
    );
    return JSON.stringify(renderer.render({ ...samples.summary, themes }).card);
  };
  expect(drawn(4)).toContain('Chart.HorizontalBar');
  expect(drawn(3)).not.toContain('Chart.HorizontalBar');
  expect(drawn(3)).toContain('3 · Owners, worst high');
});
