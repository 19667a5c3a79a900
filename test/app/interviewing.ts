/** What many tests of the app begin with: a project on the list, somebody who is asked, a page that is filled in. */
import { expect, onTestFinished } from 'vitest';
import type { Command, Inputs } from '../../src/app/command.ts';
import type { PageRef } from '../../src/app/interview/interview-command.ts';
import type { NotedReply, PageReply } from '../../src/app/interview/interview-reply.ts';
import type { FindingsReply } from '../../src/app/register/register-reply.ts';
import type { Outcome, Reply } from '../../src/app/reply.ts';
import type { Answer } from '../../src/core/interview/answer.ts';
import type { AnswerShape } from '../../src/core/interview/topic.ts';
import type { Integration, Project } from '../../src/core/landscape/landscape.ts';
import type { Key } from '../../src/store/store.ts';
import { channelOf, type How, openStage, type Stage } from '../journeys/stage.ts';

export async function openTestStage(how: Parameters<typeof openStage>[0] = {}): Promise<Stage> {
  const stage = await openStage(how);
  onTestFinished(() => stage.close());
  return stage;
}

export const team = channelOf('payroll');

/** A project of the team with so many integrations, `voucher-load-1` first, all from Payroll to Ledger. */
export async function openTeamProject(stage: Stage, integrations = 1, ...people: string[]): Promise<string> {
  const rows = Array.from({ length: integrations }, (_, at) => `Voucher load ${at + 1},Payroll,Ledger`);
  const text = ['name,source_application,target_application', ...rows].join('\n');
  await stage.take('Dana', { do: 'import', file: 'list.csv', text }, { place: team });
  for (const who of people) await stage.take(who, { do: 'integrations', page: 1 }, { place: team });
  return (await projectOf(stage)).id;
}

/** The only project there is. */
export async function projectOf(stage: Stage): Promise<Project> {
  const documents = await everything(stage);
  const projects = [...documents].filter(([key]) => key.endsWith('/project'));
  expect(projects).toHaveLength(1);
  return projects[0]?.[1] as Project;
}

/** Every document on file, by key. */
export async function everything({ house: { store } }: Stage): Promise<Map<Key, unknown>> {
  const keys = await store.list('');
  return new Map(await Promise.all(keys.map(async (key) => [key, (await store.read(key))?.value] as const)));
}

/** Every answer on file, with the document it stands in. */
export async function answersOnFile(stage: Stage): Promise<Answer[]> {
  return [...(await everything(stage))].flatMap(([key, document]) => {
    if (key.includes('/integrations/')) return (document as Integration).answers;
    if (!key.endsWith('/project')) return [];
    const { answers, applications } = document as Project;
    return [...answers, ...applications.flatMap((application) => application.answers)];
  });
}

/** "Dana accountable-owner one-person": one line an answer, without its topic. */
export async function saidOnFile(stage: Stage): Promise<string[]> {
  return (await answersOnFile(stage)).map(({ by, question, said }) =>
    [by.name, question.split('.')[1], said.kind === 'value' ? inShort(said.value) : said.kind].join(' '),
  );
}

function inShort(value: Extract<Answer['said'], { kind: 'value' }>['value']): string {
  switch (value.type) {
    case 'choice':
      return value.option;
    case 'multi':
      return value.options.join('+');
    case 'number':
      return `${value.low}-${value.high}`;
    case 'date':
      return value.date;
    case 'people':
      return value.names.join('+');
    case 'text':
      return value.text;
  }
}

/** Starts an interview and gives back its first page. */
export async function begin(
  stage: Stage,
  who: string,
  { project, integration = 'voucher-load-1', role = 'project-manager' }: Begin,
  how?: How,
): Promise<PageReply> {
  const command = { do: 'begin', project, integration, inputs: { role } } as const;
  return pageOf(await stage.take(who, command, how));
}

interface Begin {
  readonly project: string;
  readonly integration?: string;
  readonly role?: string;
}

export const next = ({ ref }: PageReply, inputs: Inputs = {}): Command => ({
  do: 'answer',
  page: ref,
  inputs,
});

/** A page as a card of any topic would carry it. */
export function pageAbout(
  project: string,
  subject: PageRef['subject'],
  question: string,
  further: Partial<PageRef> = {},
): PageRef {
  return {
    project,
    integration: 'voucher-load-1',
    subject,
    questions: [question],
    turn: `card-about-${question}`,
    correction: false,
    ...further,
  };
}

/** Something in every input; `at` says which option. */
export function filledIn({ questions }: PageReply, at = 0): Inputs {
  return Object.fromEntries(questions.map(({ key, shape }) => [key, fillingFor(shape, at)]));
}

function fillingFor(shape: AnswerShape, at: number): string {
  switch (shape.kind) {
    case 'choice':
    case 'multi':
      return shape.options[at % shape.options.length]?.id ?? '';
    case 'number':
      return String(Math.max(shape.min, 5 + at));
    case 'date':
      return '2026-06-01';
    case 'people':
      return 'Carla Ruiz';
    case 'text':
      return 'As it says';
  }
}

/** Goes on, sitting after sitting, until a page holds the question; whatever is asked on the way is not known. */
export async function goOnTo(
  stage: Stage,
  who: string,
  first: PageReply,
  question: string,
): Promise<PageReply> {
  let page = first;
  while (!page.ref.questions.includes(question)) {
    const unsure = Object.fromEntries(page.ref.questions.map((key) => [key, '?']));
    const outcome = await stage.take(who, next(page, unsure));
    const isOver = !kindsOf(outcome).includes('page');
    page = pageOf(isOver ? await stage.take(who, { do: 'continue' }) : outcome);
  }
  return page;
}

const all = ({ replace, messages }: Outcome): Reply[] => [...(replace ? [replace] : []), ...messages];

export function pageOf(outcome: Outcome): PageReply {
  return only(outcome, 'page') as PageReply;
}

export function notedOf(outcome: Outcome): NotedReply {
  return only(outcome, 'noted') as NotedReply;
}

export function findingsOf(outcome: Outcome): FindingsReply {
  return only(outcome, 'findings') as FindingsReply;
}

function only(outcome: Outcome, kind: Reply['kind']): Reply {
  const found = all(outcome).filter((reply) => reply.kind === kind);
  if (found.length !== 1 || !found[0])
    throw new Error(`expected one ${kind}, not: ${kindsOf(outcome).join(', ')}`);
  return found[0];
}

export const kindsOf = (outcome: Outcome): string[] => all(outcome).map(({ kind }) => kind);

/** What a notice says, its title first. */
export function saidBy(outcome: Outcome): string[] {
  return all(outcome).flatMap((reply) => (reply.kind === 'notice' ? [reply.title, ...reply.lines] : []));
}
