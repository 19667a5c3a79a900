/** What waits for whoever accepted a risk: it ends soon, or they have changed what it rested on themselves. */
import { day } from '../../core/interview/answer-words.ts';
import { isRaised } from '../../core/judgement/portfolio/raised.ts';
import type { Project } from '../../core/landscape/landscape.ts';
import { decisionsIn, deedsOf, isAcceptance } from '../../core/register/decisions.ts';
import { historyOf } from '../../core/register/history.ts';
import { endedBy } from '../../core/register/lapse.ts';
import { type Acceptance, entryOf } from '../../core/register/register.ts';
import { isSameWho } from '../../core/register/who.ts';
import { addDays, type Day } from '../../core/reminder/zone.ts';
import type { Reader, WaitingItem } from '../reminder/waiting.ts';
import type { JudgedProject } from './judge-project.ts';

/** It needs somebody to decide: told of so many days ahead. */
const aheadDays = 14;

export function acceptanceItems(
  reader: Reader,
  project: Project,
  { integrations, findings }: JudgedProject,
  today: Day,
): WaitingItem[] {
  const decisions = decisionsIn(deedsOf(project, integrations));
  const history = historyOf(project, integrations);
  const known = new Map(findings.map((finding) => [finding.id, finding]));
  return [...decisions.values()].flatMap((decision) => {
    if (!isAcceptance(decision)) return [];
    const { approver, owner, until, finding: id } = decision.did;
    const finding = known.get(id);
    const isTheirs = isSameWho(approver, reader);
    if (!finding || !isRaised(finding) || !(isTheirs || isSameWho(owner, reader))) return [];
    const { acceptance } = entryOf(finding, decisions, history, today);
    if (!acceptance) return [];
    const says = isTheirs && acceptance.holds && until <= addDays(today, aheadDays);
    if (!says && !isOverBy(acceptance, reader)) return [];
    return [
      {
        key: `acceptance/${project.id}/${id}/${says ? until : 'changed'}`,
        project: project.id,
        words: {
          title: says
            ? `Your acceptance ends on ${day(until)}: ${finding.title}`
            : `No longer accepted: ${finding.title}`,
          lines: [
            says
              ? `It is about ${finding.about}. Accept it anew, or decide what to do about it.`
              : 'You changed an answer that it rested on. Accept it anew, or decide what to do about it.',
          ],
          buttons: [
            {
              title: 'Look at it again',
              command: { do: 'decide', risk: { project: project.id, finding: id } },
            } as const,
          ],
        },
      },
    ];
  });
}

/** Others get a letter about that; to whoever changed the answer it would be no news, but it is still to be decided. */
function isOverBy({ lapses }: Acceptance, { id }: Reader): boolean {
  return endedBy(lapses) === `person:${id}`;
}
