import { expect, test } from 'vitest';
import type { FindingsReply } from '../../src/app/register/register-reply.ts';
import { openRenderer } from '../../src/render/renderer.ts';
import { wayToKnow } from '../../src/render/unknown-text.ts';
import { wordingFor } from '../../src/render/wording.ts';
import { partsOf, runsOf } from './card-parts.ts';
import { content } from './sample-content.ts';
import { findings } from './sample-findings.ts';
import { samples } from './samples.ts';

const renderer = openRenderer(new URL('../../cards/', import.meta.url).pathname, content);
const render = (reply: Partial<FindingsReply>) => renderer.render({ ...samples.findings, ...reply });
const none = { critical: 0, high: 0, medium: 0, low: 0 };

test('the headline counts the risks in words', () => {
  const headline = (reply: Partial<FindingsReply>) =>
    partsOf(render(reply).card).find((part) => part.style === 'heading')?.text;
  expect(headline({ counts: { ...none, high: 1 } })).toBe('One high risk');
  expect(headline({ counts: { critical: 1, high: 0, medium: 12, low: 2 } })).toBe(
    'One critical, 12 medium and two low risks',
  );
  expect(headline({ counts: none, unknown: 0 })).toBe('No risk found so far');
  expect(headline({ counts: none, unknown: 2, untouched: true })).toBe('Nothing has been asked about it yet');
  expect(headline({ counts: none, unknown: 2 })).toBe('No risk found, but not all is known');
});

test('nobody is told to ask themselves: the next one who may know, or else what they can do', () => {
  const wording = wordingFor(content, Number.POSITIVE_INFINITY);
  const way = (roles: readonly string[], held: readonly string[], named: readonly string[] = []) =>
    wayToKnow({ roles, named }, held, wording);
  expect(way(['project-manager', 'developer'], [])).toBe('ask the project manager');
  expect(way(['project-manager', 'developer'], ['project-manager'])).toBe('ask the integration developer');
  expect(way(['project-manager'], ['project-manager'])).toBe('answer it, or say who knows');
  expect(way(['project-manager'], ['project-manager'], ['Zora'])).toBe('ask Zora');
});

test('a risk says what, because who said what, why it matters and who does what by when', () => {
  expect(render({}).text).toContain(
    [
      'Critical issue',
      'The nightly load does not fit its window',
      'Because Dana Fox (3 March 2026): Records on a busy day\u00a0– about 1.2 million (1,200,000 records a day); Lee Park (5 March 2026): Time for the load\u00a0– 10 pm to 4 am (6 hours)',
      'Why it matters: Vouchers arrive a day late, and payments with them.',
      'Next step: Send only what changed since the last run, and measure again\u00a0– the integration developer, due by the end of Implement',
    ].join('\n'),
  );
});

test('the reasoning is there, and hidden until it is asked for', () => {
  const { card, text } = render({});
  const hidden = partsOf(card).find(({ id }) => id === 'details-1');
  expect(hidden).toMatchObject({ isVisible: false });
  const details = runsOf(hidden ?? {}).join('');
  expect(details).toContain('likelihood 5 of 5 × impact 4 of 5 = 20 of 25');
  expect(details).toContain(
    'Guidance: Challenges in integration projects, Data storage and limitations (revision of 23 May 2023)',
  );
  expect(details).toContain('1,200,000 records ÷ 45 a second');
  expect(text).not.toContain('likelihood');
});

test('an answer from a file is quoted with its line', () => {
  const [first] = findings;
  const [evidence] = first?.because ?? [];
  if (!first || !evidence) throw new Error('the sample has evidence');
  const fromFile = { ...evidence, by: { kind: 'file', name: 'list.csv', line: 12 } } as const;
  expect(render({ findings: [{ ...first, because: [fromFile] }] }).text).toContain(
    'Because list.csv, line 12 (3 March 2026)',
  );
});

test('where nobody may be quoted, the because is left out', () => {
  const quiet = findings.map((finding) => ({ ...finding, because: [], working: [] }));
  expect(render({ findings: quiet }).text).not.toContain('Because');
});

test('what cannot be judged names what is missing and whom to ask', () => {
  expect(render({}).text).toMatch(
    /What people do in an outage.*: ask the business process owner\nAn outage stops the payment of vouchers\?/,
  );
});

test('the pages before and after are one tap away', () => {
  const titles = (reply: Partial<FindingsReply>) =>
    /\[.*\]$/.exec(render({ ...reply, buttons: [] }).text)?.[0];
  expect(titles({ page: 1, pages: 3 })).toBe('[Next page]');
  expect(titles({ page: 2, pages: 3 })).toBe('[Previous page] [Next page]');
  const next = partsOf(render({ page: 2, pages: 3 }).card).find(({ title }) => title === 'Next page');
  expect(next?.data).toEqual({
    command: { do: 'show-risks', project: 'palm', integration: 'api002', page: 3 },
  });
});

test('where a sitting ends, the thanks come first', () => {
  expect(render({ ended: true, left: 0 }).text).toMatch(/^Thank you, that was all/);
  expect(render({ ended: true, left: 1 }).text).toMatch(/^Thank you, .* 1 question for you is left/);
});

test('of many risks behind one open question two are named, and the others are counted', () => {
  const [unknown] = findings.filter(({ kind }) => kind === 'unknown');
  if (!unknown) throw new Error('the sample has something unknown');
  const titles = (count: number) =>
    render({
      findings: Array.from({ length: count }, (_, at) => ({ ...unknown, title: `Risk ${at + 1}` })),
    }).text;
  expect(titles(3)).toContain('Risk 1? · Risk 2? · Risk 3?');
  expect(titles(9)).toContain('Risk 1? · Risk 2? · and 7 more risks');
  expect(titles(9)).not.toContain('Risk 3?');
});

test('who can answer what is missing is told so, and not sent to somebody of the same role', () => {
  const [unknown] = findings.filter(({ kind }) => kind === 'unknown');
  const [waiting] = unknown?.waitingFor ?? [];
  if (!unknown || !waiting) throw new Error('the sample has something unknown');
  const yours = [`${waiting.question}@${waiting.about}`];
  const { text } = render({ findings: [unknown], yours });
  expect(text).toContain(`${waiting.label}: you may know`);
});

test('what nobody has answered and what is left for the reader are told apart', () => {
  const open = (reply: Partial<FindingsReply>) => render({ ended: false, ...reply }).text;
  expect(open({ unasked: 25, left: 16 })).toContain(
    '25 main questions have no answer from anybody yet; 16 questions for you are left.',
  );
  expect(open({ unasked: 0, left: 1 })).toContain('\n1 question for you is left.');
  expect(open({ unasked: 1, left: 0 })).toContain('1 main question has no answer from anybody yet.');
});

test('of what is kept for personal chat the counts are told, and where to ask', () => {
  const text = (guarded: FindingsReply['guarded']) => render({ ended: false, guarded }).text;
  expect(text({ critical: 1, high: 2, medium: 0, low: 0 })).toContain(
    'One critical and two high on sensitive data: ask me in personal chat.',
  );
  expect(text({ critical: 0, high: 0, medium: 0, low: 0 })).not.toContain('sensitive data');
});

test('what rests on two answers quotes both before a second voice, and names who said both once', () => {
  const [first] = findings;
  const [one, two] = first?.because ?? [];
  if (!first || !one || !two) throw new Error('the sample rests on two answers');
  const second = { ...one, by: { kind: 'person', id: 'x', name: 'Sam Voice' } } as const;
  const hers = { ...two, by: one.by, at: one.at };
  const { text } = render({ findings: [{ ...first, because: [one, second, hers] }] });
  expect(text).toContain(
    'Because Dana Fox (3 March 2026): Records on a busy day\u00a0– about 1.2 million (1,200,000 records a day); Time for the load\u00a0– ',
  );
});
