/** A cause with the names of what it is about, and what was said before and after. */
import { type Answer, speakerKey, subjectKey } from '../../core/interview/answer.ts';
import { inWords, number } from '../../core/interview/answer-words.ts';
import { ageing, oldFrom } from '../../core/interview/staleness.ts';
import type { Content } from '../../core/interview/topic.ts';
import { settlementsIn } from '../../core/judgement/settlement.ts';
import { type Project, subjectName } from '../../core/landscape/landscape.ts';
import type { Cause } from '../../core/register/cause.ts';
import { historyOf } from '../../core/register/history.ts';
import type { Milestone } from '../../core/register/milestone.ts';
import type { Factor, State } from '../../core/register/replay.ts';
import { whyOld } from '../interview/old.ts';
import type { CauseLine } from './compare-reply.ts';
import { generalTitle } from './general-title.ts';

interface Known {
  readonly content: Content;
  readonly milestone: Milestone;
  readonly now: State;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** `isShared`: nobody is named or quoted. */
export function causeLine(cause: Cause, known: Known, isShared: boolean): CauseLine {
  const { content, milestone, now } = known;
  const { project, integrations } = now;
  switch (cause.kind) {
    case 'answer':
      return answerLine(cause, known, isShared);
    case 'settled':
      return settledLine(cause, known, isShared);
    case 'stale':
      return staleLine(cause, known, isShared);
    case 'stage':
      return { kind: 'stage', from: milestone.stage, to: project.stage };
    case 'date': {
      const [from, to] = [milestone.dates[cause.id], project.dates[cause.id]];
      const title = content.dates.find(({ id }) => id === cause.id)?.title ?? cause.id;
      return { kind: 'date', title, ...(from ? { from } : {}), ...(to ? { to } : {}) };
    }
    case 'person': {
      const is = project.people.find(({ id }) => id === cause.id);
      const was = milestone.people.find(({ id }) => id === cause.id);
      const how = is ? (was ? 'changed' : 'came') : 'left';
      return { kind: 'person', how, ...(isShared ? {} : { name: (is ?? was)?.name ?? cause.id }) };
    }
    case 'application':
      return { kind: 'added', name: nameIn(project.applications, cause.id) };
    case 'integration':
      return { kind: 'added', name: nameIn(integrations, cause.id) };
    case 'ends':
      return { kind: 'ends', name: nameIn(integrations, cause.id) };
    case 'gone':
      return { kind: 'removed', name: cause.name };
    case 'content':
      return { kind: 'content', name: contentName(content, project, cause.key) };
    case 'judgement':
      return { kind: 'judgement' };
  }
}

function nameIn(all: readonly { readonly id: string; readonly name: string }[], id: string): string {
  return all.find((each) => each.id === id)?.name ?? id;
}

type Said = Extract<Factor, { kind: 'answer' | 'stale' }>;

/** What one person has said to one question, oldest first, and the names of what it is about. */
function saidOf({ subject, question: key, speaker }: Said, { content, now }: Known) {
  const { project, integrations } = now;
  const question = content.question.get(key);
  const integration = integrations.find(({ id }) => subject.scope === 'integration' && id === subject.id);
  const vantage = { project, applications: project.applications, ...(integration ? { integration } : {}) };
  const own = historyOf(
    project,
    integrations,
  )(subjectKey(subject)).filter((answer) => answer.question === key && speakerKey(answer.by) === speaker);
  return { question, label: question?.label ?? key, about: subjectName(vantage, subject), own };
}

function answerLine(cause: Said, known: Known, isShared: boolean): CauseLine {
  const { content, milestone } = known;
  const { question, label, about, own } = saidOf(cause, known);
  if (isShared) return { kind: 'answer', label, about };
  const words = (answer: Answer | undefined) =>
    answer && question ? inWords(question, answer.said, content.reasons) : undefined;
  const last = own.at(-1);
  const from = words(own.findLast(({ at }) => at <= milestone.at));
  const to = words(last);
  return {
    kind: 'answer',
    label,
    about,
    ...(last ? { by: last.by.name, at: last.at } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  };
}

function settledLine(
  { subject, question: key }: Extract<Factor, { kind: 'settled' }>,
  { content, now: { project, integrations } }: Known,
  isShared: boolean,
): CauseLine {
  const question = content.question.get(key);
  const own = subject.scope === 'integration' ? integrations.find(({ id }) => id === subject.id) : undefined;
  const vantage = { project, applications: project.applications, ...(own ? { integration: own } : {}) };
  const line = {
    kind: 'settled',
    label: question?.label ?? key,
    about: subjectName(vantage, subject),
  } as const;
  const settled = settlementsIn((own ?? project).deeds)
    .get(subjectKey(subject))
    ?.get(key);
  if (isShared || !settled || !question) return line;
  const { by, at, said } = settled.answer;
  return { ...line, by: by.name, at, to: inWords(question, said, content.reasons) };
}

function staleLine(cause: Said, known: Known, isShared: boolean): CauseLine {
  const { content, now, today } = known;
  const { question, label, about, own } = saidOf(cause, known);
  const last = own.at(-1);
  if (isShared || !last || !question) return { kind: 'stale', label, about };
  const stale = ageing(content, now.project, today).of(last, question, cause.subject);
  const { stage } = now.project;
  const since = stale?.kind === 'aged' ? oldFrom(last, question, content, stage) : undefined;
  const why = stale ? whyOld(content, stale) : '';
  return {
    kind: 'stale',
    label,
    about,
    by: last.by.name,
    at: last.at,
    words: inWords(question, last.said, content.reasons),
    ...(since ? { since } : {}),
    ...(why ? { why } : {}),
  };
}

/** "the rule “Nobody decides …”", "the limit “calls a day”" */
export function contentName(content: Content, project: Project, key: string): string {
  const [what = '', ...rest] = key.split(':');
  const id = rest.join(':');
  switch (what) {
    case 'rule': {
      const known = content.risk.has(id) || content.portfolio.some((each) => each.key === id);
      return known
        ? `the rule “${generalTitle(content, project, { rule: id, title: id })}”`
        : `the rule ${id}, which is gone,`;
    }
    case 'question':
      return `the question “${content.question.get(id)?.label ?? id}”`;
    case 'limit': {
      const limit = content.limits.find((each) => each.id === id);
      return limit ? `the limit of ${number(limit.value)} ${limit.unit} ${limit.scope}` : `the limit ${id}`;
    }
    case 'chooser':
      return `the advice ${id}`;
    default:
      return 'the stages';
  }
}
