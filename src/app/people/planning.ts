/** Who is to be asked what this week, with what they were asked before; and the letters that do it. */
import { subjectKey } from '../../core/interview/answer.ts';
import { type Open, openQuestionsOf } from '../../core/interview/open-questions.ts';
import { type Ask, type Part, questionsAWeek, route } from '../../core/interview/routing.ts';
import { nearestFirst, stillWanted, wantedKey, wantedOf } from '../../core/interview/wanted.ts';
import { forgottenOwners } from '../../core/judgement/forgotten.ts';
import type { Integration, Member, Project } from '../../core/landscape/landscape.ts';
import type { Letter } from '../../core/reminder/letter.ts';
import { markOf } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { judgeProject } from '../register/judge-project.ts';
import { askedIn, isLost, onFileIn, weekOf } from './asked.ts';

export interface Planned {
  readonly week: string;
  readonly parts: readonly PlannedPart[];
  readonly nobody: readonly Open[];
  readonly integrations: readonly Integration[];
}

export interface PlannedPart {
  readonly member: Member;
  /** Not asked yet, and within what one person is asked in a week. */
  readonly now: readonly Ask[];
  readonly later: readonly Ask[];
  /** Asked this week already, and what of it is still open. */
  readonly before: { readonly questions: number; readonly left: number };
  /** They got this week's message. */
  readonly isSent: boolean;
  /** Open risks reach what they own, and nobody has asked them, not even by a letter that is on its way. */
  readonly isForgotten: boolean;
}

export async function planFor(house: House, project: Project): Promise<Planned> {
  const { content, calculations } = house;
  const { integrations, findings } = await judgeProject(house, project);
  const open = openQuestionsOf(content, calculations, project, integrations);
  const places = forgottenOwners(content, calculations, project, integrations, findings);
  const forgotten = new Set(places.flatMap(({ owners }) => owners.flatMap(({ id }) => id ?? [])));
  const { parts, nobody } = route(open, questionsAWeek, forgotten);
  const week = weekOf(house);
  const ever = (await askedIn(house, project.id)).filter((each) => !isLost(each));
  const asked = ever.filter(({ posted }) => posted.at >= week);
  const onFile = onFileIn(project, integrations);
  const planPart = ({ member, asks, isForgotten }: Part): PlannedPart => {
    const own = asked.filter(({ person }) => person.id === member.id);
    const wanted = own.flatMap(({ content }) => content.wanted ?? []);
    const known = new Set(wanted.map(wantedKey));
    const fresh = asks.filter(({ question, subject }) => {
      return !known.has(wantedKey({ question: question.key, about: subjectKey(subject) }));
    });
    const room = Math.max(0, questionsAWeek - wanted.length);
    return {
      member,
      now: fresh.slice(0, room),
      later: fresh.slice(room),
      before: {
        questions: wanted.length,
        left: stillWanted(wanted, member.id, onFile, house.content).length,
      },
      isSent: own.some(({ posted }) => posted.letter.id === planLetterId(week, member.id)),
      isForgotten: isForgotten && ever.every(({ person }) => person.id !== member.id),
    };
  };
  return { week, parts: parts.map(planPart), nobody, integrations };
}

const planLetterId = (week: string, person: string) => `asked/plan/${week}/${markOf(person)}`;

/** One letter for one person and week; nothing for whoever sends it, who has the plan before them. */
export function lettersFor(turn: Turn, project: Project, { week, parts }: Planned): Letter[] {
  return parts.flatMap((part) => letterFor(turn, project, week, part));
}

function letterFor(
  { caller }: Turn,
  { id: project, home }: Project,
  week: string,
  { member, now, isSent }: PlannedPart,
): Letter[] {
  const [first] = now;
  if (!first || isSent || member.id === caller.id) return [];
  return [
    {
      id: planLetterId(week, member.id),
      project,
      to: {
        kind: 'person',
        tenant: home.kind === 'anyone' ? caller.tenant : home.tenant,
        id: member.id,
        name: member.name,
      },
      about: `${caller.name} asks ${now.length === 1 ? 'one question' : `${now.length} questions`}`,
      content: {
        kind: 'asked',
        by: { id: caller.id, name: caller.name },
        integration: first.via,
        wanted: nearestFirst(now.map(wantedOf)),
      },
      urgency: 'daily',
    },
  ];
}
