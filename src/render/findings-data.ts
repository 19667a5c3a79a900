import type { FindingsReply } from '../app/register/register-reply.ts';
import type { Finding, Severity } from '../core/judgement/finding.ts';
import { aboutIntegration } from './about-line.ts';
import { buttonRow, type ExecuteAction, pageTurns } from './action.ts';
import { counted, inWords, listed, sentenceCase } from './counting.ts';
import { type RiskData, riskData } from './risk-data.ts';
import { assertionText, type UnknownData, unknownData } from './unknown-text.ts';
import type { Wording } from './wording.ts';

export interface FindingsData {
  readonly speak: string;
  readonly ended: string;
  readonly about: string;
  readonly headline: string;
  readonly state: string;
  /** On a line of its own. */
  readonly namesake: string;
  /** As the reply orders them: worst first. */
  readonly risks: readonly RiskData[];
  readonly unknowns: readonly UnknownData[];
  readonly assertions: readonly { readonly text: string }[];
  readonly open: string;
  readonly actions: readonly ExecuteAction[];
}

export function findingsData(reply: FindingsReply, wording: Wording): FindingsData {
  const { integration, findings } = reply;
  const of = (...kinds: readonly Finding['kind'][]) => findings.filter(({ kind }) => kinds.includes(kind));
  const risks = of('issue', 'risk');
  const worst = risks[0] ? `First: ${risks[0].title}. ${risks[0].steps[0]?.action ?? ''}` : '';
  return {
    speak: wording.spoken(`${integration.name}. ${headline(reply)}. ${worst}`),
    ended: thanks(reply),
    about: aboutIntegration(integration, wording),
    headline: headline(reply),
    state: state(reply, wording),
    namesake: reply.namesake ? `\n${wording.run(reply.namesake)}` : '',
    risks: risks.map((finding, at) => {
      const entry = reply.entries.find((each) => each.finding.id === finding.id);
      const risk = { project: integration.project, finding: finding.id };
      const way = entry && ({ do: 'decide', risk } as const);
      return riskData(finding, `details-${at + 1}`, wording, entry, way);
    }),
    unknowns: unknownData(
      of('unknown'),
      { subject: integration.name, yours: reply.yours, held: reply.held },
      wording,
    ),
    assertions: of('assertion').map((finding) => ({ text: assertionText(finding, wording) })),
    open: openQuestions(reply),
    actions: buttonRow(
      reply.buttons,
      wording,
      pageTurns(reply, (page) => ({
        do: 'show-risks',
        project: integration.project,
        integration: integration.id,
        page,
      })),
    ),
  };
}

const worstFirst: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

/** "One critical and two high risks" */
export function headline({
  counts,
  unknown,
  untouched = false,
}: Pick<FindingsReply, 'counts' | 'unknown'> & { readonly untouched?: boolean }): string {
  const parts = worstFirst.filter((severity) => counts[severity] > 0);
  // No risk found is good news only where somebody was asked.
  if (parts.length === 0 && untouched) return 'Nothing has been asked about it yet';
  if (parts.length === 0) return unknown > 0 ? 'No risk found, but not all is known' : 'No risk found so far';
  const last = parts.at(-1);
  const words = listed(parts.map((severity) => `${inWords(counts[severity])} ${severity}`));
  return sentenceCase(`${words} ${last && counts[last] === 1 ? 'risk' : 'risks'}`);
}

function state(
  { stage, unknown, ofProject, assertions, page, pages }: FindingsReply,
  wording: Wording,
): string {
  return [
    `Stage: ${wording.run(stage, 40)}`,
    unknown > 0
      ? `${unknown} cannot be judged yet${ofProject > 0 ? `, ${ofProject} of them about the whole project` : ''}`
      : '',
    assertions > 0 ? `${assertions} done right` : '',
    pages > 1 ? `page ${page} of ${pages}` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Where a sitting ends, that comes first. */
function thanks({ ended, left }: FindingsReply): string {
  if (!ended) return '';
  if (left === 0) return 'Thank you, that was all I wanted to ask you here.';
  return `Thank you, that is enough for one sitting. ${counted(left, 'question for you is', 'questions for you are')} left for another time.`;
}

/** What nobody has answered, and what is left for the reader: two counts, so each says whose it is. */
function openQuestions({ unasked, left, ended, guarded, untouched, counts }: FindingsReply): string {
  // At the end of a sitting the person has just been told what is left for them, and one count is enough.
  if (ended) return '';
  const yours = left > 0 ? `${counted(left, 'question')} for you` : '';
  const anybodys =
    unasked > 0
      ? `${counted(unasked, 'main question has', 'main questions have')} no answer from anybody yet`
      : '';
  const none =
    untouched && Object.values(counts).some((count) => count > 0)
      ? 'Nobody has been asked about the integration itself yet.'
      : '';
  const both = [anybodys, yours && `${yours} ${left === 1 ? 'is' : 'are'} left`].filter(Boolean).join('; ');
  return [kept(guarded), none, both && `${both}.`].filter(Boolean).join(' ');
}

/** "Two high on sensitive data: ask me in personal chat." */
function kept(guarded: FindingsReply['guarded']): string {
  const parts = worstFirst.filter((severity) => guarded[severity] > 0);
  if (parts.length === 0) return '';
  const words = listed(parts.map((severity) => `${inWords(guarded[severity])} ${severity}`));
  return `${sentenceCase(words)} on sensitive data: ask me in personal chat.`;
}
