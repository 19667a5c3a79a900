/** How the project stands, or one part of it: counted, the worst first, and what to do. */
import { isOpenDifference } from '../../core/judgement/differences.ts';
import type { Finding } from '../../core/judgement/finding.ts';
import { isRaised } from '../../core/judgement/portfolio/raised.ts';
import { consumersQuestion } from '../../core/landscape/consumers.ts';
import type { Project } from '../../core/landscape/landscape.ts';
import { seenPlaces } from '../../core/landscape/landscape-graph.ts';
import { rolesOnAll } from '../../core/landscape/roles.ts';
import { contentDigests } from '../../core/register/content-digests.ts';
import { coverageOf } from '../../core/register/coverage.ts';
import { type Drift, driftSince } from '../../core/register/drift.ts';
import { gateItems } from '../../core/register/gate.ts';
import { type Summary, summarise } from '../../core/register/summary.ts';
import type { Command } from '../command.ts';
import { mayHear } from '../guarded.ts';
import type { House, Turn } from '../house.ts';
import { goneNotice, noProjectNotice, say, toPersonalChat } from '../notices.ts';
import { currentProject, meetHere, projectFor } from '../project/membership.ts';
import type { NoticeReply, Outcome } from '../reply.ts';
import { asSeen, type Hides, hiddenFrom } from '../sight.ts';
import { todayOf } from '../today.ts';
import { unquoted } from '../unquoted.ts';
import { decidedAmong } from './decided-among.ts';
import { differencesAmong, isGuarded } from './difference-known.ts';
import { generalTitle } from './general-title.ts';
import { type JudgedProject, judgeProject } from './judge-project.ts';
import { listMilestones } from './milestone.ts';
import type { SummaryReply } from './register-reply.ts';
import { type Named, namedSo, nameOfSubject, stageNamed } from './summary-of.ts';
import { partOf } from './summary-part.ts';
import { buttonsFor, differencesButton, unknownName, unknownStage, whichNotice } from './summary-ways.ts';

const perPage = 5;

/** `summary`, `summary <name>` */
export async function summary(
  house: House,
  turn: Turn,
  { name }: Extract<Command, { do: 'summary' }>,
): Promise<Outcome> {
  const project = await currentProject(house, turn.caller);
  if (!project) return say(noProjectNotice());
  await meetHere(house, project, turn.caller);
  return (await summaryOfName(house, turn, project, name)) ?? say(unknownName(name));
}

/** Nothing where nothing has that name. */
export async function summaryOfName(
  house: House,
  turn: Turn,
  project: Project,
  name: string,
): Promise<Outcome | undefined> {
  const judged = await judgeProject(house, project);
  const found = namedSo(house, project, judged.integrations, name);
  const [first] = found;
  if (!first) return undefined;
  return say(
    found.length === 1
      ? await summaryFor(house, turn, project, judged, first, 1)
      : whichNotice(project, found, name),
  );
}

/** `gate`, `gate <stage>` */
export async function gate(
  house: House,
  turn: Turn,
  command: Extract<Command, { do: 'gate' }>,
): Promise<Outcome> {
  const project = await currentProject(house, turn.caller);
  if (!project) return say(noProjectNotice());
  await meetHere(house, project, turn.caller);
  const stage = stageNamed(house, project, command.name);
  if (!stage) return say(unknownStage(house, project, command.name));
  const judged = await judgeProject(house, project);
  const of = { scope: 'gate', id: stage } as const;
  const name = nameOfSubject(house, project, judged.integrations, of) ?? stage;
  return say(await summaryFor(house, turn, project, judged, { of, name }, 1));
}

/** A card's button. */
export async function showSummary(
  house: House,
  turn: Turn,
  { project: id, of, page }: Extract<Command, { do: 'show-summary' }>,
): Promise<Outcome> {
  const project = await projectFor(house, turn.caller, id);
  if (!project) return say(goneNotice());
  const judged = await judgeProject(house, project);
  const name = nameOfSubject(house, project, judged.integrations, of);
  if (name === undefined) return say(goneNotice());
  return say(await summaryFor(house, turn, project, judged, { of, name }, page));
}

async function summaryFor(
  house: House,
  turn: Turn,
  project: Project,
  judged: JudgedProject,
  { of, name }: Named,
  page: number,
): Promise<SummaryReply | NoticeReply> {
  const isShared = turn.caller.conversation.kind !== 'personal';
  // What one person has to do or to answer is between them and the bot.
  if (isShared && of.scope === 'person') return toPersonalChat(`summary ${name}`);
  const { content, calculations } = house;
  const about = partOf(house, project, judged, of);
  const seen = about.findings.filter(({ topic }) => mayHear(turn, topic));
  const counted = summaryOnce(house, project, judged, about.findings);
  const shown = isShared ? summaryOnce(house, project, judged, seen) : counted;
  const pages = Math.max(1, Math.ceil(shown.groups.length / perPage));
  const at = Math.min(Math.max(1, page), pages);
  const since = of.scope === 'project' ? await sinceLatest(house, project, judged) : undefined;
  const hides = await hiddenFrom(house, turn, project);
  const left = of.scope === 'project' ? leftBetween(house, turn, project, judged, hides) : {};
  const title = (topic: string) => content.topics.find(({ id }) => id === topic)?.title ?? topic;
  return {
    kind: 'summary',
    project: { id: project.id, name: project.name },
    of,
    name,
    stage: project.stage,
    integrations: about.integrations.length,
    counts: counted.counts,
    late: counted.late,
    accepted: counted.accepted,
    unknown: counted.unknown,
    right: counted.right,
    together: about.findings.filter((each) => isRaised(each) && isOfPortfolio(content, each)).length,
    matrix: counted.matrix,
    groups: shown.groups
      .slice((at - 1) * perPage, at * perPage)
      .map((group) => ({ ...group, worst: asSeen(group.worst, hides) }))
      .map((group) => generally(house, project, isShared ? silently(group) : group)),
    rules: shown.groups.length,
    guarded: counted.raised - shown.raised,
    themes: shown.themes.map((theme) => ({ ...theme, topic: title(theme.topic) })),
    ...(shown.decision ? { decision: shown.decision } : {}),
    open: shown.open.map((question) => (isShared ? { ...question, named: [] } : question)),
    ...(isShared ? {} : { held: rolesOnAll(project.people.find(({ id }) => id === turn.caller.id)) }),
    coverage: coverageOf(content, calculations, project, about),
    ...(about.person ? { person: about.person } : {}),
    ...(since ? { since } : {}),
    ...left,
    ...(of.scope === 'gate'
      ? { gate: gateItems(content, calculations, project, judged.integrations, of.id, todayOf(house)) }
      : {}),
    page: at,
    pages,
    buttons: [
      ...buttonsFor(house, project, { of, name }, shown.groups[0]?.worst, since !== undefined),
      ...(left.differences && at === 1 && !isShared ? [differencesButton] : []),
    ],
  };
}

const isOfPortfolio = ({ portfolio }: House['content'], { rule }: Finding) =>
  portfolio.some(({ key }) => key === rule);

/** The same findings are counted once. */
const counts = new WeakMap<
  readonly Finding[],
  { readonly judged: JudgedProject; readonly summary: Summary }
>();

function summaryOnce(
  house: House,
  project: Project,
  judged: JudgedProject,
  findings: readonly Finding[],
): Summary {
  const known = counts.get(findings);
  if (known?.judged === judged) return known.summary;
  const summary = summarise(findings, decidedAmong(house, project, judged, findings));
  counts.set(findings, { judged, summary });
  return summary;
}

/** The same findings against the same milestone are compared once; one made again that day has its id, and a later time. */
const compared = new WeakMap<
  readonly Finding[],
  { readonly id: string; readonly at: string; readonly drift: Drift }
>();

async function sinceLatest(
  { content, store }: House,
  project: Project,
  { integrations, findings }: JudgedProject,
): Promise<SummaryReply['since']> {
  const latest = (await listMilestones(store, project.id)).at(-1);
  if (!latest) return undefined;
  const { id, name, at } = latest;
  let known = compared.get(findings);
  if (known?.id !== id || known.at !== at) {
    known = { id, at, drift: driftSince(latest, project, integrations, findings, contentDigests(content)) };
    compared.set(findings, known);
  }
  return { name, at, counts: known.drift.counts };
}

/** What people have to settle between them, and what one of them alone has seen. In a shared conversation: how much. */
function leftBetween(
  house: House,
  { caller }: Turn,
  project: Project,
  judged: JudgedProject,
  hides: Hides,
): Pick<SummaryReply, 'differences' | 'seen'> {
  const isShared = caller.conversation.kind !== 'personal';
  const reader = project.people.find(({ id }) => id === caller.id);
  const open = differencesAmong(house, project, judged).filter(
    (each) =>
      isOpenDifference(each) && (isShared || (reader !== undefined && !isGuarded(each, project, reader))),
  );
  const told = judged.integrations.filter(
    ({ id }) => !hides(consumersQuestion, { scope: 'integration', id }),
  );
  const { content, calculations } = house;
  const seen = seenPlaces(content, calculations, project, isShared ? judged.integrations : told);
  const places = isShared ? [] : seen.map(({ name, seenBy = [] }) => ({ name, by: seenBy }));
  return {
    ...(open.length > 0 ? { differences: open.length } : {}),
    ...(seen.length > 0 ? { seen: { total: seen.length, places } } : {}),
  };
}

/** What is true of several is not told by the name of one of them. */
function generally(
  { content }: House,
  project: Project,
  group: SummaryReply['groups'][number],
): SummaryReply['groups'][number] {
  const { worst, on } = group;
  return on.length > 1
    ? { ...group, worst: { ...worst, title: generalTitle(content, project, worst) } }
    : group;
}

/** Nobody is quoted. */
function silently(group: SummaryReply['groups'][number]): SummaryReply['groups'][number] {
  return { ...group, worst: unquoted(group.worst) };
}
