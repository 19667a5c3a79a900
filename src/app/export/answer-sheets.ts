/** Every answer with its author, and what is not known yet. */
import { type Answer, type Subject, speakerKey, subjectKey } from '../../core/interview/answer.ts';
import { inWords } from '../../core/interview/answer-words.ts';
import type { Question } from '../../core/interview/topic.ts';
import type { ProjectRecord } from './record.ts';
import { type Cell, column, editable, type Sheet } from './table.ts';

/** Each thing that answers are about, with its log. */
export interface Log {
  readonly subject: Subject;
  readonly name: string;
  readonly answers: readonly Answer[];
}

export function logsOf({ project, integrations }: Pick<ProjectRecord, 'project' | 'integrations'>): Log[] {
  return [
    { subject: { scope: 'project' }, name: project.name, answers: project.answers },
    ...project.applications.map(({ id, name, answers }) => {
      return { subject: { scope: 'application', id }, name, answers } as const;
    }),
    ...integrations.map(({ id, name, answers }) => {
      return { subject: { scope: 'integration', id }, name, answers } as const;
    }),
  ];
}

/** A log only grows, so the place of an answer in it is an id that stays: `integration:orders#3`. */
export function answersSheet(record: ProjectRecord): Sheet {
  return {
    name: 'Answers',
    columns: [
      column('Id', 6),
      column('About', 26),
      column('Topic', 24),
      column('Question', 30),
      column('Answer', 40, 'text', editable),
      column('By', 22),
      column('When', 17, 'time'),
      column('Counts', 8),
    ],
    rows: logsOf(record).flatMap((log) => answerRows(log, record)),
  };
}

function answerRows({ subject, name, answers }: Log, { content }: ProjectRecord): Cell[][] {
  const newest = newestOf(answers);
  return answers.map((answer, place) => {
    const asked = content.question.get(answer.question);
    const { by } = answer;
    return [
      `${subjectKey(subject)}#${place + 1}`,
      name,
      topicTitle(asked, content),
      asked?.label ?? answer.question,
      asked ? inWords(asked, answer.said, content.reasons) : answer.said.kind,
      by.kind === 'file' ? `${by.name}, line ${by.line}` : by.name,
      answer.at,
      by.kind === 'file' ? 'no' : newest.has(answer) ? 'yes' : 'replaced',
    ];
  });
}

/** Of each speaker and question. */
export function newestOf(answers: readonly Answer[]): ReadonlySet<Answer> {
  return new Set(
    new Map(answers.map((answer) => [`${answer.question} ${speakerKey(answer.by)}`, answer])).values(),
  );
}

/** What findings wait for, and core questions that nobody has answered. `integration:orders?load.peak` */
export function openQuestionsSheet(record: ProjectRecord): Sheet {
  const { content, findings } = record;
  const roles = new Map(content.roles.map(({ id, title }) => [id, title]));
  const waiting = new Map<string, { findings: string[]; named: Set<string> }>();
  for (const finding of findings) {
    for (const { question, subject, named } of finding.waitingFor) {
      const id = `${subjectKey(subject)}?${question}`;
      const known = waiting.get(id) ?? { findings: [], named: new Set<string>() };
      known.findings.push(finding.title);
      for (const name of named) known.named.add(name);
      waiting.set(id, known);
    }
  }
  const rows = logsOf(record).flatMap(({ subject, name, answers }) => {
    const heard = new Set(answers.filter(isHeard).map(({ question }) => question));
    return [...content.question.values()]
      .filter(({ scope }) => scope === subject.scope)
      .flatMap((question): Cell[][] => {
        const id = `${subjectKey(subject)}?${question.key}`;
        const known = waiting.get(id);
        if (!known && (!question.core || question.when || heard.has(question.key))) return [];
        return [
          [
            id,
            name,
            topicTitle(question, content),
            question.label,
            question.roles.map((role) => roles.get(role) ?? role).join(', '),
            [...(known?.named ?? [])].join(', '),
            known ? known.findings.join('\n') : undefined,
            undefined,
          ],
        ];
      });
  });
  return {
    name: 'Open questions',
    columns: [
      column('Id', 6),
      column('About', 26),
      column('Topic', 24),
      column('Question', 30),
      column('Who could answer', 30),
      column('Named', 20),
      column('Waiting for it', 44),
      column('Answer', 40, 'text', editable),
    ],
    rows,
  };
}

const isHeard = ({ by, said }: Answer) => by.kind === 'person' && said.kind !== 'passed';

function topicTitle(
  question: Question | undefined,
  { topics }: ProjectRecord['content'],
): string | undefined {
  return topics.find(({ id }) => id === question?.topic)?.title;
}
