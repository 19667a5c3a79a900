/** What can be tapped. Every button carries its command; a client without Execute submits the same data. */
import type { CardCommand } from '../app/command.ts';
import type { Button } from '../app/reply.ts';
import type { Wording } from './wording.ts';

export const verb = 'bridgekeeper';
/** Teams moves a seventh button out of sight. */
export const mostButtons = 6;

interface Tap {
  readonly title: string;
  readonly data: { readonly command: CardCommand; readonly sent?: 'form' };
  readonly style?: 'positive';
  readonly associatedInputs?: 'none';
}

export interface ExecuteAction extends Tap {
  readonly type: 'Action.Execute';
  readonly verb: typeof verb;
  readonly fallback: Tap & { readonly type: 'Action.Submit' };
}

export interface LinkAction extends Pick<Tap, 'title' | 'data'> {
  readonly type: 'Action.Submit';
}

export interface ToggleAction {
  readonly type: 'Action.ToggleVisibility';
  readonly title: string;
  readonly targetElements: readonly string[];
}

/** `title` as shown, and as a screen reader says it. */
export function tap(
  title: string,
  command: CardCommand,
  how: { readonly primary?: boolean; readonly withoutInputs?: boolean; readonly form?: boolean } = {},
): ExecuteAction {
  const shared: Tap = {
    title,
    // A client may send nothing for inputs that are empty: this says that the form was sent all the same.
    data: { command, ...(how.form ? { sent: 'form' } : {}) },
    ...(how.primary ? { style: 'positive' } : {}),
    ...(how.withoutInputs ? { associatedInputs: 'none' } : {}),
  };
  return { type: 'Action.Execute', verb, ...shared, fallback: { type: 'Action.Submit', ...shared } };
}

/**
 * A way on in half the room, for a card that holds many: what comes of it is a message of its own, so the card need not be
 * replaced, and every client knows this form.
 */
export function link(title: string, command: CardCommand): LinkAction {
  return { type: 'Action.Submit', title, data: { command } };
}

export function toggle(title: string, ...targetElements: readonly string[]): ToggleAction {
  return { type: 'Action.ToggleVisibility', title, targetElements };
}

/** The buttons of a reply, and after them the card's own; at most six together. */
export function buttonRow(
  buttons: readonly Button[],
  wording: Wording,
  own: readonly ExecuteAction[] = [],
): ExecuteAction[] {
  const given = buttons.slice(0, mostButtons - own.length);
  return [
    ...given.map(({ title, command, primary }) =>
      tap(wording.plain(title, 40), command, { withoutInputs: true, primary: primary ?? false }),
    ),
    ...own,
  ];
}

/** The way to the pages before and after this one. */
export function pageTurns(
  { page, pages }: { readonly page: number; readonly pages: number },
  to: (page: number) => CardCommand,
): ExecuteAction[] {
  return [
    ...(page > 1 ? [tap('Previous page', to(page - 1), { withoutInputs: true })] : []),
    ...(page < pages ? [tap('Next page', to(page + 1), { withoutInputs: true })] : []),
  ];
}
