/** Somebody whom people named as an owner, and who is no person of the project: what is known of them, and how to add them. */
import { newestPerSpeaker } from '../../core/interview/answer.ts';
import { ownerNameQuestion } from '../../core/judgement/forgotten.ts';
import type { Application, Project } from '../../core/landscape/landscape.ts';
import { roleKey } from '../../core/landscape/roles.ts';
import { listed } from '../digest/day-words.ts';
import type { House, Turn } from '../house.ts';
import { button, notice } from '../notices.ts';
import { fold, shorten } from '../project/integrations.ts';
import type { Button, NoticeReply } from '../reply.ts';
import { hiddenFrom } from '../sight.ts';

const mostPlaces = 2;

/** Of what the caller may see. */
export async function onlyNamed(
  house: House,
  turn: Turn,
  project: Project,
  words: string,
): Promise<NoticeReply | undefined> {
  if (turn.caller.conversation.kind !== 'personal') return undefined;
  const hides = await hiddenFrom(house, turn, project);
  const said = fold(words).split(' ');
  const found = project.applications.flatMap((application) =>
    newestPerSpeaker(application.answers, ownerNameQuestion).flatMap(({ by, said: { kind, ...rest } }) => {
      // What a file says is nobody's word before somebody confirms it.
      if (by.kind !== 'person') return [];
      if (kind !== 'value' || !('value' in rest) || rest.value.type !== 'people') return [];
      if (hides(ownerNameQuestion, { scope: 'application', id: application.id }, by)) return [];
      return rest.value.names
        .filter((name) => isCalled(name, said))
        .map((name) => ({ name: name.trim(), application }));
    }),
  );
  const [first] = found;
  if (!first) return undefined;
  const names = [...new Map(found.map(({ name }) => [fold(name), shorten(name)])).values()];
  if (names.length > 1)
    return notice(`Several named owners are called “${shorten(words)}”`, [
      `Say the whole name: ${listed(names)}.`,
    ]);
  const owned = [...new Set(found.map(({ application }) => application))];
  const [one] = owned;
  const places = listed(owned.map(({ name }) => shorten(name)));
  return {
    ...notice(`${shorten(first.name)} is named as the owner of ${places}, and is not in this project yet`, [
      'Once they are noted as its owner, its next steps are theirs.',
      `Are they in Teams? Ask them to join the team, then say: ask ${shorten(first.name)} about ${shorten(one?.name ?? '')} as owner`,
    ]),
    buttons: [
      ...owned.slice(0, mostPlaces).map((each) => noteAsOwner(house, project, first.name, each)),
      ...owned.slice(0, mostPlaces).map((each) => stepsOf(project, each)),
      button('people'),
    ],
  };
}

/** By the whole name or one part of it, as members are. */
function isCalled(name: string, said: readonly string[]): boolean {
  const plain = fold(name);
  return plain === said.join(' ') || (said.length === 1 && plain.split(' ').includes(said[0] ?? ''));
}

function noteAsOwner(
  { content }: House,
  project: Project,
  outside: string,
  { id, name }: Application,
): Button {
  const role = content.roles.find(({ ofApplication }) => ofApplication === 'any')?.id ?? '';
  return {
    title: `Note as owner of ${shorten(name)}`,
    command: { do: 'give-role', project: project.id, role: roleKey({ role, on: id }), outside },
  };
}

const stepsOf = (project: Project, { id, name }: Application): Button => ({
  title: `Next steps of ${shorten(name)}`,
  command: { do: 'list-steps', project: project.id, only: { about: { scope: 'application', id } }, page: 1 },
});
