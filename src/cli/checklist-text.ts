/** The checklist of the guidance in lines of text. */
import type { ItemReport } from '../core/judgement/checklist.ts';

/** More names than that are counted. */
const named = 5;
const marks = { met: 'met', open: 'OPEN', 'not-known': 'not known' } as const;

export function checklistText(items: readonly ItemReport[]): string {
  const lines = items.flatMap(({ id, group, text, state, open, notKnown }, at) => [
    ...(items[at - 1]?.group === group ? [] : [group]),
    `  ${id.padEnd(4)}${marks[state].padEnd(11)}${text}`,
    ...(open.length > 0 ? [`      open for ${listed(open)}`] : []),
    ...(state === 'not-known' && notKnown.length > 0 ? [`      not known for ${listed(notKnown)}`] : []),
  ]);
  return `CHECKLIST\n${lines.join('\n')}\n`;
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, named).join(', ');
  return names.length > named ? `${shown} and ${names.length - named} more` : shown;
}
