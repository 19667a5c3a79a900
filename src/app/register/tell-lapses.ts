/** Acceptances that end with an answer: approver and owner are told, and whoever gave the answer sees it at once. */
import { assess } from '../../core/judgement/assess.ts';
import type { Finding } from '../../core/judgement/finding.ts';
import { isRaised } from '../../core/judgement/portfolio/raised.ts';
import {
  fillNames,
  type Integration,
  type Project,
  type Vantage,
  vantageOf,
} from '../../core/landscape/landscape.ts';
import { type Accepted, decisionsIn, isAcceptance } from '../../core/register/decisions.ts';
import { type History, historyOf } from '../../core/register/history.ts';
import { type Lapsed, lapsesOf } from '../../core/register/lapse.ts';
import { lapseLetters, toBeTold } from '../../core/register/lapse-letter.ts';
import { listIntegrations } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import type { PageRef } from '../interview/interview-command.ts';
import type { NotedReply } from '../interview/interview-reply.ts';
import type { Scene } from '../interview/scene.ts';
import { post } from '../reminder/outbox.ts';
import { todayOf } from '../today.ts';
import type { JudgedProject } from './judge-project.ts';

/** `page`: what the answers between the two scenes were about. Posts the letters, and says what ended. */
export async function tellLapses(
  house: House,
  turn: Turn,
  { subject }: Pick<PageRef, 'subject'>,
  before: Pick<Scene, 'vantage'>,
  after: Pick<Scene, 'vantage'>,
): Promise<NotedReply['lapsed']> {
  const { project, integration } = after.vantage;
  const ended = [
    ...endedIn(house, acceptancesIn(project), before.vantage, after.vantage),
    ...(integration ? endedIn(house, acceptancesIn(integration), before.vantage, after.vantage) : []),
  ];
  // What is said about an application or the project may carry a decision about any other integration.
  if (subject.scope !== 'integration') {
    for (const other of await listIntegrations(house.store, project.id)) {
      const acceptances = other.id === integration?.id ? [] : acceptancesIn(other);
      if (acceptances.length === 0) continue;
      const [earlier, now] = [before, after].map(({ vantage }) => vantageOf(vantage.project, other));
      if (earlier && now) ended.push(...endedIn(house, acceptances, earlier, now));
    }
  }
  return tell(house, turn, project, ended);
}

/** The same where much is written at once: the whole project as it was before, and as it is now. */
export async function tellLapsesOfAll(
  house: House,
  turn: Turn,
  before: WholeProject,
  after: WholeProject,
): Promise<NotedReply['lapsed']> {
  const acceptances = [after.project, ...after.integrations].flatMap(acceptancesIn);
  const judged = [before, after].map(({ project, integrations, findings }) => ({
    findings,
    history: historyOf(project, integrations),
  }));
  const [earlier, now] = judged;
  if (!earlier || !now) return [];
  const untitled = (accepted: Accepted) => titleOf(house, accepted, { ...after, applications: [] });
  return tell(house, turn, after.project, changedIn(house, acceptances, earlier, now, untitled));
}

/** What ended, for a card that has nothing of its own for it. */
export function lapsedLine({ title, told }: NotedReply['lapsed'][number]): string {
  const heard = told.length > 0 ? ` I tell ${told.join(' and ')}.` : '';
  return `No longer accepted: ${title}.${heard}`;
}

export interface WholeProject extends JudgedProject {
  readonly project: Project;
}

type Ended = Lapsed & { readonly title: string };

async function tell(
  house: House,
  turn: Turn,
  { home, id }: Project,
  ended: readonly Ended[],
): Promise<NotedReply['lapsed']> {
  const tenant = home.kind === 'anyone' ? turn.caller.tenant : home.tenant;
  await post(
    house,
    ended
      .flatMap(({ title, ...lapsed }) => lapseLetters(id, tenant, lapsed, title))
      .filter(({ to }) => to.kind !== 'person' || to.id !== turn.caller.id),
  );
  return ended.map(({ title, accepted: { did } }) => ({
    title,
    told: toBeTold(did.approver, did.owner)
      .filter((person) => person.id !== turn.caller.id)
      .map(({ name }) => name),
  }));
}

function acceptancesIn({ deeds }: Project | Integration): Accepted[] {
  return deeds ? [...decisionsIn(deeds).values()].filter(isAcceptance) : [];
}

/** Those that held before and do not hold now. */
function endedIn(house: House, acceptances: readonly Accepted[], before: Vantage, after: Vantage): Ended[] {
  if (acceptances.length === 0) return [];
  const [earlier, now] = [before, after].map((vantage) => ({
    findings: assess(house.content, house.calculations, vantage),
    history: historyOf(vantage.project, vantage.integration ? [vantage.integration] : []),
  }));
  if (!earlier || !now) return [];
  return changedIn(house, acceptances, earlier, now, (accepted) => titleOf(house, accepted, after));
}

interface Known {
  readonly findings: readonly Finding[];
  readonly history: History;
}

/** `untitled`: what to call a risk that is in neither. */
function changedIn(
  house: House,
  acceptances: readonly Accepted[],
  earlier: Known,
  now: Known,
  untitled: (accepted: Accepted) => string,
): Ended[] {
  return acceptances.flatMap((accepted) => {
    const isIt = (finding: Finding) => finding.id === accepted.did.finding && isRaised(finding);
    const [was, is] = [earlier.findings.find(isIt), now.findings.find(isIt)];
    if (lapsesOf(accepted, was, earlier.history, todayOf(house)).length > 0) return [];
    const lapses = lapsesOf(accepted, is, now.history, todayOf(house));
    if (lapses.length === 0) return [];
    const title = (is ?? was)?.title ?? untitled(accepted);
    return [{ accepted, lapses, title, ...(is ? { finding: is } : {}) }];
  });
}

/** Of a risk about several integrations together, which no single one shows. */
function titleOf(house: House, { did }: Accepted, vantage: Vantage): string {
  const { portfolio } = house.content;
  const text = portfolio.find(({ key }) => did.finding.startsWith(`${key}@`))?.title ?? did.finding;
  return fillNames(text, vantage, { scope: 'project' }).replace(/\{\w+\}/g, 'some integrations');
}
