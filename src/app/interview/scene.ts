/** What one turn of an interview looks at: the vantage, who is asked, and what is known. */
import type { Subject } from '../../core/interview/answer.ts';
import type { Interviewee } from '../../core/interview/interviewee.ts';
import { type Survey, survey } from '../../core/judgement/survey.ts';
import {
  type Integration,
  type Project,
  subjectsOf,
  type Vantage,
  vantageOf,
} from '../../core/landscape/landscape.ts';
import { readIntegration } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { memberOf, projectFor } from '../project/membership.ts';
import { todayOf } from '../today.ts';

export interface Scene {
  readonly vantage: Vantage;
  readonly who: Interviewee;
  readonly known: Survey;
}

/** The scene for the caller, who becomes a member of the project where they are not one yet; in a sitting of theirs, or now. */
export async function openScene(
  house: House,
  turn: Turn,
  place: Place,
  sitting: Omit<Asked, 'member'> = { since: turn.at },
): Promise<Scene> {
  const member = await memberOf(house, place.project, turn.caller);
  return sceneOf(house, place, { ...sitting, member });
}

type Asked = Pick<Interviewee, 'member' | 'since' | 'wanted' | 'everything'>;

export function sceneOf(
  house: House,
  { project, integration }: Place,
  { member, since, wanted = [], everything }: Asked,
): Scene {
  const vantage = vantageOf(project, integration, todayOf(house));
  const { roles } = house.content;
  const who = { member, since, wanted, integration, roles, ...(everything && { everything }) };
  let known: Survey | undefined;
  return {
    vantage,
    who,
    // Made when it is looked at: a page that only puts answers on file has no need of it.
    get known() {
      known ??= survey(house.content, house.calculations, vantage);
      return known;
    },
  };
}

export interface Place {
  readonly project: Project;
  readonly integration: Integration;
}

/** The project and integration a card or a sitting names, where they exist and are the caller's. */
export async function placeOf(
  house: House,
  turn: Turn,
  named: { readonly project: string; readonly integration: string },
): Promise<Place | undefined> {
  const project = await projectFor(house, turn.caller, named.project);
  const integration = project && (await readIntegration(house.store, named.project, named.integration));
  return project && integration ? { project, integration } : undefined;
}

/** A subject that a card names has to be part of what the card is about. */
export function isPartOf(vantage: Vantage, subject: Subject): boolean {
  return subjectsOf(vantage).some(
    (part) =>
      part.scope === subject.scope &&
      (part.scope === 'project' || ('id' in subject && part.id === subject.id)),
  );
}
