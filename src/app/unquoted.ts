/**
 * What a shared conversation hears of risks: that they are there, what is decided and whose it is, for that is how things
 * get done. Not who said what, who accepted a risk and why, nor who changed an answer: that is told in personal chat.
 */
import type { Finding, NextStep } from '../core/judgement/finding.ts';
import type { Lapse } from '../core/register/lapse.ts';
import type { Entry } from '../core/register/register.ts';
import type { StepEntry } from '../core/register/steps.ts';

export function unquoted(finding: Finding): Finding {
  return {
    ...finding,
    because: [],
    working: [],
    // What makes it worse is an answer, too; and whom somebody named is what they said.
    reasoning: [],
    // To ask somebody by name is a step that names them.
    steps: finding.kind === 'unknown' ? [] : finding.steps,
    waitingFor: finding.waitingFor.map(({ was: _, ...each }) => ({ ...each, named: [] })),
  };
}

export function unquotedEntry(entry: Entry): Entry {
  const { note: _note, decided: _decided, acceptance, finding, ...rest } = entry;
  return {
    ...rest,
    finding: unquoted(finding),
    ...(acceptance
      ? {
          acceptance: {
            ...acceptance,
            reason: '',
            approver: nobody,
            lapses: acceptance.lapses.map(withoutName),
          },
        }
      : {}),
  };
}

/** Not whom somebody named as the one who knows, nor who said what has grown old. */
export function unnamedStep({ step, findings }: Pick<StepEntry, 'step' | 'findings'>): NextStep {
  const open = findings
    .flatMap(({ waitingFor }) => waitingFor)
    .find(({ question }) => step.key === `ask.${question}`);
  return open
    ? { ...step, action: `${open.was ? 'Confirm' : 'Find out'} for ${open.about}: ${open.label}` }
    : step;
}

const nobody = { name: '' };

function withoutName(lapse: Lapse): Lapse {
  return lapse.kind === 'changed' ? { ...lapse, by: { kind: 'person', id: '', ...nobody } } : lapse;
}
