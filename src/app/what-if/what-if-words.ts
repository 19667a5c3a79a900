/** What is typed after `what if`: an integration, and what would be different about it, in any words of a question. */
import type { Integration, Project } from '../../core/landscape/landscape.ts';
import type { CardCommand } from '../command.ts';
import { listIntegrations } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { notice } from '../notices.ts';
import { findIntegration, fold, shorten } from '../project/integrations.ts';
import { type NameAndWords, nameWithin } from '../project/name-within.ts';
import { longestCommand } from '../read-command.ts';
import type { Reply } from '../reply.ts';

const mostButtons = 5;

export async function whatIsMeant(
  house: House,
  turn: Turn,
  project: Project,
  typed: string,
): Promise<NameAndWords | { readonly notice: Reply }> {
  const open = (integration: string) =>
    ({ do: 'what-if-of', project: project.id, integration, assumed: [] }) as const;
  const found = await findIntegration(house, project, typed, open, turn);
  if ('integration' in found) return { ...found, words: '' };
  if (found.matches > 0 || !typed) return found;
  const all = await listIntegrations(house.store, project.id);
  const application = project.applications.find(
    ({ name, id }) => fold(name) === fold(typed) || id === fold(typed),
  );
  if (application) return { notice: endsOf(project, application, all) };
  const named = nameWithin(typed, all);
  if (named) return named;
  const current = await findIntegration(house, project, '', open, turn);
  if ('integration' in current) return { ...current, words: typed };
  return { notice: whichOne(typed, all, open) };
}

function endsOf(
  project: Project,
  { id, name }: { readonly id: string; readonly name: string },
  all: readonly Integration[],
): Reply {
  const joined = all.filter(({ source, target }) => [source, target].some((end) => end.application === id));
  return {
    ...notice(`What if, about ${shorten(name)}: seen from which integration?`, [
      joined.length > mostButtons
        ? `${joined.length} begin or end there; these are the first. Say the name of another.`
        : 'What is about the application is the same for all of them.',
    ]),
    buttons: joined.slice(0, mostButtons).map((integration) => ({
      title: integration.name,
      command: { do: 'what-if-of', project: project.id, integration: integration.id, assumed: [] },
    })),
  };
}

function whichOne(
  words: string,
  all: readonly Integration[],
  open: (integration: string) => CardCommand,
): Reply {
  const [first] = all;
  return {
    ...notice(
      'What if, about which integration?',
      [`Say its name, too: what if ${shorten(first?.name ?? 'orders')} ${shorten(words)}`],
      'list',
    ),
    ...(all.length <= mostButtons
      ? {
          buttons: all.map(({ id, name }) => {
            const sentence = `${name} ${words}`;
            // A longer one would be refused when it comes back.
            const fits = sentence.length <= longestCommand;
            return { title: name, command: fits ? { do: 'what-if', name: sentence } : open(id) };
          }),
        }
      : {}),
  };
}
