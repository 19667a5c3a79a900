/** What a rule has seen → a finding, in the words of `portfolio.yaml`. */
import { subjectKey } from '../../interview/answer.ts';
import type { Content } from '../../interview/topic.ts';
import { fillerOf, type Project, subjectName } from '../../landscape/landscape.ts';
import type { Facts } from '../condition.ts';
import { isAllStale, waitingForConfirmation, waitingOn } from '../evidence.ts';
import type { Evidence, Finding } from '../finding.ts';
import { stepsFor } from '../next-steps.ts';
import { weigh } from '../severity.ts';
import type { Sighting } from './portfolio-rule.ts';
import type { PortfolioText } from './portfolio-text.ts';

/** More names than that are counted, not listed. */
const named = 4;

export function putIntoWords(
  { kind: seen, subject, because, isAboutPeople, names, working, waitingFor: open = [] }: Sighting,
  text: PortfolioText,
  content: Content,
  project: Project,
  facts: Facts,
): Finding | undefined {
  const topic = content.topics.find(({ id }) => id === text.topic);
  if (!topic || (because.length === 0 && !isAboutPeople)) return undefined;
  const vantage = { project, applications: project.applications };
  const fill = fillerOf(vantage, subject, { integrations: listed(names), first: names[0] ?? '' });
  const { stages } = content;
  const weight = weigh({ ...text, worse: [] }, facts, [], { stages, current: project.stage }, { added: 0 });
  const isOutdated = seen === 'assertion' && isAllStale(because);
  const kind = isOutdated ? 'unknown' : seen;
  const waitingFor = isOutdated
    ? waitingForConfirmation(because, content)
    : waitingOn({ waitingFor: open, waitingForDates: [] }, content);
  return {
    id: `${text.key}@${subjectKey(subject)}`,
    topic: topic.id,
    rule: text.key,
    subject,
    about: subjectName(vantage, subject),
    kind: kind === 'risk' && weight.overdue ? 'issue' : kind,
    title: fill(kind === 'assertion' ? text.sound : text.title),
    cause: fill(text.cause),
    event: fill(text.event),
    effect: fill(text.effect),
    probability: kind === 'assertion' ? 1 : weight.probability,
    impact: weight.impact,
    severity: kind === 'assertion' ? 'low' : weight.severity,
    ...(weight.atFirst === undefined ? {} : { atFirst: weight.atFirst }),
    reasoning: weight.reasoning,
    because: eachOnce(because),
    waitingFor,
    cites: topic.cites,
    steps: stepsFor(kind, text, waitingFor, { content, stage: project.stage, fill }),
    clears: fill(text.clears),
    working,
  };
}

/** Two rules may have cited the same answer. */
function eachOnce(because: readonly Evidence[]): readonly Evidence[] {
  const keyOf = ({ question, subject, by }: Evidence) =>
    `${question}@${subjectKey(subject)} ${by.kind === 'person' ? by.id : by.name}`;
  return [...new Map(because.map((each) => [keyOf(each), each])).values()];
}

/** "Orders, Stock and Prices", "Orders, Stock, Prices, Customers and 3 more". */
function listed(names: readonly string[]): string {
  if (names.length > named) return `${names.slice(0, named).join(', ')} and ${names.length - named} more`;
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '');
}
