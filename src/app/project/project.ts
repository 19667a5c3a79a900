/** The project: which one counts, its stage and dates. */
import { isIsoDate } from '../../core/interview/read-answer.ts';
import type { Project } from '../../core/landscape/landscape.ts';
import type { Did } from '../../core/register/deed.ts';
import type { Caller, Command, Inputs } from '../command.ts';
import { changeProject, listIntegrations } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { button, goneNotice, noProjectNotice, notice, say } from '../notices.ts';
import { oneLine } from '../one-line.ts';
import { deedFor, withDeeds } from '../register/deeds.ts';
import { makeGateMilestone } from '../register/milestone.ts';
import type { Outcome } from '../reply.ts';
import { shorten } from './integrations.ts';
import { currentProject, memberOf, projectFor, projectsOf, setCurrent } from './membership.ts';
import type { ProjectReply } from './project-reply.ts';

/** `project` shows it, `project <name>` switches. */
export async function project(house: House, turn: Turn, name: string): Promise<Outcome> {
  const mine = await projectsHere(house, turn.caller);
  const plain = name.trim().toLowerCase();
  const wanted = plain
    ? (mine.find((each) => each.id === plain || each.name.toLowerCase() === plain) ??
      mine.find((each) => each.name.toLowerCase().includes(plain)))
    : mine[0];
  if (!wanted)
    return say(plain ? notice(`You have no project “${shorten(name)}”`, [], 'project') : noProjectNotice());
  if (turn.caller.conversation.kind === 'personal') await setCurrent(house, turn.caller, wanted.id);
  await memberOf(house, wanted, turn.caller);
  return say(await projectReply(house, wanted, mine));
}

/** In a shared conversation nobody's other projects are shown. */
async function projectsHere(house: House, caller: Caller): Promise<Project[]> {
  if (caller.conversation.kind === 'personal') return projectsOf(house, caller);
  const here = await currentProject(house, caller);
  return here ? [here] : [];
}

async function projectReply(
  house: House,
  shown: Project,
  mine: readonly Project[],
  problem?: string,
): Promise<ProjectReply> {
  const { content, store } = house;
  return {
    kind: 'project',
    project: {
      id: shown.id,
      name: shown.name,
      stage: shown.stage,
      integrations: (await listIntegrations(store, shown.id)).length,
      applications: shown.applications.length,
    },
    stages: content.stages.map(({ id, title }) => ({ id, title })),
    dates: content.dates.map(({ id, title }) => {
      const date = shown.dates[id];
      return { id, title, ...(date ? { date } : {}) };
    }),
    others: mine.filter(({ id }) => id !== shown.id).map(({ id, name }) => ({ id, name })),
    ...(problem ? { problem } : {}),
    buttons: [button('list'), button('help')],
  };
}

/** *Save* on the project card. What cannot be read is said; the rest is kept. */
export async function setProject(
  house: House,
  turn: Turn,
  { project: id, inputs }: Extract<Command, { do: 'set-project' }>,
): Promise<Outcome> {
  const before = await projectFor(house, turn.caller, id);
  if (!before) return say(goneNotice());
  const dates = readDates(house, inputs);
  const name = oneLine(inputs.name).slice(0, 80);
  const stage = house.content.stages.find((candidate) => candidate.id === inputs.stage)?.id;
  // How the project stood at the gate, by the stage that ends there.
  const isGate = stage !== undefined && stage !== before.stage;
  if (isGate) await makeGateMilestone(house, turn, before);
  const changed = await changeProject(house.store, id, (current) => {
    const wanted = {
      ...current,
      ...(name ? { name } : {}),
      ...(stage ? { stage } : {}),
      dates: Object.fromEntries(
        Object.entries({ ...current.dates, ...dates.read }).filter(([, date]) => date !== ''),
      ),
    };
    const deeds = settings(current, wanted).map((did) => deedFor(house, turn, did));
    return deeds.length === 0 ? current : withDeeds(wanted, ...deeds);
  });
  const mine = await projectsHere(house, turn.caller);
  const card = await projectReply(house, changed, mine, dates.problem);
  if (dates.problem) return { replace: card, messages: [] };
  return {
    replace: card,
    messages: [
      notice(`${changed.name} is up to date`, ['Risks are judged by the new stage and dates.'], 'list'),
    ],
  };
}

/** What is set otherwise than before. */
function settings(before: Project, after: Project): Did[] {
  const fields = ({ name, stage, dates }: Project): Readonly<Record<string, string | undefined>> => ({
    name,
    stage,
    ...Object.fromEntries(Object.entries(dates).map(([id, date]) => [`date:${id}`, date])),
  });
  const [old, now] = [fields(before), fields(after)];
  return Object.keys({ ...old, ...now })
    .filter((field) => old[field] !== now[field])
    .map((field) => {
      const [from, to] = [old[field], now[field]];
      return { kind: 'set', field, ...(from ? { from } : {}), ...(to ? { to } : {}) };
    });
}

function readDates(house: House, inputs: Inputs): { read: Record<string, string>; problem?: string } {
  const read: Record<string, string> = {};
  const refused: string[] = [];
  for (const { id, title } of house.content.dates) {
    const typed = inputs[`date:${id}`];
    if (typed === undefined) continue;
    const plain = typed.trim();
    const date = plain && (isIsoDate(plain) ? plain : house.readDate(house.now())(plain));
    if (date === undefined) refused.push(`${title}: “${typed.slice(0, 40)}”`);
    else read[id] = date;
  }
  return {
    read,
    ...(refused.length > 0 ? { problem: `I could not read a date in ${refused.join(', ')}.` } : {}),
  };
}
