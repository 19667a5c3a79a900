/** The risks of one integration, worst first, a few a card. */
import { isOpen } from '../../core/interview/interviewee.ts';
import { assess } from '../../core/judgement/assess.ts';
import { type Finding, type Severity, severities } from '../../core/judgement/finding.ts';
import { subjectName } from '../../core/landscape/landscape.ts';
import { rolesOnAll } from '../../core/landscape/roles.ts';
import type { Command } from '../command.ts';
import { mayHear } from '../guarded.ts';
import type { House, Turn } from '../house.ts';
import { nameOf } from '../interview/page.ts';
import { openScene, placeOf, type Scene } from '../interview/scene.ts';
import { button, goneNotice, noProjectNotice, say } from '../notices.ts';
import { findIntegration, fold } from '../project/integrations.ts';
import { currentProject } from '../project/membership.ts';
import type { Button, Outcome } from '../reply.ts';
import { asSeen, hiding } from '../sight.ts';
import { unquoted, unquotedEntry } from '../unquoted.ts';
import { applicationsCalled, besideMatches, withNamesakes } from './also-called.ts';
import type { FindingsReply } from './register-reply.ts';
import { entriesOf } from './risk-at.ts';
import { summaryOfName } from './summary.ts';

/** What a reader takes in at one go: four risks on a card, or four lines of what is unknown or right in the place of one. */
const perPage = 16;
const weightOf = (finding: Finding, before: Finding | undefined) => {
  if (finding.kind === 'risk' || finding.kind === 'issue') return 4;
  // What waits for the same answer is told in one line.
  return before && awaited(finding) !== '' && awaited(finding) === awaited(before) ? 0 : 1;
};
/** Later than any answer. */
const endOfTime = '9999';

/** `risks <integration>` */
export async function risks(
  house: House,
  turn: Turn,
  command: Extract<Command, { do: 'risks' }>,
): Promise<Outcome> {
  const project = await currentProject(house, turn.caller);
  if (!project) return say(noProjectNotice());
  const open = (integration: string) =>
    ({ do: 'show-risks', project: project.id, integration, page: 1 }) as const;
  const { name } = command;
  const found = await findIntegration(house, project, name, open, turn);
  const called = applicationsCalled(project, name);
  const isWhole =
    'integration' in found && [fold(found.integration.name), found.integration.id].includes(fold(name));
  // What is no integration may be an application, a person, a topic; without a name it is the project.
  if (('notice' in found && found.matches === 0) || (called.exact && !isWhole)) {
    const wider = await summaryOfName(house, turn, project, name);
    if (wider) return wider;
  }
  if ('notice' in found)
    return say(found.notice.kind === 'notice' ? besideMatches(found.notice, project, called) : found.notice);
  const scene = await openScene(house, turn, { project, integration: found.integration });
  const reply = findingsHeard(house, turn, scene, command.page);
  // A part of its name says less than the whole.
  return say(isWhole && !called.exact ? reply : withNamesakes(reply, project, called));
}

/** A card's *Risks* or *More*. */
export async function showRisks(
  house: House,
  turn: Turn,
  command: Extract<Command, { do: 'show-risks' }>,
): Promise<Outcome> {
  const place = await placeOf(house, turn, command);
  if (!place) return say(goneNotice());
  const scene = await openScene(house, turn, place);
  return say(findingsHeard(house, turn, scene, command.page));
}

export function assessScene(house: House, scene: Scene): Finding[] {
  return assess(house.content, house.calculations, scene.vantage, undefined, scene.known);
}

export function findingsReply(
  house: House,
  scene: Scene,
  page: number,
  ended = false,
  mayTell: (finding: Finding) => boolean = () => true,
): FindingsReply {
  const { vantage, who, known } = scene;
  const hides = hiding(house, vantage.project, [who.integration], who.member);
  const findings = assessScene(house, scene);
  const pages = pagesOf(findings.filter(mayTell));
  const at = Math.min(Math.max(1, page), pages.length);
  const here = pages[at - 1] ?? [];
  const raised = findings.filter(({ kind }) => kind === 'risk' || kind === 'issue');
  const unknown = findings.filter(({ kind }) => kind === 'unknown');
  // What was left open in this sitting can still be answered.
  const yours = known.standings.filter((standing) => isOpen(standing, { ...who, since: endOfTime }));
  const left = yours.length;
  return {
    kind: 'findings',
    integration: nameOf(vantage.project, who.integration),
    stage:
      house.content.stages.find(({ id }) => id === vantage.project.stage)?.title ?? vantage.project.stage,
    counts: countBySeverity(raised),
    guarded: countBySeverity(raised.filter((finding) => !mayTell(finding))),
    unknown: unknown.length,
    ofProject: unknown.filter(({ subject }) => subject.scope === 'project').length,
    assertions: findings.filter(({ kind }) => kind === 'assertion').length,
    unasked: known.standings.filter(
      ({ question, applies, answers }) =>
        question.core && applies === 'yes' && answers.every(({ said }) => said.kind === 'passed'),
    ).length,
    untouched: isUntouched(scene),
    findings: here.map((finding) => asSeen(finding, hides)),
    entries: entriesOf(house, vantage, here).map((entry) => ({
      ...entry,
      finding: asSeen(entry.finding, hides),
    })),
    page: at,
    pages: pages.length,
    left,
    yours: yours.map(({ question, subject }) => `${question.key}@${subjectName(vantage, subject)}`),
    held: rolesOnAll(who.member),
    ended,
    buttons: buttonsFor(scene, left > 0),
  };
}

/** What has to be found out before an unknown can be judged; nothing for what is judged. */
function awaited({ kind, waitingFor: [first] }: Finding): string {
  return kind === 'unknown' && first ? `${first.question}@${first.about}` : '';
}

/** One question on one place: the unknowns that wait for one answer follow the first of them. */
function byQuestion(findings: readonly Finding[]): Finding[] {
  const places = new Map<string, number>();
  const placeOf = (finding: Finding, at: number) => {
    const key = awaited(finding) || finding.id;
    places.set(key, places.get(key) ?? at);
    return places.get(key) ?? at;
  };
  return findings
    .map((finding, at) => ({ finding, place: placeOf(finding, at) }))
    .sort((one, other) => one.place - other.place)
    .map(({ finding }) => finding);
}

function pagesOf(findings: readonly Finding[]): Finding[][] {
  const pages: Finding[][] = [[]];
  let weight = 0;
  let before: Finding | undefined;
  for (const finding of byQuestion(findings)) {
    weight += weightOf(finding, before);
    before = finding;
    if (weight > perPage) {
      pages.push([]);
      weight = weightOf(finding, undefined);
    }
    pages.at(-1)?.push(finding);
  }
  return pages;
}

function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0 };
  for (const severity of severities)
    counts[severity] = findings.filter((each) => each.severity === severity).length;
  return counts;
}

/** Nobody has said anything about the integration itself, whatever is known of its applications and the project. */
function isUntouched({ who: { integration } }: Scene): boolean {
  return integration.answers.every(({ by, said }) => by.kind !== 'person' || said.kind === 'passed');
}

function buttonsFor(scene: Scene, more: boolean): Button[] {
  const { vantage, who } = scene;
  const command = {
    do: 'open-interview',
    project: vantage.project.id,
    integration: who.integration.id,
  } as const;
  const first = isUntouched(scene)
    ? [{ title: 'Start the interview', command, primary: true } as const]
    : [{ title: 'Answer more', command }].filter(() => more);
  return [...first, button('change'), button('list')];
}

/** In a shared conversation nobody is quoted, and of what is guarded only the counts are told. */
function findingsHeard(house: House, turn: Turn, scene: Scene, page: number): FindingsReply {
  const reply = findingsReply(house, scene, page, false, ({ topic }) => mayHear(turn, topic));
  if (turn.caller.conversation.kind === 'personal') return reply;
  return {
    ...reply,
    left: 0,
    yours: [],
    findings: reply.findings.map(unquoted),
    entries: reply.entries.map(unquotedEntry),
    // What a person has said or can still say is for their personal chat.
    buttons: reply.buttons.filter(({ command }) => command.do !== 'change'),
  };
}
