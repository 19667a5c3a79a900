import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { coverageOf, gapsIn, reportOn } from '../../scripts/coverage.ts';
import { loadsOf } from '../../scripts/routing-shares.ts';
import { severityShares } from '../../scripts/severity-shares.ts';
import { loadContent } from '../../src/content/load-content.ts';
import { calculations } from '../../src/core/judgement/calculations/index.ts';
import { programme } from '../core/interview/routed-projects.ts';

const root = new URL('../../', import.meta.url).pathname;
const content = loadContent(join(root, 'dialogs'), calculations);
const file = join(root, 'dialogs/coverage.yaml');
const loads = loadsOf(content, calculations, programme());
const covered = coverageOf(content, calculations, file);

describe('nothing of the guidance is left out', () => {
  test('all its headings are listed in their order, with their bullets', () => {
    const headings = [...new Set(covered.map(({ heading }) => heading))];
    expect(headings).toHaveLength(15);
    const bullets = headings.map((each) => [
      each,
      covered.filter(({ heading, bullet }) => heading === each && bullet !== undefined).length,
    ]);
    // The opening paragraphs of Technology and Project governance count as one each.
    expect(bullets.filter(([, count]) => count !== 0)).toEqual([
      ['Alignment between business owners', 4],
      ['Technology', 1],
      ['Does one size truly fit all?', 10],
      ['Will sensitive data be exposed?', 4],
      ['Anti-patterns', 3],
      ['Project governance', 4],
    ]);
  });

  test.each(
    covered.map((each) => ({ ...each, name: [each.heading, each.bullet].filter(Boolean).join(', ') })),
  )('$name leads to a question, a risk and a step', ({ questions, risks, steps, faults }) => {
    expect(faults).toEqual([]);
    expect(Math.min(questions.length, risks.length, steps.length)).toBeGreaterThan(0);
  });

  test('and every question and risk belongs to one of its headings', () => {
    expect(gapsIn(content, covered)).toEqual([]);
  });

  test('a team’s own topic that rests on another page has nothing to cover', () => {
    const [first] = content.topics;
    if (!first) throw new Error('there is a topic');
    const added = (title: string) => ({
      ...content,
      topics: [
        ...content.topics,
        { ...first, id: 'tills', cites: { ...first.cites, title, heading: 'Tills' } },
      ],
      risk: new Map([...content.risk, ...first.risks.map((risk) => ['tills.closed', risk] as const)]),
    });
    expect(gapsIn(added('Handbook of our shops'), covered)).toEqual([]);
    expect(gapsIn(added(first.cites.title), covered)).toEqual([
      'tills cites “Tills”, which is not listed',
      'tills.closed belongs to no heading',
    ]);
  });
});

describe('what the report says is wanting', () => {
  test('nothing is', () => {
    expect(reportOn(content, calculations, file, severityShares(), loads).faults).toEqual([]);
  });

  test('a heading that leads to nothing, and a name that is not there', () => {
    const topics = content.topics.map((topic) =>
      topic.id === 'readiness' ? { ...topic, questions: [], risks: [], steps: [] } : topic,
    );
    const { 'anti-patterns.repeated-connections': gone, ...risks } = Object.fromEntries(content.risk);
    expect(gone).toBeDefined();
    const less = { ...content, topics, risk: new Map(Object.entries(risks)) };
    expect(reportOn(less, calculations, file).faults).toEqual(
      expect.arrayContaining([
        'Readiness: no question',
        'Readiness: no risk',
        'Readiness: no step',
        'Anti-patterns, repeated connections: anti-patterns.repeated-connections is not there',
      ]),
    );
  });

  test('a person who is spared too little, and a question that reaches nobody', () => {
    const little = { ...loads, covered: loads.coveredByAll - 2, most: loads.mostOfAll * 0.75 };
    expect(reportOn(content, calculations, file, [], little).faults).toEqual([
      'routing leaves out 2 questions that somebody could answer',
      'routing spares whoever is asked most only 25.0 %',
    ]);
  });

  test('a long question, and a person who is asked too much', () => {
    const topics = content.topics.map((topic) => ({
      ...topic,
      questions: topic.questions.map((question) => ({
        ...question,
        ask: 'word '.repeat(26),
        core: true,
        compare: [],
        roles: ['developer'],
      })),
    }));
    const questions = topics.flatMap((topic) => topic.questions);
    const more = { ...content, topics, question: new Map(questions.map((each) => [each.key, each])) };
    const { faults } = reportOn(more, calculations, file);
    expect(faults).toContain('owner-alignment.purpose has 26 words');
    expect(faults.join('\n')).toMatch(/Integration developer gets \d{3} core questions/);
    expect(faults.join('\n')).toMatch(/the whole team gives \d{3} core answers about one integration/);
  });
});

test('docs/coverage.md is what `npm run content` says', () => {
  expect(readFileSync(join(root, 'docs/coverage.md'), 'utf8')).toBe(
    reportOn(content, calculations, file, severityShares(), loads).text,
  );
});

describe('our own words', () => {
  const { words, runs } = JSON.parse(
    readFileSync(join(root, 'test/fixtures/guidance-runs.json'), 'utf8'),
  ) as {
    words: number;
    runs: string[];
  };
  const theirs = new Set(runs);

  function runsIn(text: string): { run: string; hash: string }[] {
    const plain =
      text
        .toLowerCase()
        .replace(/['’]/g, '')
        .match(/[a-z0-9]+/g) ?? [];
    return plain.slice(0, Math.max(0, plain.length - words + 1)).map((_, at) => {
      const run = plain.slice(at, at + words).join(' ');
      return { run, hash: createHash('sha256').update(run).digest('hex').slice(0, 12) };
    });
  }

  function textsIn(value: unknown): string[] {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
  }

  const files = readdirSync(join(root, 'dialogs'), { recursive: true, encoding: 'utf8' }).filter((each) =>
    each.endsWith('.yaml'),
  );

  test.each(files)('no run of eight words of the guidance stands in %s', (each) => {
    const texts = textsIn(parse(readFileSync(join(root, 'dialogs', each), 'utf8')));
    expect(
      texts
        .flatMap(runsIn)
        .filter(({ hash }) => theirs.has(hash))
        .map(({ run }) => run),
    ).toEqual([]);
  });

  test('eight words in a row are found wherever they stand, whatever is between them', () => {
    expect(theirs.size).toBeGreaterThan(1_000);
    const [first, ...others] = runsIn('One two three, four five six: seven eight nine');
    expect(others).toHaveLength(1);
    const again = runsIn('Nought. One TWO three four five six seven (eight), and more');
    expect(again.map(({ hash }) => hash)).toContain(first?.hash);
  });
});
