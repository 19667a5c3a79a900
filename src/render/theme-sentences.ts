/** For a sponsor, in three sentences: what the risks are about, how bad it can get, and what has to be decided. */
import type { SummaryReply } from '../app/register/register-reply.ts';
import type { Finding } from '../core/judgement/finding.ts';
import { counted, listed, midSentence } from './counting.ts';
import type { Wording } from './wording.ts';

const mostThemes = 3;
/** What an impact from 1 to 5 costs. */
const costs = [
  'is a nuisance',
  'costs days',
  'costs weeks',
  'costs more than a month',
  'keeps the project from going live',
];

export function themeSentences(
  {
    themes,
    groups,
    decision,
    counts,
    accepted,
  }: Pick<SummaryReply, 'themes' | 'groups' | 'decision' | 'counts' | 'accepted'>,
  wording: Wording,
): { lead: string; text: string }[] {
  const raised = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const [worst] = groups;
  const about = themes
    .slice(0, mostThemes)
    .map(({ topic, raised: many }) => `${wording.run(midSentence(topic), 60)} (${many})`);
  return [
    ...(about.length > 0 ? [{ lead: 'What: ', text: `most weight lies in ${listed(about)}.` }] : []),
    ...(worst
      ? [
          {
            lead: 'How bad: ',
            text: `left alone, the worst ${accepted > 0 && accepted < raised ? 'that is not accepted ' : ''}${costs[worst.worst.impact - 1]}: ${sentence(titleWithin(worst.worst), wording)}.`,
          },
        ]
      : []),
    ...(decision
      ? [
          {
            lead: 'To decide: ',
            text: `${sentence(midSentence(decision.step.action), wording)} (${wording.role(decision.step.owner)}, by the end of ${wording.stage(decision.step.stage)}); ${helps(decision.helps, raised)}.`,
          },
        ]
      : []),
  ];
}

function helps(count: number, raised: number): string {
  if (count === raised) return raised === 1 ? 'it is the one risk there is' : 'every risk begins with it';
  return `${counted(count, 'risk begins', 'risks begin')} with it`;
}

/** A name that it begins with keeps its capital. */
function titleWithin({ title, about }: Finding): string {
  return title.startsWith(about) ? title : midSentence(title);
}

/** A sentence that goes on: without its full stop. */
function sentence(text: string, wording: Wording): string {
  return wording.run(text).replace(/\.$/, '');
}
