/** One line of a list of next steps: a step, and all that it is to be done for. */
import type { Content } from '../../core/interview/topic.ts';
import type { Project } from '../../core/landscape/landscape.ts';
import { askedIn, lineKey } from '../../core/register/step-list.ts';
import type { StepEntry } from '../../core/register/steps.ts';
import type { House } from '../house.ts';
import { generalTitle } from './general-title.ts';
import type { StepLine } from './register-reply.ts';

/** About several things it names none of them. */
export function lineOf({ content }: House, project: Project, entries: readonly StepEntry[]): StepLine {
  const [first, ...others] = entries;
  const worst = first?.findings[0];
  if (!first || !worst) return { key: '', action: '', title: '', entries };
  const key = lineKey(first);
  if (others.length === 0) return { key, action: first.step.action, title: worst.title, entries };
  const title = generalTitle(content, project, worst);
  const labels = [...new Set(entries.map((entry) => labelOf(content, entry)))];
  if (labels.length > 1 && new Set(entries.map(lineKey)).size > 1)
    return { key, action: `Find out what is not known yet: ${inShort(labels)}`, title, finds: true, entries };
  const question = content.question.get(askedIn(first) ?? '');
  return {
    key,
    action: question ? `Find out: ${question.label}` : first.step.action,
    title,
    entries,
  };
}

const mostLabels = 3;

function inShort(labels: readonly string[]): string {
  const more = labels.length - mostLabels;
  return more > 0 ? `${labels.slice(0, mostLabels).join(', ')} and ${more} more` : labels.join(', ');
}

const labelOf = ({ question }: Content, entry: StepEntry) =>
  question.get(askedIn(entry) ?? '')?.label ?? entry.step.action;
