/** A card as plain text, a line for each block. Read off the card itself, so the two always say the same. */

/** What is looked at of an element or action; everything is optional because elements differ. */
interface Part {
  readonly type?: string;
  readonly isVisible?: boolean;
  readonly text?: string;
  readonly title?: string;
  readonly label?: string;
  readonly value?: string;
  readonly placeholder?: string;
  readonly selectAction?: Part;
  readonly fallback?: Part;
  readonly inlines?: readonly Part[];
  readonly items?: readonly Part[];
  readonly columns?: readonly Part[];
  readonly body?: readonly Part[];
  readonly facts?: readonly Part[];
  readonly choices?: readonly Part[];
  readonly actions?: readonly Part[];
}

export function textOf(card: object): string {
  return linesOf(card as Part).join('\n');
}

function linesOf(part: Part): string[] {
  if (part.isVisible === false) return [];
  switch (part.type) {
    case 'AdaptiveCard':
      return (part.body ?? []).flatMap(linesOf);
    case 'Container':
      // A container that can be tapped only says what the tap does.
      return part.selectAction ? [] : (part.items ?? []).flatMap(linesOf);
    case 'ColumnSet':
      return (part.columns ?? [])
        .filter((column) => !column.selectAction)
        .flatMap((column) => (column.items ?? []).flatMap(linesOf));
    case 'TextBlock':
      return [(part.text ?? '').replace(/<\/?at>/g, '')];
    case 'RichTextBlock':
      return [(part.inlines ?? []).map(({ text }) => text ?? '').join('')];
    case 'FactSet':
      return (part.facts ?? []).map(({ title, value }) => `${title}: ${value}`);
    case 'ActionSet':
      return [(part.actions ?? []).map(({ title }) => `[${title}]`).join(' ')];
    case 'Input.ChoiceSet':
      return choiceLines(part);
    case 'Input.Text':
    case 'Input.Date':
      return [`${part.label}: ${part.value || part.placeholder || ''}`];
    default:
      // What only some clients draw has something to take its place.
      return part.fallback ? linesOf(part.fallback) : [];
  }
}

function choiceLines({ choices = [], value = '' }: Part): string[] {
  const picked = value.split(',');
  return choices.map((choice) => `${picked.includes(choice.value ?? '') ? '(x)' : '( )'} ${choice.title}`);
}
