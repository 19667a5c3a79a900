import { describe, expect, test } from 'vitest';
import { assess } from '../../src/core/judgement/assess.ts';
import { calculations } from '../../src/core/judgement/calculations/index.ts';
import type { Finding } from '../../src/core/judgement/finding.ts';
import { summarise } from '../../src/core/register/summary.ts';
import { cases, content, vantageOf } from './cases.ts';
import { findingsOf, postMortems } from './post-mortems.ts';

const judged = cases.map((each) => ({ each, findings: assess(content, calculations, vantageOf(each)) }));
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

  test('praises what it says, and nothing that is neither wrong nor right', () => {
    const praised = rulesOf(({ kind }) => kind === 'assertion');
    expect(
      [...(each.praises ?? []), ...(each.nothing ?? [])].filter((rule) => !content.risk.has(rule)),
    ).toEqual([]);
    expect((each.praises ?? []).filter((rule) => !praised.has(rule))).toEqual([]);
    expect(
      (each.nothing ?? []).filter((rule) => raised.has(rule) || open.has(rule) || praised.has(rule)),
    ).toEqual([]);
  });

  test('no answer is praised that by itself raises a risk', () => {
    const alone = (wanted: (finding: Finding) => boolean) =>
      findings
        // A sum over dates of the plan cites the answer that they are about.
        .filter((finding) => wanted(finding) && finding.because.length === 1 && finding.working.length === 0)
        .map(({ because: [one] }) => `${one?.question} of ${one?.about}: ${one?.words} (${one?.by.name})`);
    const wrong = alone(isRaised);
    expect(alone(({ kind }) => kind === 'assertion').filter((answer) => wrong.includes(answer))).toEqual([]);
  });

  test('one cause is not told twice: the same answers and the same steps make one risk', () => {
    const told = findings
      .filter((finding) => isRaised(finding) && finding.working.length === 0)
      .map(({ subject, because, steps }) =>
        JSON.stringify([
          subject,
          because.map(({ question, by }) => [question, by.name]),
          steps.map(({ key }) => key),
        ]),
      );
    expect(new Set(told).size).toBe(told.length);
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

    test('is seen to be right, where it names what is right', () => {
      const praised = judged.some(({ findings }) =>
        findings.some((each) => each.rule === rule && each.kind === 'assertion'),
      );
      expect(praised).toBe(risk.right !== undefined);
      expect(risk.sound !== undefined).toBe(risk.right !== undefined);
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

describe.each(postMortems)('$name, before it failed', (each) => {
  const groups = summarise(findingsOf(each)).groups.map(({ worst }) => worst.rule);

  test('what sank it is among the first three that the sponsor reads', () => {
    expect(groups.slice(0, 3)).toEqual(expect.arrayContaining([...each.first]));
  });

  test('what else hurt is raised, and nothing that was well', () => {
    expect(groups).toEqual(expect.arrayContaining([...each.raises]));
    expect(each.silent.filter((rule) => groups.includes(rule))).toEqual([]);
  });

  test('once it is live the same stands first', () => {
    const live = summarise(findingsOf(each, 'operate')).groups.map(({ worst }) => worst.rule);
    expect(live.slice(0, 3)).toEqual(expect.arrayContaining([...each.first]));
  });
});
