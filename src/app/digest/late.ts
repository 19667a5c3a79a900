/** What should have been done by now, and what ends soon. */
import { gateItems } from '../../core/register/gate.ts';
import type { Entry } from '../../core/register/register.ts';
import { gateDate, isOpenStep, type StepEntry } from '../../core/register/steps.ts';
import { weekOf } from '../../core/reminder/week.ts';
import { addDays } from '../../core/reminder/zone.ts';
import {
  capital,
  counted,
  countWords,
  dayWords,
  endWords,
  listed,
  midSentence,
  taskWords,
  whenWords,
} from './day-words.ts';
import type { Advice } from './decision.ts';
import { called, type Ground } from './ground.ts';

/** An acceptance and a gate are told of this many days ahead: somebody has to decide. */
const aheadDays = 14;
const mostSteps = 2;
const mostAcceptances = 2;

/** `advice`: stands above, and needs no second mention; whose step nobody has taken on is not called late there. */
export function lateIn(ground: Ground, advice?: Advice): string[] {
  const late = ground.steps.filter((step) => isOpenStep(step) && step.late);
  const taken = late.filter(({ id, moved }) => moved !== undefined && id !== advice?.step);
  const untaken = late.filter(({ moved }) => moved === undefined).length;
  const more = taken.length - mostSteps;
  return [
    ...taken.slice(0, mostSteps).map((step) => stepLine(ground, step)),
    ...(more > 0
      ? [`${capital(counted(more, 'more step'))} that people took on ${more === 1 ? 'is' : 'are'} late, too.`]
      : []),
    ...(untaken > 0 ? [untakenLine(untaken, taken.length > 0)] : []),
    ...treatments(ground),
    ...acceptances(ground, advice),
    ...gate(ground),
  ];
}

function stepLine(ground: Ground, entry: StepEntry): string {
  const { step, about, due, unproven } = entry;
  const date = due ? dayWords(due, ground.today) : '';
  // Somebody says that it is done: the answers say otherwise.
  const state = unproven ? 'no answer shows that it is done' : 'not done';
  return `${about}: ${midSentence(taskWords(step.action))}. ${capital(`${whose(ground, entry)}due ${date}, ${state}.`)}`;
}

/** "Dev’s, " */
function whose(ground: Ground, { owners }: StepEntry): string {
  const names = listed(
    owners.map((each) => called(ground, each)),
    2,
  );
  if (!names) return '';
  return names === 'you' ? 'yours, ' : `${names}’s, `;
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

function acceptances(ground: Ground, advice: Advice | undefined): string[] {
  const soon = addDays(ground.today, aheadDays);
  return ground.entries
    .filter(({ finding }) => finding.id !== advice?.finding)
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
  if (holds && weekOf(until) === weekOf(today)) {
    return `${finding.title}. ${accepts} this until ${endWords(until, today)}.`;
  }
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
  const of = `${open === points.length ? 'all' : countWords(open)} of its ${countWords(points.length)} points are ${ends < today ? 'still ' : ''}open`;
  return ends < today
    ? [`${stage.title} was to end ${whenWords(ends, today)}; ${of}.`]
    : [`${stage.title} ends ${whenWords(ends, today)}, and ${of}.`];
}
