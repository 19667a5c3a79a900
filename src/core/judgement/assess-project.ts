/** Every finding of a whole project, each once: an application is judged once, however many integrations touch it. */
import type { Subject } from '../interview/answer.ts';
import { ageing } from '../interview/staleness.ts';
import type { Content, Limit, QuestionKey } from '../interview/topic.ts';
import {
  type Application,
  type Integration,
  type Project,
  type Vantage,
  vantages,
} from '../landscape/landscape.ts';
import { linkOf } from '../landscape/link.ts';
import { assessSubject } from './assess.ts';
import type { Calculation } from './calculation.ts';
import type { Precedents } from './docket.ts';
import { evidenceOf } from './evidence.ts';
import type { Finding } from './finding.ts';
import { inOrder, type Placed, placed } from './in-order.ts';
import { oneList } from './one-list.ts';
import { portfolioRules } from './portfolio/index.ts';
import type { Portfolio, PortfolioRule } from './portfolio/portfolio-rule.ts';
import type { PortfolioText } from './portfolio/portfolio-text.ts';
import { putIntoWords } from './portfolio/put-into-words.ts';
import { isRaised } from './portfolio/raised.ts';
import { settlementsKey } from './settlement.ts';
import { type Survey, surveyor } from './survey.ts';
import type { View } from './view.ts';

/**
 * What was judged before. Whoever judges a project again and again keeps one and hands it in: then only what has changed
 * is judged, and what lies unchanged on file is known by its identity.
 */
export type Memory = WeakMap<object, Judged>;

interface Judged {
  /** All that the judgement rested on: what all of one project share, */
  readonly common: readonly unknown[];
  /** and the applications that it saw. */
  readonly applications: readonly Application[];
  readonly placed: Placed;
  /** Those of them that are risks or issues. */
  readonly raised: readonly Finding[];
  /** What portfolio rules have taken from an integration. */
  readonly taken: readonly unknown[];
}

/** A portfolio rule with its words; one without words is not used. */
interface Worded {
  readonly rule: PortfolioRule;
  readonly text: PortfolioText;
}

export function assessProject(
  content: Content,
  calculations: readonly Calculation[],
  project: Project,
  integrations: readonly Integration[],
  memory?: Memory,
  today?: string,
): Finding[] {
  const { applications, answers, stage, dates, name } = project;
  const look = surveyor(content, calculations, project);
  const precedents: Precedents = new Map();
  const vantageOf = vantages(project, today);
  const dated = today === undefined ? {} : { today };
  const ages = ageing(content, project, today);
  const rules = wordedRules(content).filter(({ rule }) => rule.isAbout?.(project) ?? true);
  // Rules that look at the same take it once.
  const takes = [...new Set(rules.map(({ rule }) => rule.take))];
  const core = coreOf(content);
  let common: readonly unknown[] = [
    content,
    calculations,
    answers,
    stage,
    dates,
    name,
    ages.key,
    settlementsKey(project.deeds),
    ...takes,
  ];
  const judge = (
    about: object,
    subject: Subject,
    vantage: Vantage,
    take = (_: Survey): readonly unknown[] => [],
  ): Judged => {
    const before = memory?.get(about);
    // Compared once, and known by its identity then: a thousand of them share it.
    if (before && isSame(before.common, common)) common = before.common;
    if (before?.common === common && isSame(before.applications, vantage.applications)) return before;
    const known = look(vantage);
    const findings = assessSubject(content, calculations, vantage, subject, known, precedents);
    const judged = {
      common,
      applications: vantage.applications,
      placed: placed(findings, content),
      raised: findings.filter(isRaised),
      taken: take(known),
    };
    memory?.set(about, judged);
    return judged;
  };
  const alone = integrations.map((integration) => {
    const subject = { scope: 'integration', id: integration.id } as const;
    return judge(integration, subject, vantageOf(integration), (known) => {
      const facts = known.from(subject);
      const link = linkOf(integration, facts);
      const member = { content, project, integration, facts, link, core, put: putIn(facts) };
      return takes.map((take) => take(member));
    });
  });
  const shared = applications.map((application) => {
    const subject = { scope: 'application', id: application.id } as const;
    return judge(application, subject, { project, applications: [application], ...dated });
  });
  const whole = { project, applications: [], ...dated };
  const ofProject = assessSubject(content, calculations, whole, { scope: 'project' }, look(whole));
  const about = [...alone, ...shared];
  const raised = oneList([...about.map((each) => each.raised), ofProject.filter(isRaised)]);
  const portfolio: Portfolio = {
    content,
    project,
    integrations,
    facts: look(whole).from({ scope: 'project' }),
    factsOf: (application) => factsOf(application, project, look),
    raised,
    limit: (id) => limitOf(content, id),
    evidence: (reason) => evidenceOf(reason, content, ages),
  };
  const taken = byTake(alone, takes.length);
  const together = rules.flatMap(({ rule, text }) => {
    return rule
      .look(taken[takes.indexOf(rule.take)] ?? [], portfolio)
      .flatMap((sighting) => putIntoWords(sighting, text, content, project, portfolio.facts) ?? []);
  });
  return inOrder([
    ...about.map((each) => each.placed),
    ...[ofProject, ...together.map((finding) => [finding])].map((each) => placed(each, content)),
  ]);
}

/** The findings about several integrations together, which no single interview shows. */
export function assessPortfolio(
  content: Content,
  calculations: readonly Calculation[],
  project: Project,
  integrations: readonly Integration[],
): Finding[] {
  const keys = new Set(content.portfolio.map(({ key }) => key));
  return assessProject(content, calculations, project, integrations).filter(({ rule }) => keys.has(rule));
}

/** What portfolio rules have taken, in one go through all integrations: most have nothing for most rules. */
function byTake(judged: readonly Judged[], takes: number): readonly (readonly unknown[])[] {
  const taken = Array.from({ length: takes }, (): unknown[] => []);
  for (const each of judged) {
    for (const [at, mine] of taken.entries()) {
      const what = each.taken[at];
      if (what !== undefined) mine.push(what);
    }
  }
  return taken;
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one === other || (one.length === other.length && one.every((part, at) => part === other[at]));
}

function factsOf(application: Application, project: Project, look: (vantage: Vantage) => Survey) {
  return look({ project, applications: [application] }).from({ scope: 'application', id: application.id });
}

/** The questions of the core path about the integration itself to which something is on file. */
function putIn({ heard }: View): readonly QuestionKey[] {
  const own = heard.find(({ subject }) => subject.scope === 'integration');
  return (own?.questions ?? []).flatMap(({ question: { core, key } }) => (core ? key : []));
}

function wordedRules(content: Content): readonly Worded[] {
  return portfolioRules.flatMap((rule) => {
    const text = content.portfolio.find(({ key }) => key === `portfolio.${rule.id}`);
    return text ? [{ rule, text }] : [];
  });
}

function coreOf(content: Content): readonly QuestionKey[] {
  return content.topics.flatMap(({ questions }) =>
    questions.flatMap(({ core, scope, key }) => (core && scope === 'integration' ? [key] : [])),
  );
}

function limitOf(content: Content, id: string): Limit {
  const limit = content.limits.find((candidate) => candidate.id === id);
  if (!limit) throw new Error(`no limit is called ${id}`);
  return limit;
}
