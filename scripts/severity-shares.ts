/** How bad what the cases raise is: where most is critical, nobody can tell what to do first. */
import { assess } from '../src/core/judgement/assess.ts';
import { calculations } from '../src/core/judgement/calculations/index.ts';
import { type Severity, severities } from '../src/core/judgement/finding.ts';
import { cases, content, vantageOf } from '../test/house/cases.ts';

export interface Share {
  readonly severity: Severity;
  readonly findings: number;
  /** Of all of them, 0 to 1. */
  readonly share: number;
}

export function severityShares(): readonly Share[] {
  const raised = cases
    .flatMap((each) => assess(content, calculations, vantageOf(each)))
    .filter(({ kind }) => kind === 'risk' || kind === 'issue');
  return severities.map((severity) => {
    const findings = raised.filter((each) => each.severity === severity).length;
    return { severity, findings, share: findings / raised.length };
  });
}
