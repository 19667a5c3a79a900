/** What should have been done by now, and what ends soon. */
import { gateItems } from '../../core/register/gate.ts';
import type { Entry } from '../../core/register/register.ts';
import { gateDate, isOpenStep, type StepEntry } from '../../core/register/steps.ts';
import { addDays } from '../../core/reminder/zone.ts';
import {
  capital,
  counted,
  countWords,
  dayWords,
  listed,
  midSentence,
  taskWords,
  whenWords,
} from './day-words.ts';
import { called, type Ground } from './ground.ts';

/** An acceptance and a gate are told of this many days ahead: somebody has to decide. */
const aheadDays = 14;
const mostSteps = 2;
const mostAcceptances = 2;

export function lateIn(ground: Ground): string[] {
  const late = ground.steps.filter((step) => isOpenStep(step) && step.late);
  const taken = late.filter(({ moved }) => moved !== undefined);
  const untaken = late.length - taken.length;
  const more = taken.length - mostSteps;
  return [
    ...taken.slice(0, mostSteps).map((step) => stepLine(ground, step)),
    ...(more > 0
      ? [`${capital(counted(more, 'more step'))} that people took on ${more === 1 ? 'is' : 'are'} late, too.`]
      : []),
    ...(untaken > 0 ? [untakenLine(untaken, taken.length > 0)] : []),
    ...treatments(ground),
    ...acceptances(ground),
    ...gate(ground),
  ];
}

function stepLine(ground: Ground, { step, about, owners, due }: StepEntry): string {
  const names = owners.map((owner) => called(ground, owner));
  const date = due ? dayWords(due, ground.today) : '';
  const since = names.length > 0 ? `${capital(listed(names, 2))} had until ${date}` : `It was due on ${date}`;
  return `${about}: ${midSentence(taskWords(step.action))}. ${since}.`;
}

function untakenLine(count: number, isMore: boolean): string {
  const what = counted(count, isMore ? 'other next step' : 'next step');
  return `${capital(what)} ${count === 1 ? 'is' : 'are'} past the date, and nobody has taken ${count === 1 ? 'it' : 'them'} on.`;
}

function treatments(ground: Ground): string[] {
  return ground.entries
    .filter(({ late }) => late)
    .slice(0, mostSteps)
    .map(
      ({ finding, owner, due = '' }) =>
        `${finding.title}. ${capital(owner ? called(ground, owner) : 'somebody')} wanted this settled by ${dayWords(due, ground.today)}.`,
    );
}

function acceptances(ground: Ground): string[] {
  const soon = addDays(ground.today, aheadDays);
  return ground.entries
    .filter(({ acceptance }) => acceptance && (!acceptance.holds || acceptance.until <= soon))
    .slice(0, mostAcceptances)
    .map((entry) => acceptanceLine(ground, entry));
}

function acceptanceLine(ground: Ground, { finding, acceptance }: Entry): string {
  if (!acceptance) return '';
  const { today } = ground;
  const { approver, holds, lapses, until } = acceptance;
  const who = called(ground, approver);
  const accepts = who === 'you' ? 'You accept' : `${who} accepts`;
  if (holds) return `${finding.title}. ${accepts} this only until ${dayWords(until, today)}.`;
  return lapses.some(({ kind }) => kind === 'passed')
    ? `${finding.title}. ${capital(who)} accepted this until ${dayWords(until, today)}, and it is open again.`
    : `${finding.title}. ${capital(who)} accepted this for other facts, and it is open again.`;
}

function gate({ house, project, judged, today }: Ground): string[] {
  const { content, calculations } = house;
  const stage = content.stages.find(({ id }) => id === project.stage);
  const ends = stage && gateDate(content, project, stage.id);
  if (!stage || !ends || ends > addDays(today, aheadDays)) return [];
  const points = gateItems(content, calculations, project, judged.integrations, stage.id, today);
  const open = points.filter(({ state }) => state !== 'met').length;
  if (open === 0) return [];
  const of = `${countWords(open)} of its ${countWords(points.length)} points are ${ends < today ? 'still ' : ''}open`;
  return ends < today
    ? [`${stage.title} was to end ${whenWords(ends, today)}; ${of}.`]
    : [`${stage.title} ends ${whenWords(ends, today)}, and ${of}.`];
}
