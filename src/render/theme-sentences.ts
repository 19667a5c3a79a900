/** For a sponsor, in few sentences: what the risks are about, how bad it can get, and what has to be decided. */
import type { SummaryReply } from '../app/register/register-reply.ts';
import type { Finding } from '../core/judgement/finding.ts';
import { counted, digits, listed, midSentence } from './counting.ts';
import type { Wording } from './wording.ts';

const mostThemes = 3;
/** As many as a summary shows at once. */
const mostCritical = 5;
/** What an impact from 1 to 5 costs. */
const costs = [
  'is a nuisance',
  'costs days',
  'costs weeks',
  'costs more than a month',
  'stops go-live or the business',
];

export function themeSentences(
  {
    themes,
    groups,
    decision,
    counts,
    late,
    accepted,
  }: Pick<SummaryReply, 'themes' | 'groups' | 'decision' | 'counts' | 'late' | 'accepted'>,
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
    ...(late > 0 && counts.critical > mostCritical
      ? [{ lead: 'Late: ', text: lateInWords(late, counts.critical) }]
      : []),
    ...(decision
      ? [
          {
            lead: 'To decide: ',
            text: `${wording.sentence(midSentence(decision.step.action)).replace(/\.$/, '')} (${wording.role(decision.step.owner)}, due by the end of ${wording.stage(decision.step.stage)}); ${helps(decision.helps, raised)}.`,
          },
        ]
      : []),
  ];
}

/** Once gates have passed nearly all is critical, and nobody can act on all of it. */
function lateInWords(late: number, critical: number): string {
  const share = late === critical ? `all ${digits(critical)}` : `${digits(late)} of the ${digits(critical)}`;
  return `${share} critical ones are so because the time to resolve them has passed. What was worst before stands first.`;
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
