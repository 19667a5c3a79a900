/** The register of a project in lines of text. */
import type { BundleRegister } from '../app/register/judge-bundle.ts';
import type { Entry } from '../core/register/register.ts';
import type { StepEntry } from '../core/register/steps.ts';

export function registerText({ decisions, steps }: BundleRegister): string {
  const lines = [
    'DECISIONS',
    ...(decisions.length > 0 ? decisions.map(decisionLine) : ['  no risk is open']),
    '',
    'NEXT STEPS',
    ...(steps.length > 0 ? together(steps).map(stepLine) : ['  none']),
  ];
  return `${lines.join('\n')}\n`;
}

function decisionLine({ finding, state, treatment, owner, due, residual, acceptance, late }: Entry): string {
  const parts = [
    owner && `owner ${owner.name}`,
    due && `${late ? 'was due' : 'due'} ${due}`,
    residual && `then ${residual.severity}`,
    acceptance && `until ${acceptance.until}, approved by ${acceptance.approver.name}`,
  ].filter(Boolean);
  const what = state === 'treated' ? (treatment ?? '') : state;
  const mark = `${finding.severity}, ${what}`.padEnd(22);
  return `  ${mark} ${finding.title}${parts.length > 0 ? ` (${parts.join('; ')})` : ''}`;
}

function stepLine({ step, about, owners, role, due, stage, state, unproven, late }: StepEntry): string {
  const whose = owners.length > 0 ? owners.map(({ name }) => name).join(', ') : role;
  const when = due ? `${late ? 'was due' : 'due'} ${due}` : `due by the end of ${stage}`;
  const mark = (unproven ? 'done, not shown' : late ? `late, ${state}` : state).padEnd(22);
  return `  ${mark} ${step.action.replace(/\.$/, '')} (${about}; ${whose}; ${when})`;
}

/** What has to be found out about many things is one line, where it is the same for all of them. */
function together(steps: readonly StepEntry[]): StepEntry[] {
  const lines = new Map<string, StepEntry[]>();
  for (const each of steps) {
    const action = each.step.action.replace(each.about, '');
    const isAsked = each.step.key.startsWith('ask.');
    const key = isAsked ? stepLine({ ...each, about: '', step: { ...each.step, action } }) : each.id;
    lines.set(key, [...(lines.get(key) ?? []), each]);
  }
  return [...lines.values()].flatMap((all) => {
    const [first] = all;
    if (!first || all.length === 1) return all;
    const [one, two] = all.map(({ about }) => about);
    const about = all.length === 2 ? `${one} and ${two}` : `${one}, ${two} and ${all.length - 2} more`;
    const action = first.step.action.replace(first.about, `${all.length} of them`);
    return [{ ...first, about, step: { ...first.step, action } }];
  });
}
