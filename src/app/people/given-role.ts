/** What whoever was given a role is asked, and what whoever gave it is told. */
import type { Project, RoleOrigin } from '../../core/landscape/landscape.ts';
import { isOnlyGiven, readRoleKey, roleKey } from '../../core/landscape/roles.ts';
import type { Letter, LetterContent } from '../../core/reminder/letter.ts';
import type { Caller } from '../command.ts';
import { markOf, readProject } from '../documents.ts';
import type { House } from '../house.ts';
import { notice } from '../notices.ts';
import type { Words } from '../reminder/letter-words.ts';
import type { NoticeReply } from '../reply.ts';
import { roleTitle } from './role-words.ts';

/** Nothing, where it was answered or taken back in the meantime. */
export async function givenRoleWords(
  house: House,
  { project: id, to }: Letter,
  { role, by }: Extract<LetterContent, { kind: 'given-role' }>,
): Promise<Words | undefined> {
  const project = await readProject(house.store, id);
  const member = to.kind === 'person' ? project?.people.find((each) => each.id === to.id) : undefined;
  const held = member?.roles.find((each) => roleKey(each) === role);
  if (!project || !held || !isOnlyGiven(held)) return undefined;
  return {
    title: `Are you ${await roleTitle(house, project, readRoleKey(role))}?`,
    lines: [`${by.name} says so, in ${project.name}. It decides what I ask you; I ask this only once.`],
    buttons: [
      {
        title: 'Yes, that is me',
        command: { do: 'answer-role', project: id, role, yes: true },
        primary: true,
      },
      { title: 'Not me', command: { do: 'answer-role', project: id, role, yes: false } },
    ],
  };
}

export function refusedNotice(title: string): NoticeReply {
  return notice(
    `Taken back: you are not ${title}`,
    [
      'Who is? If you know, tell me: their name, “is the”, and the role. For an application: “Dana owns CRM”.',
    ],
    'people',
  );
}

export function tellRefusal(
  { tenant, id, name }: Caller,
  project: Project,
  { by, at }: RoleOrigin,
  title: string,
  key: string,
): Letter[] {
  // Whoever was forgotten since is nobody who could be written to.
  if (by.id === undefined || by.id === id || !project.people.some((each) => each.id === by.id)) return [];
  return [
    {
      id: `refused-role/${markOf(id)}/${key}/${at}`,
      project: project.id,
      to: { kind: 'person', tenant, id: by.id, name: by.name },
      about: 'a role you gave',
      content: {
        kind: 'notice',
        title: `${name} says: not me`,
        lines: [`You noted them as ${title}. Who else could it be?`],
        buttons: [{ title: 'Who is who', say: 'people' }],
      },
      urgency: 'daily',
    },
  ];
}
