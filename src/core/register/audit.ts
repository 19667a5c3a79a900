/** Who did what, when, through which door, and what was there before: answers, deeds and what was kept, in the order of time. */
import { type Answer, type Subject, speakerKey, subjectKey } from '../interview/answer.ts';
import { inWords } from '../interview/answer-words.ts';
import type { Content } from '../interview/topic.ts';
import type { Bundle, Made } from '../landscape/bundle.ts';
import type { Integration, Project } from '../landscape/landscape.ts';
import type { Deed, Did, Door, Who } from './deed.ts';
import { type Deeper, deedInWords } from './deed-words.ts';

export interface AuditEntry {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly by: Who;
  /** An answer that an inventory suggests came with the file. */
  readonly door: Door;
  readonly kind: 'answered' | 'suggested' | 'milestone' | 'proposal' | Did['kind'];
  readonly subject: Subject;
  /** What the subject is called now. */
  readonly about: string;
  /** What was answered, decided or set. */
  readonly what: string;
  /** As it was before, in words; empty where there was nothing. */
  readonly from: string;
  readonly to: string;
  readonly turn: string;
}

export function auditOf(
  content: Content,
  project: Project,
  integrations: readonly Integration[],
  { milestones = [], proposals = [] }: Pick<Bundle, 'milestones' | 'proposals'> = {},
): readonly AuditEntry[] {
  const names = namesOf(project, integrations);
  const deeds = [...(project.deeds ?? []), ...integrations.flatMap((each) => each.deeds ?? [])];
  // Answers do not say through which door they came; the import that brought them does.
  const doors = new Map(
    deeds.filter(({ did }) => did.kind === 'imported').map(({ turn, door }) => [turn, door]),
  );
  const answered = (subject: Subject, answers: readonly Answer[]) => {
    const newest = new Map<string, Answer>();
    const about = names.get(subjectKey(subject)) ?? subjectKey(subject);
    return answers.map((answer) => {
      const key = `${answer.question} ${speakerKey(answer.by)}`;
      const before = newest.get(key);
      newest.set(key, answer);
      const door = doors.get(answer.turn) ?? 'teams';
      return { ...answerInWords(content, answer, before), subject, about, door };
    });
  };
  const done = (subject: Subject, log: readonly Deed[] = []) => {
    const deeper = { content, project, names };
    return log.map((deed, at) => entryOfDeed({ ...deeper, before: log.slice(0, at) }, subject, deed));
  };
  const whole: Subject = { scope: 'project' };
  const entries = [
    ...done(whole, project.deeds),
    ...answered(whole, project.answers),
    ...project.applications.flatMap(({ id, answers }) => answered({ scope: 'application', id }, answers)),
    ...integrations.flatMap(({ id, answers, deeds: log }) => {
      const subject: Subject = { scope: 'integration', id };
      return [...done(subject, log), ...answered(subject, answers)];
    }),
    ...milestones.map((made) => entryOfMade(names, made, 'milestone')),
    ...proposals.map((made) => entryOfMade(names, made, 'proposal')),
  ];
  // Sorting keeps the order within each log, where two things happened at the same moment.
  return entries.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

function namesOf(project: Project, integrations: readonly Integration[]): ReadonlyMap<string, string> {
  return new Map([
    ['project', project.name],
    ...project.applications.map(({ id, name }) => [`application:${id}`, name] as const),
    ...integrations.map(({ id, name }) => [`integration:${id}`, name] as const),
  ]);
}

type SaidThen = Omit<AuditEntry, 'subject' | 'about' | 'door'>;

function answerInWords(content: Content, answer: Answer, before: Answer | undefined): SaidThen {
  const { question, by, at, turn } = answer;
  const asked = content.question.get(question);
  // A question that the content has dropped since: what was said is on file all the same.
  const words = ({ said }: Answer) => (asked ? inWords(asked, said, content.reasons) : said.kind);
  return {
    at,
    by: by.kind === 'person' ? { id: by.id, name: by.name } : { name: `${by.name}, line ${by.line}` },
    kind: by.kind === 'person' ? 'answered' : 'suggested',
    what: asked?.label ?? question,
    from: before ? words(before) : '',
    to: words(answer),
    turn,
  };
}

/** They are made in a chat and nowhere else, once. */
function entryOfMade(
  names: ReadonlyMap<string, string>,
  { id, at, by, name, integration }: Made,
  kind: 'milestone' | 'proposal',
): AuditEntry {
  const subject: Subject = integration ? { scope: 'integration', id: integration } : { scope: 'project' };
  const about = names.get(subjectKey(subject)) ?? subjectKey(subject);
  const what = kind === 'milestone' ? 'Milestone' : 'What if, kept beside the record';
  return { at, by, door: 'teams', kind, subject, about, what, from: '', to: name, turn: id };
}

function entryOfDeed(deeper: Deeper, subject: Subject, deed: Deed): AuditEntry {
  const { by, at, turn, door, did } = deed;
  const words = deedInWords(deeper, did);
  const about = deeper.names.get(words.about ?? subjectKey(subject)) ?? words.about ?? '';
  return {
    at,
    by,
    door,
    kind: did.kind,
    subject,
    about,
    what: words.what,
    from: words.from,
    to: words.to,
    turn,
  };
}
