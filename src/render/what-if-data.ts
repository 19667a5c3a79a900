import type { AssumedLine, WhatIfReply } from '../app/what-if/what-if-reply.ts';
import { aboutIntegration } from './about-line.ts';
import { type ExecuteAction, tap } from './action.ts';
import { counted } from './counting.ts';
import type { Wording } from './wording.ts';

export interface WhatIfData {
  readonly speak: string;
  readonly about: string;
  readonly problem: string;
  readonly lines: readonly LineData[];
  readonly questions: readonly { readonly title: string; readonly value: string }[];
  readonly more: string;
  readonly style: 'expanded' | 'filtered';
  readonly ask: readonly ExecuteAction[];
  readonly kept: string;
  readonly proposals: readonly { readonly name: string; readonly by: string; readonly show: ExecuteAction }[];
  /** Empty where there are not two of them. */
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  readonly compare: readonly ExecuteAction[];
}

interface LineData {
  readonly label: string;
  readonly text: string;
}

const mostProposals = 8;

export function whatIfData(reply: WhatIfReply, wording: Wording): WhatIfData {
  const { integration, assumed, problem = '', lines } = reply;
  const place = { project: integration.project, integration: integration.id };
  const proposals = reply.proposals.slice(0, mostProposals);
  const choices =
    proposals.length < 2
      ? []
      : proposals.map(({ id, name }) => ({ title: wording.plain(name, 60), value: id }));
  return {
    speak: wording.spoken(`What if? Try out other answers about ${integration.name}. ${problem}`),
    about: aboutIntegration(integration, wording),
    problem: wording.run(problem),
    lines: assumedLines(lines, wording),
    questions: reply.questions.map(({ title, value }) => ({
      title: wording.plain(title, reply.few ? 200 : 90),
      value,
    })),
    more:
      reply.more > 0
        ? `${reply.few ? 'These matter most.' : 'Not in the list?'} There are ${counted(reply.more, 'more question')}: say “what if” and a word of it.`
        : '',
    style: reply.few ? 'expanded' : 'filtered',
    ask: [
      tap('Ask me', { do: 'what-if-ask', ...place, assumed }, { primary: true, form: true }),
      ...(reply.few && reply.more > 0
        ? [tap('All questions', { do: 'what-if-of', ...place, assumed, all: true }, { withoutInputs: true })]
        : []),
    ],
    kept: proposals.length > 0 ? `${counted(reply.proposals.length, 'proposal')} kept` : '',
    proposals: proposals.map(({ id, name, by }) => ({
      name: `${wording.run(name, 60)} `,
      by: wording.run(by, 60),
      show: tap(`Show: ${wording.plain(name, 60)}`, {
        do: 'show-proposal',
        project: integration.project,
        proposal: id,
      }),
    })),
    choices,
    compare:
      choices.length > 0
        ? [tap('Compare these two', { do: 'compare-proposals', ...place }, { form: true })]
        : [],
  };
}

/** "How often: Every day → Every hour" */
export function assumedLines(lines: readonly AssumedLine[], wording: Wording): readonly LineData[] {
  return lines.map(({ label, now, would }) => ({
    label: `${wording.run(label, 80)}: `,
    text: `${now ? wording.run(now) : 'not said yet'} → ${wording.run(would)}`,
  }));
}
