/** What waits for one person today. Nothing of it is kept: it is found in what people said and decided. */
import { day } from '../../core/interview/answer-words.ts';
import { foresee, nextPage } from '../../core/interview/interview.ts';
import { isBy } from '../../core/interview/interviewee.ts';
import type { Project } from '../../core/landscape/landscape.ts';
import type { Person } from '../../core/landscape/person.ts';
import { managersOf } from '../../core/landscape/trust.ts';
import { isMine, isOpenStep, type StepEntry, stepsOf } from '../../core/register/steps.ts';
import { isSameWho } from '../../core/register/who.ts';
import type { Posted } from '../../core/reminder/letter.ts';
import type { Item } from '../../core/reminder/nudging.ts';
import { addDays, type Day, onTheWall } from '../../core/reminder/zone.ts';
import { readIntegration, readProject } from '../documents.ts';
import type { House } from '../house.ts';
import { sceneOf } from '../interview/scene.ts';
import { sameNameItems } from '../people/same-person.ts';
import type { JudgedProject } from '../register/judge-project.ts';
import { acceptanceItems } from '../register/waiting-acceptances.ts';
import { differenceItems } from '../register/waiting-differences.ts';
import { type Words, wordsOf } from './letter-words.ts';

export interface Reader {
  readonly tenant: string;
  readonly id: string;
  readonly name: string;
}

/** An item with its words. */
export interface WaitingItem extends Item {
  readonly words: Words;
  /** They were already told of it, by a message of its own. */
  readonly told?: Day;
}

export interface Around {
  readonly house: House;
  /** Projects that have this person among their people, each with its findings. */
  readonly projects: readonly { readonly project: Project; readonly judged: () => Promise<JudgedProject> }[];
  /** Letters to this person that are not over with being sent: mostly somebody asks for something. */
  readonly asked: readonly Posted[];
  readonly today: Day;
  readonly zone: string;
}

/** Steps are told of this many days ahead. */
const stepDays = 3;
/** After that it is no news. */
const unheardDays = 14;

export async function whatWaits(
  reader: Reader,
  person: Person | undefined,
  around: Around,
): Promise<WaitingItem[]> {
  const sitting = await halfFinished(person, around);
  const asked = await Promise.all(
    withoutOlderLost(around.asked).map(
      async (posted) => (await stillAsked(reader, posted, around)) ?? (await perhapsUnheard(posted, around)),
    ),
  );
  const owned = await Promise.all(
    around.projects.map(async ({ project, judged }) => {
      const { integrations, findings } = await judged();
      const steps = stepsOf(around.house.content, project, integrations, findings, around.today);
      return [
        ...stepItems(reader, project, steps, around.today),
        ...acceptanceItems(reader, project, await judged(), around.today),
        ...differenceItems(reader, project, await judged(), around),
        ...(await sameNameItems(around.house, reader, project)),
      ];
    }),
  );
  return [...(sitting ? [sitting] : []), ...asked.flatMap((item) => item ?? []), ...owned.flat()];
}

/** Begun on an earlier day and not finished; put aside on purpose or not, it waits. */
async function halfFinished(
  person: Person | undefined,
  { house, today, zone }: Around,
): Promise<WaitingItem | undefined> {
  const sitting = person?.sitting;
  if (!sitting || onTheWall(Date.parse(sitting.since), zone).day >= today) return undefined;
  const project = await readProject(house.store, sitting.project);
  const integration = project && (await readIntegration(house.store, sitting.project, sitting.integration));
  const member = project?.people.find(({ id }) => id === person.id);
  if (!project || !integration || !member) return undefined;
  const scene = sceneOf(
    house,
    { project, integration },
    { ...sitting, member, since: house.now().toISOString() },
  );
  // Who has answered their ten has done what was asked of them, whatever is left for another day.
  if (nextPage(scene.known, { ...scene.who, since: sitting.since }).kind !== 'page') return undefined;
  const { questions, minutes } = foresee(scene.known, scene.who);
  return {
    key: `sitting/${project.id}/${integration.id}`,
    project: project.id,
    words: {
      title: `You stopped in the middle of ${integration.name}`,
      lines: [`${questions === 1 ? 'One question' : `${questions} questions`}, about ${inMinutes(minutes)}.`],
      buttons: [{ title: 'Continue', command: { do: 'continue' } }],
    },
  };
}

const inMinutes = (minutes: number) => (minutes === 1 ? 'one minute' : `${minutes} minutes`);

/** Whoever cannot be reached may be asked week after week: when they turn up, the newest is enough. */
function withoutOlderLost(asked: readonly Posted[]): Posted[] {
  const isLost = ({ delivery }: Posted) => delivery.state === 'failed';
  return asked.filter(
    (one) =>
      !isLost(one) ||
      !asked.some(
        (other) => isLost(other) && other.letter.project === one.letter.project && other.at > one.at,
      ),
  );
}

/** Until they have said something about that integration; what they leave open then is theirs to come back to. */
async function stillAsked(
  reader: Reader,
  { letter, delivery }: Posted,
  { house, zone }: Around,
): Promise<WaitingItem | undefined> {
  const { content } = letter;
  const { state } = delivery;
  // What could not be delivered still waits for them, should they turn up.
  if (content.kind !== 'asked' || (state !== 'sent' && state !== 'unknown' && state !== 'failed'))
    return undefined;
  const words = await wordsOf(house, letter);
  // Without words nothing is wanted any more.
  if (!words || (!content.wanted && (await hasSpoken(house, reader, letter.project, content, delivery.at))))
    return undefined;
  return {
    key: `asked/${letter.project}/${letter.id}`,
    project: letter.project,
    giver: content.by,
    words,
    ...(state === 'failed' ? {} : { told: onTheWall(Date.parse(delivery.at), zone).day }),
  };
}

async function hasSpoken(
  house: House,
  reader: Reader,
  project: string,
  { integration: id }: { readonly integration: string },
  since: string,
): Promise<boolean> {
  const integration = await readIntegration(house.store, project, id);
  const who = { member: { ...reader, roles: [] } };
  return !integration || integration.answers.some((answer) => answer.at > since && isBy(answer, who));
}

/** That somebody could not be asked, where nobody knows whether that was heard: once more, among other things. */
async function perhapsUnheard(
  { letter, delivery }: Posted,
  { house, today, zone }: Around,
): Promise<WaitingItem | undefined> {
  if (letter.content.kind !== 'unreachable' || delivery.state !== 'unknown') return undefined;
  const told = onTheWall(Date.parse(delivery.at), zone).day;
  if (today > addDays(told, unheardDays)) return undefined;
  const words = await wordsOf(house, letter);
  return words && { key: `unheard/${letter.project}/${letter.id}`, project: letter.project, words, told };
}

/** What somebody took on is told each by itself; what only falls to their role, together. */
function stepItems(reader: Reader, project: Project, steps: readonly StepEntry[], today: Day): WaitingItem[] {
  const soon = addDays(today, stepDays);
  const due = steps.filter(
    (step) => isOpenStep(step) && isMine(step, reader) && step.due !== undefined && step.due <= soon,
  );
  const [manager] = managersOf(project).filter(({ id }) => id !== reader.id);
  const taken = due.filter(({ moved }) => moved !== undefined);
  const others = due.filter(({ moved, late }) => moved === undefined && late);
  const items = taken.map((step): WaitingItem => {
    const giver = step.moved && !isSameWho(step.moved.by, reader) ? step.moved.by : manager;
    return {
      key: `step/${project.id}/${step.id}/${step.due}`,
      project: project.id,
      ...(giver ? { giver } : {}),
      words: {
        title: step.step.action,
        lines: [`${step.about} · ${step.late ? 'was due' : 'due'} ${day(step.due ?? '')}`],
        buttons: [
          { title: 'Open this step', command: { do: 'show-step', project: project.id, step: step.id } },
        ],
      },
    };
  });
  const [first, ...more] = others;
  if (first)
    items.push({
      key: `steps/${project.id}`,
      project: project.id,
      ...(manager ? { giver: manager } : {}),
      words: {
        title:
          more.length > 0
            ? `${others.length} next steps in your role are late`
            : 'A next step in your role is late',
        lines: [`${first.step.action} (${first.about}, was due ${day(first.due ?? '')})`],
        buttons: [
          {
            title: 'My next steps',
            command: { do: 'show-steps', project: project.id, all: false, page: 1 },
          },
        ],
      },
    });
  return items;
}
