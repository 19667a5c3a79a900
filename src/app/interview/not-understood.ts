/** Words that are neither an answer nor a command: what they may have meant, and a way on. */
import { listIntegrations } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { nearCommand } from '../near-command.ts';
import { button, notice } from '../notices.ts';
import { fold, shorten } from '../project/integrations.ts';
import { currentProject } from '../project/membership.ts';
import type { Button, Reply } from '../reply.ts';

interface Guess {
  readonly line: string;
  readonly buttons: readonly Button[];
}

export async function notUnderstood(
  house: House,
  turn: Turn,
  text: string,
  waiting: boolean,
): Promise<Reply> {
  const title = text ? `I do not know what to do with “${shorten(text)}”` : 'I got no text';
  const rows = text.split('\n').filter((line) => /[,;\t]/.test(line));
  const asList =
    'If it is a list: its first line has to name the columns, at least name, source_application and target_application.';
  const guess = text.includes('\n')
    ? undefined
    : (meantCommand(text) ?? (await meantPart(house, turn, text)));
  const lines = [
    ...(guess ? [guess.line] : []),
    ...(rows.length > 1 ? [asList] : []),
    'Say “help” to see what I can do.',
  ];
  const onward = [...(waiting ? (['continue'] as const) : []), 'list' as const, 'help' as const].map(button);
  const guessed = guess?.buttons ?? [];
  const others = onward.filter(({ command }) => !guessed.some((each) => each.command.do === command.do));
  return { ...notice(title, lines), buttons: [...guessed, ...others] };
}

function meantCommand(text: string): Guess | undefined {
  const near = nearCommand(text);
  if (!near) return undefined;
  const title = near.word.charAt(0).toUpperCase() + near.word.slice(1);
  return { line: `Did you mean ${near.word}?`, buttons: [{ title, command: near.command }] };
}

/** "Supplier data": both commands ask which one, where several have it in their names. */
async function meantPart(house: House, turn: Turn, text: string): Promise<Guess | undefined> {
  const part = fold(text);
  const project = part.length > 2 ? await currentProject(house, turn.caller) : undefined;
  if (!project) return undefined;
  const found = (await listIntegrations(house.store, project.id)).filter(({ name }) =>
    fold(name).includes(part),
  );
  const [first] = found;
  if (!first) return undefined;
  const name = found.length === 1 ? first.name : text.trim();
  return {
    line:
      found.length === 1
        ? `Did you mean the integration ${shorten(first.name)}?`
        : `${found.length} integrations have that in their names.`,
    buttons: [
      { title: 'Interview', command: { do: 'interview', name } },
      { title: 'Risks', command: { do: 'risks', name, page: 1 } },
    ],
  };
}
