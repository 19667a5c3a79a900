import type { DecideReply } from '../app/register/register-reply.ts';
import type { Treatment } from '../core/register/deed.ts';
import { aboutLine } from './about-line.ts';
import { buttonRow, type ExecuteAction, mostButtons, tap } from './action.ts';
import { decisionLines, treatmentTitles } from './decision-words.ts';
import { type RiskData, riskData } from './risk-data.ts';
import type { Wording } from './wording.ts';

export interface DecideData {
  readonly speak: string;
  readonly about: string;
  readonly notes: readonly { readonly text: string }[];
  readonly risk: Pick<RiskData, 'mark' | 'color' | 'title' | 'face' | 'details' | 'reveal'>;
  readonly heading: string;
  readonly lines: readonly { readonly lead: string; readonly text: string }[];
  readonly choices: string;
  readonly actions: readonly ExecuteAction[];
}

const order: readonly Treatment[] = ['reduce', 'avoid', 'share', 'accept'];

export function decideData(reply: DecideReply, wording: Wording): DecideData {
  const { risk, about, entry, seen, notes } = reply;
  const { finding, state } = entry;
  const lines = decisionLines(entry, wording);
  const isOpen = state === 'undecided' || state === 'lapsed';
  const choices = order.map((treatment) =>
    tap(
      treatmentTitles[treatment],
      { do: 'treat', risk, treatment, seen },
      { primary: isOpen && treatment === 'reduce', withoutInputs: true },
    ),
  );
  const back = isOpen ? [] : [tap('Take it back', { do: 'withdraw', risk, seen }, { withoutInputs: true })];
  const own = [...choices, ...back];
  const [first] = lines;
  return {
    speak: wording.spoken(
      `${finding.title}. ${first ? `${first.lead}${first.text}` : 'Nobody has decided about it yet'}.`,
    ),
    about: aboutLine(about, wording),
    notes: notes.map((text) => ({ text: wording.run(text) })),
    risk: riskData(finding, 'details', wording),
    heading: isOpen ? 'What will you do about it?' : 'What was decided',
    lines,
    choices: isOpen ? explained : 'To decide otherwise, choose again.',
    actions: [...own, ...buttonRow(reply.buttons.slice(0, mostButtons - own.length), wording)],
  };
}

const explained =
  'Reduce: make it less likely or less harmful. Avoid: do it another way. Share: with a vendor or another group. Accept: live with it until a day you name.';
