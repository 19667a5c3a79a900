/** What is to be done: the caller's own steps, or those of the whole project. Late ones come first. */
import type { Project } from '../../core/landscape/landscape.ts';
import { isMine, isOpenStep, type StepEntry, stepsOf } from '../../core/register/steps.ts';
import type { Command } from '../command.ts';
import { mayHear } from '../guarded.ts';
import type { House, Turn } from '../house.ts';
import { goneNotice, noProjectNotice, say } from '../notices.ts';
import { currentProject, memberOf, projectFor } from '../project/membership.ts';
import type { Outcome } from '../reply.ts';
import { todayOf } from '../today.ts';
import { judgeProject } from './judge-project.ts';
import type { NextStepsReply } from './register-reply.ts';

const perPage = 6;

/** `next steps`, `next steps all` */
export async function nextSteps(
  house: House,
  turn: Turn,
  { all, page }: Extract<Command, { do: 'next-steps' }>,
): Promise<Outcome> {
  const project = await currentProject(house, turn.caller);
  if (!project) return say(noProjectNotice());
  await memberOf(house, project, turn.caller);
  return say(await nextStepsReply(house, turn, project, all, page));
}

/** A card's way to the same. */
export async function showSteps(
  house: House,
  turn: Turn,
  { project: id, all, page }: Extract<Command, { do: 'show-steps' }>,
): Promise<Outcome> {
  const project = await projectFor(house, turn.caller, id);
  if (!project) return say(goneNotice());
  await memberOf(house, project, turn.caller);
  return say(await nextStepsReply(house, turn, project, all, page));
}

export async function stepsIn(house: House, project: Project): Promise<StepEntry[]> {
  const { integrations, findings } = await judgeProject(house, project);
  return stepsOf(house.content, project, integrations, findings, todayOf(house));
}

/** Of what a step serves, what may be heard here; nothing where that is none of it. */
export function heard(turn: Turn, step: StepEntry): StepEntry | undefined {
  const findings = step.findings.filter(({ topic }) => mayHear(turn, topic));
  return findings.length > 0 ? { ...step, findings } : undefined;
}

async function nextStepsReply(
  house: House,
  turn: Turn,
  project: Project,
  wanted: boolean,
  page: number,
): Promise<NextStepsReply> {
  const shared = turn.caller.conversation.kind !== 'personal';
  // In a shared conversation there is no "mine".
  const all = wanted || shared;
  const open = (await stepsIn(house, project)).filter(isOpenStep).flatMap((step) => heard(turn, step) ?? []);
  const mine = open.filter((step) => isMine(step, turn.caller));
  const chosen = all ? open : mine;
  const pages = Math.max(1, Math.ceil(chosen.length / perPage));
  const at = Math.min(Math.max(1, page), pages);
  return {
    kind: 'next-steps',
    project: { id: project.id, name: project.name },
    whose: all ? 'all' : 'mine',
    steps: chosen.slice((at - 1) * perPage, at * perPage),
    total: chosen.length,
    late: chosen.filter(({ late }) => late).length,
    /** Of the whole project, where only some are shown. */
    others: open.length - chosen.length,
    page: at,
    pages,
    buttons: shared
      ? []
      : [
          {
            title: all ? 'Only mine' : 'All of the project',
            command: { do: 'show-steps', project: project.id, all: !all, page: 1 },
          },
        ],
  };
}
