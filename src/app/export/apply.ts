/** Writing what an edited workbook changes: each document once, and the same upload never twice. */
import type { Answer } from '../../core/interview/answer.ts';
import { type Application, endName, type Integration, type Project } from '../../core/landscape/landscape.ts';
import { recogniser } from '../../core/landscape/recognise.ts';
import type { Did } from '../../core/register/deed.ts';
import { changeIntegration, changeProject, remember } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { addApplications, putOnList } from '../project/add-integration.ts';
import { deedFor, withDeeds } from '../register/deeds.ts';
import type { Addition } from './addition.ts';
import type { Field, Work } from './difference.ts';

/** Of something that is on file. */
type Change = Exclude<Work, Addition>;

export interface Applying {
  readonly file: string;
  /** Tells uploads apart: what a document remembers is not applied to it again. */
  readonly upload: string;
  readonly works: readonly Work[];
}

export async function applyWorks(
  house: House,
  turn: Turn,
  project: string,
  { file, upload, works }: Applying,
): Promise<void> {
  const mark = { id: `workbook-${upload}`, at: turn.at };
  const once = <T extends Project | Integration>(document: T, change: (document: T) => T): T =>
    document.recent.some(({ id }) => id === mark.id)
      ? document
      : { ...change(document), recent: remember(document.recent, mark) };
  const byIntegration = new Map<string, Change[]>();
  const ofProject: Change[] = [];
  const [additions, changes] = [
    works.filter(isAddition),
    works.filter((work): work is Change => !isAddition(work)),
  ];
  for (const work of changes) {
    if (work.subject.scope !== 'integration') ofProject.push(work);
    else byIntegration.set(work.subject.id, [...(byIntegration.get(work.subject.id) ?? []), work]);
  }
  const answers = works.filter(({ kind }) => kind === 'answer').length;
  const imported: Did = {
    kind: 'imported',
    file,
    added: additions.length,
    changed: changes.length - answers,
    answers,
  };
  const changed = await changeProject(house.store, project, (current) =>
    once(current, (document) =>
      ofProject.reduce(
        (so, work) => inProject(house, turn, so, work),
        withDeeds(document, deedFor(house, turn, imported)),
      ),
    ),
  );
  for (const [id, own] of byIntegration)
    await changeIntegration(house.store, project, id, (current) =>
      once(current, (document) =>
        own.reduce((so, work) => inIntegration(house, turn, changed, so, work), document),
      ),
    );
  // A new integration may join what was renamed or added in the same workbook. What is on the list by then stays as it is.
  const applications = additions.flatMap((work) => (work.kind === 'new-application' ? work.application : []));
  if (applications.length > 0) await addApplications(house, turn, changed, applications);
  for (const work of additions)
    if (work.kind === 'new-integration') await putOnList(house, turn, changed, work.integration);
}

const isAddition = (work: Work): work is Addition =>
  work.kind === 'new-integration' || work.kind === 'new-application';

function inProject(house: House, turn: Turn, project: Project, work: Change): Project {
  const { subject } = work;
  if (work.kind === 'decision') return withDeeds(project, deedFor(house, turn, work.did));
  if (subject.scope !== 'application')
    return work.kind === 'answer' ? { ...project, answers: [...project.answers, said(turn, work)] } : project;
  const change = (to: (application: Application) => Application): Project => ({
    ...project,
    applications: project.applications.map((each) => (each.id === subject.id ? to(each) : each)),
  });
  if (work.kind === 'answer')
    return change((each) => ({ ...each, answers: [...each.answers, said(turn, work)] }));
  const before = project.applications.find(({ id }) => id === subject.id);
  const was = work.field === 'name' ? before?.name : before?.notes;
  const set = settingOf(`application:${subject.id}`, work.field, was, work.to);
  return withDeeds(
    change((each) => (work.field === 'name' ? { ...each, name: work.to } : withNotes(each, work.to))),
    deedFor(house, turn, set),
  );
}

function inIntegration(
  house: House,
  turn: Turn,
  project: Project,
  integration: Integration,
  work: Change,
): Integration {
  if (work.kind === 'decision') return withDeeds(integration, deedFor(house, turn, work.did));
  if (work.kind === 'answer') return { ...integration, answers: [...integration.answers, said(turn, work)] };
  const { field, to } = work;
  const was = {
    name: integration.name,
    source: endName(integration.source, project),
    target: endName(integration.target, project),
    notes: integration.notes,
  }[field];
  const deed = deedFor(house, turn, settingOf(`integration:${integration.id}`, field, was, to));
  if (field === 'name') return withDeeds({ ...integration, name: to }, deed);
  if (field === 'notes') return withDeeds(withNotes(integration, to), deed);
  const [application, doubt] = recogniser(project.applications).find(to);
  const end = { written: to, ...(application && !doubt ? { application: application.id } : {}) };
  return withDeeds({ ...integration, [field]: end }, deed);
}

function withNotes<T extends { readonly notes?: string }>({ notes: _, ...rest }: T, to: string) {
  return (to ? { ...rest, notes: to } : rest) as T;
}

function said(turn: Turn, { answer }: Extract<Work, { kind: 'answer' }>): Answer {
  const by = { kind: 'person', id: turn.caller.id, name: turn.caller.name } as const;
  return { question: answer.question, by, at: turn.at, turn: turn.id, said: answer.said };
}

function settingOf(about: string, field: Field, from: string | undefined, to: string): Did {
  return { kind: 'set', field, about, ...(from ? { from } : {}), ...(to ? { to } : {}) };
}
