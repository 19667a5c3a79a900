/** What is to be done: the caller's own steps, or those of the whole project, or only some. Late ones come first, then the worst. */
import type { Project } from '../../core/landscape/landscape.ts';
import {
  chooseSteps,
  inLines,
  type StepFilter,
  summedUp,
  worstFirst,
} from '../../core/register/step-list.ts';
import { isOpenStep, type StepEntry, stepsOf } from '../../core/register/steps.ts';
import type { Command } from '../command.ts';
import { mayHear } from '../guarded.ts';
import type { House, Turn } from '../house.ts';
import { button, goneNotice, noProjectNotice, notice, say, toPersonalChat } from '../notices.ts';
import { oneLine } from '../one-line.ts';
import { shorten } from '../project/integrations.ts';
import { currentProject, memberOf, projectFor } from '../project/membership.ts';
import type { Button, NoticeReply, Outcome } from '../reply.ts';
import { todayOf } from '../today.ts';
import { unnamedStep } from '../unquoted.ts';
import { type JudgedProject, judgeProject } from './judge-project.ts';
import { onlyNamed } from './only-named.ts';
import { type Named, placesNamed, readSteps, type StepsNamed } from './read-steps.ts';
import type { NextStepsReply } from './register-reply.ts';
import { lineOf } from './step-line.ts';
import { chosenIn, filledFor, formFor, narrowedBy } from './steps-form.ts';

const perPage = 6;
const mostMeant = 5;

/** `next steps`, `next steps all`, `next steps overdue`, `next steps CRM` */
export async function nextSteps(
  house: House,
  turn: Turn,
  { all, page, only: words = '', typed = '' }: Extract<Command, { do: 'next-steps' }>,
): Promise<Outcome> {
  const project = await currentProject(house, turn.caller);
  if (!project) return say(noProjectNotice());
  await memberOf(house, project, turn.caller);
  const sight = await sightOf(house, turn, project);
  if (!words) return say(listed(sight, all ? {} : { whose: { kind: 'me' } }, page));
  // "My steps overdue"
  const read = readSteps(house, /^(?:what(?: are|’s|'s)? )?my /i.test(typed) ? `my ${words}` : words, sight);
  const meant = read.ok ? [read] : read.which;
  if (meant.some(({ only }) => isOthers(turn, only))) return say(toPersonalChat(`next steps ${words}`));
  if (read.ok) return say(listed(sight, read.only, page));
  const named = read.which.length === 0 && (await onlyNamed(house, turn, project, read.words));
  return say(named || whichNotice(project, read));
}

/** Another card's way to the same. */
export async function showSteps(
  house: House,
  turn: Turn,
  { project: id, all, page, only = {} }: Extract<Command, { do: 'show-steps' }>,
): Promise<Outcome> {
  const sight = await openSight(house, turn, id);
  if (!sight || isOthers(turn, only)) return say(goneNotice());
  return say(listed(sight, all ? only : { whose: { kind: 'me' } }, page));
}

/** Another page, one step about many things, or all of them again. */
export async function listSteps(
  house: House,
  turn: Turn,
  { project: id, only, page }: Extract<Command, { do: 'list-steps' }>,
): Promise<Outcome> {
  const sight = await openSight(house, turn, id);
  if (!sight || isOthers(turn, only)) return say(goneNotice());
  return { replace: listed(sight, only, page), messages: [] };
}

/** *Show these* */
export async function filterSteps(
  house: House,
  turn: Turn,
  { project: id, inputs }: Extract<Command, { do: 'filter-steps' }>,
): Promise<Outcome> {
  const sight = await openSight(house, turn, id);
  if (!sight) return say(goneNotice());
  const only = chosenIn(inputs);
  if (isOthers(turn, only)) return say(goneNotice());
  const sought = oneLine(inputs.about);
  const found = sought ? placesNamed(sought, sight.project, sight.integrations) : [];
  const [place] = found;
  if (!sought || (place && found.length === 1))
    return { replace: listed(sight, { ...only, ...place?.only }, 1), messages: [] };
  const replace = {
    ...listed(sight, only, 1, sought),
    problem: place
      ? `Which one: ${found
          .slice(0, mostMeant)
          .map(({ name }) => name)
          .join(', ')}${found.length > mostMeant ? `, or one of ${found.length - mostMeant} more` : ''}?`
      : `No application or integration is called “${shorten(sought)}”.`,
  };
  return { replace, messages: [] };
}

/** What one person has to do is not read out before everybody. */
function isOthers({ caller }: Turn, { whose }: StepFilter): boolean {
  return caller.conversation.kind !== 'personal' && whose?.kind === 'person';
}

export async function stepsIn(house: House, project: Project): Promise<StepEntry[]> {
  return stepsJudged(house, project, await judgeProject(house, project));
}

function stepsJudged(house: House, project: Project, { integrations, findings }: JudgedProject): StepEntry[] {
  return stepsOf(house.content, project, integrations, findings, todayOf(house));
}

/** Of what a step serves, what may be heard here; nothing where that is none of it. */
export function heard(turn: Turn, step: StepEntry): StepEntry | undefined {
  const findings = step.findings.filter(({ topic }) => mayHear(turn, topic));
  if (findings.length === 0) return undefined;
  const told = { ...step, findings };
  return turn.caller.conversation.kind === 'personal' ? told : { ...told, step: unnamedStep(told) };
}

/** All open steps that may be heard here. */
interface Sight extends Named {
  readonly house: House;
  readonly turn: Turn;
}

async function openSight(house: House, turn: Turn, id: string): Promise<Sight | undefined> {
  const project = await projectFor(house, turn.caller, id);
  if (!project) return undefined;
  await memberOf(house, project, turn.caller);
  return sightOf(house, turn, project);
}

async function sightOf(house: House, turn: Turn, project: Project): Promise<Sight> {
  const judged = await judgeProject(house, project);
  const steps = stepsJudged(house, project, judged)
    .filter(isOpenStep)
    .flatMap((step) => heard(turn, step) ?? []);
  return { house, turn, project, integrations: judged.integrations, steps };
}

function listed(
  { house, turn, project, integrations, steps: open }: Sight,
  wanted: StepFilter,
  page: number,
  typed?: string,
): NextStepsReply {
  const personal = turn.caller.conversation.kind === 'personal';
  const only = personal ? wanted : withoutMine(wanted);
  const chosen = chooseSteps(open, only, { caller: turn.caller, today: todayOf(house), integrations });
  const kinds = only.step === undefined ? inLines(chosen) : worstFirst(chosen).map((step) => [step]);
  const lines = only.weight === 'unknown' || only.step !== undefined ? kinds : summedUp(kinds);
  const undated = chosen.length === 0 && isByDate(only) && open.length > 0 && !open.some(({ due }) => due);
  const pages = Math.max(1, Math.ceil(lines.length / perPage));
  const at = Math.min(Math.max(1, page), pages);
  const filled = filledFor(only, project, integrations);
  return {
    kind: 'next-steps',
    project: { id: project.id, name: project.name },
    only,
    narrowed: narrowedBy(house, only, project, integrations),
    lines: lines.slice((at - 1) * perPage, at * perPage).map((line) => lineOf(house, project, line)),
    inLines: kinds.length,
    total: chosen.length,
    late: chosen.filter(({ late }) => late).length,
    others: open.length - chosen.length,
    form: formFor(house, open, personal, typed === undefined ? filled : { ...filled, about: typed }),
    ...(undated ? { undated } : {}),
    page: at,
    pages,
    buttons: [
      ...(undated ? [{ ...button('project'), title: 'Set dates', primary: true }] : []),
      ...waysOn(project, only, personal, open.length > chosen.length),
    ],
  };
}

const isByDate = ({ time }: StepFilter) => time === 'late' || time === 'this-week';

/** In a shared conversation there is no "mine". */
function withoutMine({ whose, ...others }: StepFilter): StepFilter {
  return whose && whose.kind !== 'me' ? { ...others, whose } : others;
}

function waysOn(project: Project, only: StepFilter, personal: boolean, narrowed: boolean): Button[] {
  const list = (title: string, filter: StepFilter): Button => ({
    title,
    command: { do: 'list-steps', project: project.id, only: filter, page: 1 },
  });
  const { step, ...wider } = only;
  if (step !== undefined) return [list('Back to the list', wider)];
  return [
    ...(narrowed ? [list('All of the project', {})] : []),
    ...(personal && only.whose?.kind !== 'me' ? [list('Only mine', { ...only, whose: { kind: 'me' } })] : []),
  ];
}

/** What was typed names nothing, or several things. */
function whichNotice(
  project: Project,
  { words, which }: { readonly words: string; readonly which: readonly StepsNamed[] },
): NoticeReply {
  const list = (title: string, only: StepFilter): Button => ({
    title,
    command: { do: 'list-steps', project: project.id, only, page: 1 },
  });
  const all = list('All next steps', {});
  if (which.length === 0)
    return {
      ...notice(`I know nobody and nothing called “${shorten(words)}”`, [
        'Say whose (mine, nobody, a name, a role), how late (overdue, this week), how bad (critical, high), or an application or integration.',
        'Somebody new? “Orders is owned by Jo Miller” notes them, also outside Teams.',
      ]),
      buttons: [all],
    };
  return {
    ...notice(`${which.length} match “${shorten(words)}”`, [
      which.length > mostMeant
        ? 'These are the first. Say more of the name to find the others.'
        : 'Which one?',
    ]),
    buttons: [
      ...which.slice(0, mostMeant).map(({ name, only }) => list(`${name}${kindWord(only, which)}`, only)),
      all,
    ],
  };
}

/** Where an application and an integration have the same name. */
function kindWord({ about }: StepFilter, which: readonly StepsNamed[]): string {
  const kinds = new Set(which.map(({ only }) => only.about?.scope));
  return about && kinds.size > 1 ? ` (${about.scope})` : '';
}
