/** The scene in which a sitting begins: what its person was asked for by name comes first in it. */
import { subjectKey } from '../../core/interview/answer.ts';
import { isBy, isOpen } from '../../core/interview/interviewee.ts';
import { wantedKey } from '../../core/interview/wanted.ts';
import type { Sitting } from '../../core/landscape/person.ts';
import type { House, Turn } from '../house.ts';
import { askedIn, isLost } from '../people/asked.ts';
import { openScene, type Place, type Scene } from './scene.ts';

export async function beginScene(
  house: House,
  turn: Turn,
  place: Place,
  { everything }: Pick<Sitting, 'everything'> = {},
): Promise<Scene> {
  const scene = await openScene(house, turn, place, { since: turn.at, ...(everything && { everything }) });
  const wanted = await wantedIn(house, scene);
  return wanted.length === 0 ? scene : { ...scene, who: { ...scene.who, wanted } };
}

export function sittingIn({ vantage, who: { integration, since, everything, wanted = [] } }: Scene): Sitting {
  return {
    project: vantage.project.id,
    integration: integration.id,
    since,
    paused: false,
    ...(everything && { everything }),
    ...(wanted.length > 0 ? { wanted } : {}),
  };
}

/** Who was asked last waits for what the person is likely to come for: the newest letter goes first. */
async function wantedIn(house: House, scene: Scene): Promise<NonNullable<Sitting['wanted']>> {
  const { vantage, who } = scene;
  const letters = (await askedIn(house, vantage.project.id))
    .filter((each) => each.person.id === who.member.id && !isLost(each))
    .sort((one, other) => (one.posted.at < other.posted.at ? 1 : -1));
  if (letters.length === 0) return [];
  const open = new Map(
    scene.known.standings
      .filter((standing) => isOpen(standing, who))
      .map((each) => [wantedKey({ question: each.question.key, about: subjectKey(each.subject) }), each]),
  );
  const wanted = new Map<string, NonNullable<Sitting['wanted']>[number]>();
  for (const { posted, content } of letters)
    for (const { question, about } of content.wanted ?? []) {
      const key = wantedKey({ question, about });
      const seen = open.get(key)?.answers.find((answer) => isBy(answer, who));
      // What they left open since they were asked for it is not put first once more.
      if (open.has(key) && !(seen && seen.at > posted.at)) wanted.set(key, { question, about });
    }
  return [...wanted.values()];
}
