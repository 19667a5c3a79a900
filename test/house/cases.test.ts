import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadContent } from '../../src/content/load-content.ts';
import type { Answer } from '../../src/core/interview/answer.ts';
import { readAnswer } from '../../src/core/interview/read-answer.ts';
import { assess } from '../../src/core/judgement/assess.ts';
import { calculations } from '../../src/core/judgement/calculations/index.ts';
import type { Finding } from '../../src/core/judgement/finding.ts';
import type { Vantage } from '../../src/core/landscape/landscape.ts';

/** One case of `test/cases/`: what people say, and which rules that raises, leaves silent or cannot judge. */
interface Case {
  name: string;
  stage?: string;
  dates?: Record<string, string>;
  /** Who says it → question, with `@source` or `@target` where it is about an application → as typed. */
  says: Record<string, Record<string, string | number>>;
  raises?: string[];
  silent?: string[];
  unknown?: string[];
}

const path = (name: string) => new URL(`../../${name}`, import.meta.url).pathname;
const content = loadContent(path('dialogs'), calculations);
const at = '2026-03-03T09:00:00.000Z';
const cases = readdirSync(path('test/cases')).flatMap((file) =>
  (parse(readFileSync(path(`test/cases/${file}`), 'utf8')) as Case[]).map((each) => ({ file, ...each })),
);

function answersIn(each: Case, scope: string, end: string): Answer[] {
  return Object.entries(each.says).flatMap(([who, said]) =>
    Object.entries(said).flatMap(([key, typed]) => {
      const [name = '', on = ''] = key.split('@');
      const question = content.question.get(name);
      if (!question) throw new Error(`${each.name}: there is no question ${name}`);
      if (question.scope !== scope || (scope === 'application' && on !== end)) return [];
      const reading = readAnswer(question, String(typed), () => undefined);
      if (!reading.ok) throw new Error(`${each.name}: ${name}: ${reading.why}`);
      const by = { kind: 'person', id: who, name: who } as const;
      return [{ question: name, by, at, turn: `${who}-${key}`, said: reading.said }];
    }),
  );
}

function judge(each: Case): Finding[] {
  const application = (id: string) => ({ id, name: id, answers: answersIn(each, 'application', id) });
  const vantage: Vantage = {
    project: {
      schema: 1,
      id: 'project',
      name: 'The project',
      home: { kind: 'anyone' },
      stage: each.stage ?? 'initiate',
      dates: each.dates ?? {},
      people: [],
      applications: [application('source'), application('target')],
      answers: answersIn(each, 'project', ''),
      recent: [],
    },
    integration: {
      schema: 1,
      id: 'orders',
      name: 'Orders',
      source: { written: 'source', application: 'source' },
      target: { written: 'target', application: 'target' },
      answers: answersIn(each, 'integration', ''),
      recent: [],
    },
    applications: [application('source'), application('target')],
  };
  return assess(content, calculations, vantage);
}

const judged = cases.map((each) => ({ each, findings: judge(each) }));
const isRaised = ({ kind }: Finding) => kind === 'risk' || kind === 'issue';

describe.each(judged)('$each.file: $each.name', ({ each, findings }) => {
  const rulesOf = (wanted: (finding: Finding) => boolean) =>
    new Set(findings.filter(wanted).map(({ rule }) => rule));
  const [raised, open] = [rulesOf(isRaised), rulesOf(({ kind }) => kind === 'unknown')];

  test('raises, leaves silent and cannot judge what it says', () => {
    const named = [...(each.raises ?? []), ...(each.silent ?? []), ...(each.unknown ?? [])];
    expect(named.filter((rule) => !content.risk.has(rule))).toEqual([]);
    expect([...(each.raises ?? [])].filter((rule) => !raised.has(rule))).toEqual([]);
    expect([...(each.unknown ?? [])].filter((rule) => !open.has(rule))).toEqual([]);
    expect([...(each.silent ?? [])].filter((rule) => raised.has(rule) || open.has(rule))).toEqual([]);
  });

  test('every finding rests on an answer, cites the guidance and names a next step with role and stage', () => {
    for (const { because, cites, steps } of findings) {
      expect(because.length).toBeGreaterThan(0);
      expect(cites.heading).not.toBe('');
      expect(steps.length).toBeGreaterThan(0);
      for (const { owner, stage } of steps) {
        expect(content.roles.map(({ id }) => id)).toContain(owner);
        expect(content.stages.map(({ id }) => id)).toContain(stage);
      }
    }
  });
});

describe.each([...content.risk.values()].map((risk) => ({ rule: risk.key, risk })))(
  '$rule',
  ({ rule, risk }) => {
    test('is seen to fire', () => {
      expect(
        judged.some(({ findings }) => findings.some((each) => each.rule === rule && isRaised(each))),
      ).toBe(true);
    });

    test('is seen to stay silent although its questions are answered', () => {
      const silent = judged.some(
        ({ each, findings }) =>
          each.silent?.includes(rule) && !findings.some((found) => found.rule === rule && isRaised(found)),
      );
      expect(silent).toBe(true);
    });

    test('is seen at its worse, where it has a worse', () => {
      const missing = risk.worse.filter(
        ({ because }) =>
          !judged.some(({ findings }) =>
            findings.some((found) => found.rule === rule && found.reasoning.includes(because)),
          ),
      );
      expect(missing).toEqual([]);
    });
  },
);
