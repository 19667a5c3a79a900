/**
 * What a finding cites is what it rests on: for each answer it names there is another that would have made the finding
 * another one. What may be changed at will without anything following is no evidence.
 */
import { expect, test } from 'vitest';
import { assess } from '../../src/core/judgement/assess.ts';
import { calculations } from '../../src/core/judgement/calculations/index.ts';
import type { Evidence, Finding } from '../../src/core/judgement/finding.ts';
import type { Vantage } from '../../src/core/landscape/landscape.ts';
import { type Case, cases, content, vantageOf } from './cases.ts';
import { isDecisive, type Judge, rewritten } from './mutations.ts';

const judge = (vantage: Vantage) => assess(content, calculations, vantage);

test.each([...content.risk.keys()])('%s rests on every answer it cites', (rule) => {
  const idle = judged.flatMap(({ each, vantage, findings }) =>
    findings
      .filter((finding) => finding.rule === rule)
      .flatMap((finding) =>
        finding.because
          .filter((evidence) => !isDecisive(evidence, rule, judging(vantage, evidence)))
          .map((evidence) => complaint(each, finding, evidence)),
      ),
  );
  expect(idle).toEqual([]);
});

const judged = cases.map((each) => {
  const vantage = vantageOf(each);
  return { each, vantage, findings: judge(vantage) };
});

function complaint({ file, name }: Case, { kind, id }: Finding, { question, about, by, words }: Evidence) {
  return `${file}: ${name}: ${kind} ${id} cites ${question} of ${about}, “${words}” (${by.name}), to no effect`;
}

/** The case with other answers to the question of the evidence, about the same thing. */
function judging({ integration, project, applications: both }: Vantage, evidence: Evidence): Judge {
  return (rewrite = (answer) => answer) => {
    const applications = both.map((each) => rewritten(each, evidence, rewrite));
    return judge({
      project: { ...rewritten(project, evidence, rewrite), applications },
      ...(integration && { integration: rewritten(integration, evidence, rewrite) }),
      applications,
    });
  };
}
