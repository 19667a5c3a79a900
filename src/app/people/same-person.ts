/** Somebody noted as outside Teams, and somebody of that name who is there by now: a manager says whether they are one. */
import type { Project } from '../../core/landscape/landscape.ts';
import { readRoleKey, roleKey } from '../../core/landscape/roles.ts';
import { type SameName, sameNames } from '../../core/landscape/same-name.ts';
import { isManager, managersOf } from '../../core/landscape/trust.ts';
import { markOf } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { goneNotice, notice, problem } from '../notices.ts';
import { shorten } from '../project/integrations.ts';
import { projectFor } from '../project/membership.ts';
import type { Reader, WaitingItem } from '../reminder/waiting.ts';
import type { Button, NoticeReply, Outcome } from '../reply.ts';
import { hold } from './hold-role.ts';
import type { PeopleCommand } from './people-command.ts';
import { roleTitle } from './role-words.ts';
import { readRoster } from './roster.ts';

export async function sameNamesIn({ store }: House, project: Project): Promise<SameName[]> {
  if (project.outsiders === undefined) return [];
  return sameNames(project, (await readRoster(store, project.id))?.members ?? []);
}

export function sameButton({ id: project }: Project, { outside, who }: SameName, title: string): Button {
  return { title, command: { do: 'same-person', project, outside, who: who.id } };
}

/** Waits for whoever manages the project; said no to, it is not theirs, and does not come again. */
export async function sameNameItems(house: House, reader: Reader, project: Project): Promise<WaitingItem[]> {
  if (!isManager(project, reader.id)) return [];
  return (await sameNamesIn(house, project)).map((same) => ({
    key: `same-name/${project.id}/${markOf(`${same.outside} ${same.who.id}`)}`,
    project: project.id,
    words: {
      title: `Is ${same.outside} one person?`,
      lines: [
        `In ${project.name} somebody of that name is noted as not in Teams, and somebody of that name is here now.`,
      ],
      buttons: [sameButton(project, same, 'Yes, one person')],
    },
  }));
}

/** A manager's yes: the roles go over, and their holder is asked once whether that is right, as for any role. */
export async function samePerson(
  house: House,
  turn: Turn,
  { project: id, outside, who: person }: Extract<PeopleCommand, { do: 'same-person' }>,
): Promise<Outcome> {
  const project = await projectFor(house, turn.caller, id);
  const same = project && (await sameNamesIn(house, project)).find((each) => each.outside === outside);
  if (!project || same?.who.id !== person) return inPlace(goneNotice());
  if (!isManager(project, turn.caller.id))
    return {
      messages: [
        problem('Whoever manages the project says so', [
          `That is ${managersOf(project)
            .map(({ name }) => shorten(name))
            .join(' or ')}. Two people may bear one name.`,
        ]),
      ],
    };
  const held = project.outsiders?.find(({ name }) => name === outside)?.roles ?? [];
  const titles: string[] = [];
  const isMe = person === turn.caller.id;
  for (const each of held) {
    const role = readRoleKey(roleKey(each));
    titles.push(await roleTitle(house, project, role));
    // Who somebody is says nothing of what may be open to them: that was said by whoever noted the role.
    const by = each.from?.by.id;
    const vouches = isMe || (by !== undefined && isManager(project, by));
    // First the new: where it breaks off in between, it is offered once more.
    await hold(house, turn, project, same.who, role, false, vouches);
    await hold(house, turn, project, { name: outside }, role, true);
  }
  return inPlace(
    notice(
      `${shorten(same.who.name)} is one person now`,
      [
        isMe
          ? `You are noted as ${titles.join(' and ')}.`
          : `They are noted as ${titles.join(' and ')}. I ask them once whether that is right.`,
      ],
      'people',
    ),
  );
}

const inPlace = (replace: NoticeReply): Outcome => ({ replace, messages: [] });
