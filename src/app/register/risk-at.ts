/** The one risk that a card names: what is known about it, and what people decided. */
import { createHash } from 'node:crypto';
import { type Subject, subjectKey } from '../../core/interview/answer.ts';
import { assess } from '../../core/judgement/assess.ts';
import type { Finding } from '../../core/judgement/finding.ts';
import { isRaised } from '../../core/judgement/portfolio/raised.ts';
import { canonicalText } from '../../core/landscape/canonical.ts';
import { type Integration, type Project, type Vantage, vantageOf } from '../../core/landscape/landscape.ts';
import { type Decisions, decisionsIn } from '../../core/register/decisions.ts';
import type { Deed, FindingId } from '../../core/register/deed.ts';
import { historyOf } from '../../core/register/history.ts';
import { type Entry, entryOf, groundOf } from '../../core/register/register.ts';
import { readIntegration } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import type { About } from '../interview/interview-reply.ts';
import { aboutSubject } from '../interview/page.ts';
import { memberOf, projectFor } from '../project/membership.ts';
import { type Hides, hiddenFrom } from '../sight.ts';
import { todayOf } from '../today.ts';
import { judgeProject } from './judge-project.ts';

export interface RiskPlace {
  readonly project: Project;
  readonly subject: Subject;
  /** Where it is about one. */
  readonly integration?: Integration;
  readonly vantage: Vantage;
  readonly about: About;
  /** What the caller has yet to answer before they see what others said. */
  readonly hides: Hides;
  /** Absent where it is no risk any more, or not yet. */
  readonly entry?: Entry;
}

/** Nothing where the rule or its subject does not exist, or is not the caller's. The caller becomes a member. */
export async function riskAt(
  house: House,
  turn: Turn,
  named: { readonly project: string; readonly finding: FindingId },
): Promise<RiskPlace | undefined> {
  const rule = named.finding.slice(0, named.finding.lastIndexOf('@'));
  const isOfPortfolio = house.content.portfolio.some(({ key }) => key === rule);
  if (!isOfPortfolio && !house.content.risk.has(rule)) return undefined;
  const place = await subjectAt(house, turn, named.project, named.finding.slice(rule.length + 1));
  if (!place) return undefined;
  const { project, integration } = place;
  const judged = isOfPortfolio
    ? await judgeProject(house, project)
    : {
        integrations: integration ? [integration] : [],
        findings: assess(house.content, house.calculations, place.vantage, [place.subject]),
      };
  const finding = judged.findings.find(({ id }) => id === named.finding);
  if (!finding || !isRaised(finding)) return place;
  const decisions = decisionsIn(project.deeds, integration?.deeds);
  return {
    ...place,
    entry: entryOf(finding, decisions, historyOf(project, judged.integrations), todayOf(house)),
  };
}

/** What a step or a finding is about, by its `subjectKey`. */
export async function subjectAt(
  house: House,
  turn: Turn,
  id: string,
  key: string,
): Promise<Omit<RiskPlace, 'entry'> | undefined> {
  const project = await projectFor(house, turn.caller, id);
  if (!project) return undefined;
  const subject = await readSubject(house, project, key);
  if (!subject) return undefined;
  const member = await memberOf(house, project, turn.caller);
  const isKnown = project.people.some(({ id: each }) => each === member.id);
  const known = isKnown ? project : { ...project, people: [...project.people, member] };
  const { integration, ...rest } = subject;
  const vantage = integration
    ? vantageOf(known, integration, todayOf(house))
    : {
        project: known,
        applications: known.applications.filter(
          (application) => 'id' in rest.subject && application.id === rest.subject.id,
        ),
      };
  return {
    project: known,
    ...subject,
    vantage,
    about: aboutSubject(vantage, subject.subject),
    hides: await hiddenFrom(house, turn, known),
  };
}

async function readSubject(
  house: House,
  project: Project,
  key: string,
): Promise<Pick<RiskPlace, 'subject' | 'integration'> | undefined> {
  if (key === 'project') return { subject: { scope: 'project' } };
  const [scope, id = ''] = key.split(':', 2);
  if (scope === 'application' && project.applications.some((application) => application.id === id))
    return { subject: { scope, id } };
  const integration =
    scope === 'integration' ? await readIntegration(house.store, project.id, id) : undefined;
  return integration && { subject: { scope: 'integration', id }, integration };
}

/** The decisions about findings of a scene: those of its project and those of its integration. */
export function entriesOf(
  house: House,
  { project, integration }: Vantage,
  findings: readonly Finding[],
): Entry[] {
  const decisions: Decisions = decisionsIn(project.deeds, integration?.deeds);
  const history = historyOf(project, integration ? [integration] : []);
  return findings.filter(isRaised).map((finding) => entryOf(finding, decisions, history, todayOf(house)));
}

/** What a card showed of a risk: the decision, and the facts. Told apart so that an old card can say what has changed. */
export function seenOf({ finding, decided }: Entry): { readonly decision: string; readonly facts: string } {
  // An import writes the keys of an answer in another order; that changes nothing.
  const facts = canonicalText([groundOf(finding), finding.probability, finding.impact]);
  return {
    decision: decided?.turn ?? '',
    facts: createHash('sha256').update(facts).digest('hex').slice(0, 16),
  };
}

/** The document a deed about this subject belongs into. */
export function deedsAt({
  project,
  integration,
  subject,
}: Pick<RiskPlace, 'project' | 'integration' | 'subject'>): readonly Deed[] {
  return (subject.scope === 'integration' ? integration?.deeds : project.deeds) ?? [];
}

export const keyOf = ({ subject }: RiskPlace): string => subjectKey(subject);
