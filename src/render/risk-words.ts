/** The sentences of a risk. */
import type { Evidence, Finding, NextStep, Withheld } from '../core/judgement/finding.ts';
import { dash, day } from './counting.ts';
import type { Wording } from './wording.ts';

/** "Dana Fox (3 March 2026): Accountable owner – a team or mailbox"; who says two things in a row is named once. */
export function quotes(all: readonly Evidence[], subject: string, wording: Wording): string {
  let before = '';
  const each = all.map(({ by, at, label, about, words, stale, withheld }) => {
    if (withheld) {
      before = '';
      return withheldWords(withheld, about === subject ? label : `${label} of ${about}`, wording);
    }
    const who = wording.run(by.name, 60) + (by.kind === 'file' ? `, line ${by.line}` : '');
    const speaker = `${who} (${day(at)}${stale ? ', to be confirmed' : ''}): `;
    const what = about === subject ? label : `${label} of ${about}`;
    const said = `${wording.run(what, 120)}${dash}${wording.run(words)}`;
    const text = speaker === before ? said : speaker + said;
    before = speaker;
    return text;
  });
  return each.join('; ');
}

/** "Accountable owner – two people have answered; give your answer first" */
function withheldWords({ answers, why }: Withheld, what: string, wording: Wording): string {
  const people = answers === 1 ? 'somebody has' : `${answers} people have`;
  const rule =
    why === 'own-first' ? 'give your answer first' : 'kept for who manages the project or its security';
  return `${wording.run(what, 120)}${dash}${people} answered; ${rule}`;
}

/** "Name one accountable owner – the project manager, due by the end of Initiate" */
export function stepInWords({ action, owner, stage }: NextStep, wording: Wording): string {
  return `${wording.sentence(action).replace(/\.$/, '')}${dash}${wording.role(owner)}, due by the end of ${wording.stage(stage)}`;
}

/** Behind "Why and how sure". What says most comes first: where there is no room, the end is cut. */
export function restOf(finding: Finding, wording: Wording): string[] {
  const { cause, event, probability, impact, reasoning, clears, cites, steps, working } = finding;
  const [first, ...further] = steps;
  const chain = [cause, event].filter(Boolean).map((part) => phrase(part, wording));
  const score = `likelihood ${probability} of 5 × impact ${impact} of 5 = ${probability * impact} of 25`;
  const then = further.map(({ action, owner }) => `${phrase(action, wording)} (${wording.role(owner)})`);
  const paragraphs = [
    ['How it comes about', chain.join(' → ')],
    ['How sure', `${score}. ${wording.run(reasoning.join(' '))}`],
    ['Cleared when', wording.run(clears)],
    ['Guidance', `${wording.run(`${cites.title}, ${cites.heading}`)} (revision of ${day(cites.revision)})`],
    ['Working', wording.run(working.join('; '))],
    ['Done when', first ? wording.run(first.done) : ''],
    ['Then', then.join('; ')],
  ];
  return paragraphs.filter(([, text]) => text).map(([lead, text]) => `${lead}: ${text}`);
}

/** A sentence that goes on: without its full stop. */
function phrase(sentence: string, wording: Wording): string {
  return wording.run(sentence).replace(/\.$/, '');
}
