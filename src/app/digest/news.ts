/** What has changed since the digest before, and why. */
import { type Severity, severities } from '../../core/judgement/finding.ts';
import type { Member, Project } from '../../core/landscape/landscape.ts';
import { type Cause, causeFinder } from '../../core/register/cause.ts';
import { contentDigests } from '../../core/register/content-digests.ts';
import { type Change, changesByRule, type Drift, driftSince, type Shift } from '../../core/register/drift.ts';
import type { Milestone } from '../../core/register/milestone.ts';
import { causeLine } from '../register/cause-line.ts';
import type { CauseLine } from '../register/compare-reply.ts';
import { generalTitle } from '../register/general-title.ts';
import { hiding, isHidden } from '../sight.ts';
import { causeSentence } from './cause-sentence.ts';
import { capital, counted, countWords, listed } from './day-words.ts';
import type { Advice } from './decision.ts';
import { called, type Ground } from './ground.ts';
import { nextFor } from './next.ts';
import { settledSince } from './settled.ts';

export interface News {
  /** Nothing has come of the week that the project's risks would show, and nobody said anything. */
  readonly isQuiet: boolean;
  readonly opening: string;
  readonly lines: readonly string[];
}

const mostLines = 3;
/** Of one rule over many, so many are looked into for their causes. */
const lookedInto = 3;
const mostCauses = 2;
const mostNamed = 3;

/** `advice`: stands above, and needs no second mention. */
export function newsSince(ground: Ground, since: Milestone, advice?: Advice): News {
  const { house, project, judged, today } = ground;
  const { content, calculations } = house;
  const drift = driftSince(since, project, judged.integrations, judged.findings, contentDigests(content));
  const now = { project, integrations: judged.integrations };
  const causesOf = causeFinder({ content, calculations, milestone: since, now, today });
  const hides = hiding(house, project, judged.integrations, memberFor(project, ground.reader));
  const groups = changesByRule(drift.changes.filter(isNews));
  const told = mostTelling(groups);
  const speakers = whoSpoke(ground, since.at);
  const settled = settledSince(ground, since);
  return {
    isQuiet: groups.length + settled.length === 0 && speakers.answers === 0,
    opening: [speakers.sentence, countSentence(drift)].join(' '),
    lines: [
      ...told.map((group) => {
        const topic = topicOf(group);
        const lines = group
          .slice(0, lookedInto)
          .flatMap((change) => tellingCauses(causesOf(change), topic))
          .map((cause) =>
            causeLine(cause, { content, milestone: since, now, today }, isHidden(cause, hides)),
          );
        return [
          headline(ground, group),
          ...becauseSentences(lines, ground, isGood(group)),
          ...nextFor(ground, group, advice),
        ].join(' ');
      }),
      ...settled,
    ],
  };
}

const memberFor = ({ people }: Project, { id, name }: Ground['reader']): Member =>
  people.find((each) => each.id === id) ?? { id, name, roles: [] };

/** What could not be judged before and cannot be judged now is a question, and no news. */
const isNews = ({ shift, before }: Change) => shift !== 'unknown' || before !== undefined;

const topicOf = ([change]: readonly Change[]) => (change?.after ?? change?.before)?.topic ?? '';

/** An answer to the topic's own question says most and comes last; what only opened that question comes before it. */
function tellingCauses(causes: readonly Cause[], topic: string): readonly Cause[] {
  const isOwn = (cause: Cause) => 'question' in cause && cause.question.startsWith(`${topic}.`);
  return causes.toSorted((one, other) => Number(isOwn(one)) - Number(isOwn(other)));
}

/** Two people, one sentence each: that is where it is worth while to talk. Of one person the last thing they said. */
function becauseSentences(lines: readonly CauseLine[], ground: Ground, inBrief: boolean): string[] {
  const bySpeaker = new Map(lines.map((line) => ['by' in line ? line.by : JSON.stringify(line), line]));
  return [...bySpeaker.values()].slice(-mostCauses).map((line) => causeSentence(line, ground, inBrief));
}

const isGood = ([change]: readonly Change[]) => change?.shift === 'closed' || change?.shift === 'better';

/** The worst first, and of good news at least the best: people have earned it. */
function mostTelling(groups: readonly (readonly Change[])[]): (readonly Change[])[] {
  const byWeight = groups.toSorted(
    (one, other) => placeOf(one) - placeOf(other) || other.length - one.length,
  );
  const [good, bad] = [byWeight.filter(isGood), byWeight.filter((group) => !isGood(group))];
  const first = bad.slice(0, good.length > 0 ? mostLines - 1 : mostLines);
  return [...first, ...good.slice(0, mostLines - first.length)];
}

function placeOf([change]: readonly Change[]): number {
  const noted = change?.shift === 'closed' ? change.before : change?.after;
  const shift = change?.shift === 'unknown' ? severities.length : 0;
  return shift + severities.indexOf(noted?.severity ?? 'low');
}

const leads: Readonly<Record<Shift, (severity: Severity) => string>> = {
  new: (severity) => `New, ${severity}`,
  worse: (severity) => `Worse, now ${severity}`,
  better: (severity) => `Better, now ${severity}`,
  closed: () => 'No longer a risk',
  unknown: () => 'No longer known',
};

function headline({ house, project }: Ground, group: readonly Change[]): string {
  const [worst] = group;
  const noted = worst && (worst.after ?? worst.before);
  if (!worst || !noted) return '';
  const lead = leads[worst.shift](noted.severity);
  if (group.length === 1) return `${lead}: ${noted.title}.`;
  const places = [...new Set(group.map(({ before, after }) => (after ?? before)?.about ?? ''))];
  return `${lead}: ${generalTitle(house.content, project, noted)} (${listed(places, 2)}).`;
}

function countSentence({ counts }: Drift): string {
  const parts = [
    [counts.new, 'new'],
    [counts.worse, 'worse'],
    [counts.better, 'better'],
    [counts.closed, 'gone'],
  ] as const;
  const said = parts
    .filter(([count]) => count > 0)
    .map(([count, how], at) => {
      const what = at === 0 ? counted(count, 'risk') : countWords(count);
      return `${what} ${count === 1 ? 'is' : 'are'} ${how}`;
    });
  return said.length > 0 ? `${capital(listed(said))}.` : 'The risks are the same as before.';
}

/** What a file suggested was said by nobody. */
function whoSpoke(ground: Ground, since: string) {
  const { project, judged } = ground;
  const spoken = new Map<string, { name: string; count: number }>();
  for (const { answers } of [project, ...project.applications, ...judged.integrations])
    for (const { by, at, said } of answers) {
      if (at <= since || by.kind !== 'person' || said.kind === 'passed') continue;
      const known = spoken.get(by.id) ?? { name: called(ground, by), count: 0 };
      spoken.set(by.id, { ...known, count: known.count + 1 });
    }
  const people = [...spoken.values()].sort((one, other) => other.count - one.count);
  const answers = people.reduce((sum, { count }) => sum + count, 0);
  const names = people.map(({ name }) => name);
  const sentence =
    answers === 0
      ? 'Nobody has answered anything since.'
      : `${capital(listed(names, mostNamed))} answered ${answers === 1 ? 'one question' : `${countWords(answers)} questions`}.`;
  return { answers, sentence };
}
