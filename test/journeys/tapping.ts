/** A card in a client's hands: its buttons, its inputs, and what a tap sends. */
import type { CardCommand, Command } from '../../src/app/command.ts';

type Part = Readonly<Record<string, unknown>>;

/** What a person fills in, by the label of the input. */
export type Filled = Readonly<Record<string, string>>;

/** Every object of a card, in order; fallbacks are not drawn and do not count. A card is taken apart once. */
export function partsOf(card: object): readonly Part[] {
  const known = takenApart.get(card);
  if (known) return known;
  const parts: Part[] = [];
  addParts(card, parts);
  takenApart.set(card, parts);
  return parts;
}

const takenApart = new WeakMap<object, readonly Part[]>();

function addParts(value: unknown, parts: Part[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) parts.push(value as Part);
  for (const [key, inner] of Object.entries(value)) if (key !== 'fallback') addParts(inner, parts);
}

const actionsOf = (card: object) =>
  partsOf(card).filter(({ type }) => type === 'Action.Execute' || type === 'Action.Submit');
const inputsOf = (card: object) =>
  partsOf(card).filter(({ type, id }) => String(type).startsWith('Input.') && typeof id === 'string');

export const buttonsOf = (card: object): string[] => actionsOf(card).map(({ title }) => String(title));

/** What the inputs are called; what a label adds in brackets, a unit or a hint, is not part of it. */
export const labelsOf = (card: object): string[] => inputsOf(card).map(labelOf);

/** Labels of the questions of a page that nothing is filled in for yet. */
export const blanksOn = (card: object): string[] =>
  inputsOf(card)
    .filter(({ id, type, value }) => !value && type !== 'Input.Toggle' && !String(id).startsWith('aside-'))
    .map(labelOf);

function labelOf({ label, title }: Part): string {
  return String(label ?? title).replace(/ \([^()]*\)$/, '');
}

/** What a client sends: the button's data, and of every input its value or what was filled in. */
export function commandOf(card: object, title: string, filled: Filled = {}): Command {
  const button = actionsOf(card).find((action) => action.title === title);
  if (!button) throw new Error(`the card has no button called ${title}`);
  const { command } = button.data as { command: CardCommand };
  if (button.associatedInputs === 'none') return command as Command;
  const inputs: Record<string, string> = {};
  for (const { id, value } of inputsOf(card)) inputs[String(id)] = String(value ?? '');
  for (const [label, text] of Object.entries(filled)) {
    const input = inputsOf(card).find((each) => labelOf(each) === label);
    if (!input) throw new Error(`the card has no input called ${label}`);
    Object.assign(inputs, fillIn(input, text, inputs));
  }
  return { ...command, inputs } as Command;
}

/** A choice is made by its words; “I don’t know” is a choice too, or a tick under a text. */
function fillIn({ id, choices, isMultiSelect }: Part, text: string, inputs: Readonly<Filled>): Filled {
  const key = String(id);
  if (!Array.isArray(choices)) {
    const tick = `unsure:${key}`;
    return tick in inputs && text === 'I don’t know' ? { [key]: '', [tick]: 'true' } : { [key]: text };
  }
  const picked = (isMultiSelect ? text.split('; ') : [text]).filter(Boolean).map((words) => {
    const choice = (choices as { title: string; value: string }[]).find(({ title }) => title === words);
    if (!choice) throw new Error(`“${words}” is not offered; there are: ${choices.map(titleOf).join(' | ')}`);
    return choice.value;
  });
  return { [key]: picked.join(',') };
}

const titleOf = ({ title }: { title: string }) => title;
