/** Writing what an edited workbook changes: each document once, and the same upload never twice. */
import type { Answer } from '../../core/interview/answer.ts';
import { type Application, endName, type Integration, type Project } from '../../core/landscape/landscape.ts';
import { recogniser } from '../../core/landscape/recognise.ts';
import type { Did } from '../../core/register/deed.ts';
import { deedFor, withDeeds } from '../deeds.ts';
import { changeIntegration, changeProject, remember } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import type { Field, Work } from './difference.ts';

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
  const byIntegration = new Map<string, Work[]>();
  const ofProject: Work[] = [];
  for (const work of works) {
    if (work.subject.scope !== 'integration') ofProject.push(work);
    else byIntegration.set(work.subject.id, [...(byIntegration.get(work.subject.id) ?? []), work]);
  }
  const answers = works.filter(({ kind }) => kind === 'answer').length;
  const imported: Did = { kind: 'imported', file, added: 0, changed: works.length - answers, answers };
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
}

function inProject(house: House, turn: Turn, project: Project, work: Work): Project {
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
  work: Work,
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
