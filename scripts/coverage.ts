/** Where each heading and bullet of the guidance went, what the questions ask of people, and the report on both. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Content, Question, RoleId } from '../src/core/interview/topic.ts';
import type { Calculation } from '../src/core/judgement/calculation.ts';
import { rulesOf } from '../src/core/judgement/rules.ts';
import type { Loads } from './routing-shares.ts';
import type { Share } from './severity-shares.ts';

const guidance = 'Challenges in integration projects';

/** One entry of `dialogs/coverage.yaml`. */
interface Written {
  readonly heading: string;
  /** A few words that name one of its bullets; without them the heading itself is meant. */
  readonly bullet?: string;
  readonly topics?: readonly string[];
  readonly questions?: readonly string[];
  readonly risks?: readonly string[];
}

export interface Covered {
  readonly heading: string;
  readonly bullet?: string;
  readonly questions: readonly string[];
  readonly risks: readonly string[];
  readonly steps: readonly string[];
  readonly calculations: readonly string[];
  /** What is missing, or named and not there. */
  readonly faults: readonly string[];
}

export function coverageOf(
  content: Content,
  calculations: readonly Calculation[],
  file: string,
): readonly Covered[] {
  const { covers } = parse(readFileSync(file, 'utf8')) as { readonly covers: readonly Written[] };
  const rules = rulesOf(content, calculations).all;
  return covers.map((written) => {
    const topics = content.topics.filter(({ id }) => written.topics?.includes(id));
    const questions = [
      ...topics.flatMap((topic) => topic.questions.map(({ key }) => key)),
      ...(written.questions ?? []),
    ];
    const risks = [...topics.flatMap((topic) => topic.risks.map(({ key }) => key)), ...(written.risks ?? [])];
    const judged = rules.filter(({ risk }) => risks.includes(risk.key));
    const steps = distinct(judged.flatMap(({ risk }) => risk.steps));
    const absent = [
      ...(written.topics ?? []).filter((id) => !topics.some((topic) => topic.id === id)),
      ...questions.filter((key) => !content.question.has(key)),
      ...risks.filter((key) => !content.risk.has(key)),
    ];
    return {
      heading: written.heading,
      ...(written.bullet === undefined ? {} : { bullet: written.bullet }),
      questions,
      risks,
      steps,
      calculations: distinct(judged.flatMap((rule) => rule.calculations)),
      faults: [
        ...absent.map((name) => `${name} is not there`),
        ...(questions.length === 0 ? ['no question'] : []),
        ...(risks.length === 0 ? ['no risk'] : []),
        ...(steps.length === 0 ? ['no step'] : []),
      ],
    };
  });
}

/**
 * Headings that a topic cites and that nothing in the list names; and topics that no entry leads to. A topic that rests on
 * another page than ours has nothing to cover.
 */
export function gapsIn(content: Content, covered: readonly Covered[], page = guidance): readonly string[] {
  const ours = content.topics.filter(({ cites }) => cites.title === page);
  const isOurs = (key: string) => ours.some(({ id }) => key.startsWith(`${id}.`));
  const headings = new Set(covered.map(({ heading }) => heading));
  const asked = new Set(covered.flatMap(({ questions }) => questions));
  const judged = new Set(covered.flatMap(({ risks }) => risks));
  return [
    ...ours
      .filter(({ cites }) => !headings.has(cites.heading))
      .map(({ id, cites }) => `${id} cites “${cites.heading}”, which is not listed`),
    ...[...content.question.keys()]
      .filter((key) => isOurs(key) && !asked.has(key))
      .map((key) => `${key} belongs to no heading`),
    ...[...content.risk.keys()]
      .filter((key) => isOurs(key) && !judged.has(key))
      .map((key) => `${key} belongs to no heading`),
  ];
}

export interface Burden {
  readonly role: RoleId;
  /** Questions of the core path about one ordinary integration and its two applications, and about the project. */
  readonly core: number;
  readonly coreOfProject: number;
  /** Every question that this role could ever get about one integration, all follow-ups included. */
  readonly atMost: number;
}

/** Each question goes to the role that is placed best to know, or to those whose answers are compared. */
export function burdens(content: Content): readonly Burden[] {
  const questions = [...content.question.values()];
  return content.roles.flatMap(({ id }) => {
    const asked = questions.filter((question) => askedOf(question).includes(id));
    const core = (scope: Question['scope']) =>
      asked.filter((question) => question.core && question.scope === scope).length;
    const any = questions.filter(({ roles }) => roles.includes(id) || alsoOwner(roles, id));
    const burden = {
      role: id,
      core: core('integration') + core('application') * ends(id),
      coreOfProject: core('project'),
      atMost: any.reduce((sum, { scope }) => sum + (scope === 'application' ? ends(id) : 1), 0),
    };
    return burden.atMost > 0 ? [burden] : [];
  });
}

/** The owner of either end is meant by "the application owner". */
function askedOf({ compare, roles }: Question): readonly RoleId[] {
  const named = compare.length > 0 ? compare : roles.slice(0, 1);
  return named.flatMap((role) => (role === 'application-owner' ? ['source-owner', 'target-owner'] : [role]));
}

function alsoOwner(roles: readonly RoleId[], id: RoleId): boolean {
  return roles.includes('application-owner') && (id === 'source-owner' || id === 'target-owner');
}

/** An owner answers for one application, everybody else for both. */
function ends(role: RoleId): number {
  return role === 'source-owner' || role === 'target-owner' ? 1 : 2;
}

export interface Wordy {
  readonly key: string;
  readonly words: number;
}

export function wordsOf(questions: Iterable<Question>): readonly Wordy[] {
  return [...questions]
    .map(({ key, ask }) => ({ key, words: ask.trim().split(/\s+/).length }))
    .sort((one, other) => other.words - one.words);
}

function distinct<T>(list: readonly T[]): T[] {
  return [...new Set(list)];
}

/** What the interviews promise. */
const promised = { words: 25, perPerson: 10, perTeam: 40, critical: 0.21, spared: 1 / 3 };

/** As Markdown; with what is wanting, an entry each. */
export function reportOn(
  content: Content,
  calculations: readonly Calculation[],
  file: string,
  shares: readonly Share[] = [],
  loads?: Loads,
): { readonly text: string; readonly faults: readonly string[] } {
  const covered = coverageOf(content, calculations, file);
  const words = wordsOf(content.question.values());
  const people = burdens(content);
  const title = (id: RoleId) => content.roles.find((role) => role.id === id)?.title ?? id;
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  const team = sum(people.map(({ core }) => core));
  const rules = rulesOf(content, calculations).all;
  const used = distinct(rules.flatMap((rule) => rule.calculations)).sort();
  const average = sum(words.map((each) => each.words)) / words.length;
  const text = [
    '# What the content covers',
    'Written by `npm run content -- --write`. How to add to it: [content.md](content.md).',
    '## Headings and bullets of the guidance',
    table(
      ['Heading or bullet', 'questions', 'risks', 'steps', 'calculations'],
      covered.map((each) => [
        each.bullet === undefined ? each.heading : `· ${each.bullet}`,
        each.questions.length,
        each.risks.length,
        each.steps.length,
        each.calculations.length,
      ]),
    ),
    '## Calculations, and how many risks rest on each',
    table(
      ['Calculation', 'risks'],
      used.map((id) => [id, rules.filter((rule) => rule.calculations.includes(id)).length]),
    ),
    '## Words of a question',
    `${words.length} questions, ${average.toFixed(1)} words on average. The longest:`,
    table(
      ['Question', 'words'],
      words.slice(0, 5).map((each) => [each.key, each.words]),
    ),
    '## Questions for each person',
    'On the core path: about one ordinary integration with its two applications, and once a project. At most: with all\nfollow-ups that could ever open.',
    table(
      ['Role', 'core', 'project', 'at most'],
      [
        ...people.map(({ role, core, coreOfProject, atMost }) => [title(role), core, coreOfProject, atMost]),
        ['The whole team', team, sum(people.map(({ coreOfProject }) => coreOfProject)), ''],
      ],
    ),
    ...(loads ? routingText(loads) : []),
    ...(shares.length > 0 ? severityText(shares) : []),
  ];
  return {
    text: `${text.join('\n\n')}\n`,
    faults: [
      ...covered.flatMap(({ heading, bullet, faults }) =>
        faults.map((fault) => `${[heading, bullet].filter(Boolean).join(', ')}: ${fault}`),
      ),
      ...gapsIn(content, covered),
      ...words
        .filter((each) => each.words > promised.words)
        .map((each) => `${each.key} has ${each.words} words`),
      ...people
        .filter(({ core, coreOfProject }) => core + coreOfProject > promised.perPerson)
        .map(({ role, core, coreOfProject }) => `${title(role)} gets ${core + coreOfProject} core questions`),
      ...shares
        .filter(({ severity, share }) => severity === 'critical' && share > promised.critical)
        .map(({ share }) => `${percent(share)} of what the cases raise is critical`),
      ...(loads ? routingFaults(loads) : []),
      ...(team > promised.perTeam ? [`the whole team gives ${team} core answers about one integration`] : []),
    ],
  };
}

function routingText(loads: Loads): string[] {
  const { integrations, people } = loads;
  return [
    '## Who is asked what',
    `A programme of ${integrations} integrations and ${people} people, before anybody has answered: every question to whoever is placed best,\nagainst every question to everybody whose role can know.`,
    table(
      ['', 'to the best placed', 'to everybody', 'less'],
      [
        ['Questions that reach somebody', loads.covered, loads.coveredByAll, ''],
        ['Of the person who gets most', loads.most, loads.mostOfAll, percent(spared(loads))],
        [
          'Of all together',
          loads.answers,
          loads.answersOfAll,
          percent(1 - loads.answers / loads.answersOfAll),
        ],
      ],
    ),
  ];
}

const spared = ({ most, mostOfAll }: Loads) => 1 - most / mostOfAll;

function routingFaults(loads: Loads): string[] {
  return [
    ...(loads.covered < loads.coveredByAll
      ? [`routing leaves out ${loads.coveredByAll - loads.covered} questions that somebody could answer`]
      : []),
    ...(spared(loads) < promised.spared
      ? [`routing spares whoever is asked most only ${percent(spared(loads))}`]
      : []),
  ];
}

function severityText(shares: readonly Share[]): string[] {
  return [
    '## How bad it is',
    'What the cases raise. Each shows a mistake as clearly as it gets; where most is critical, nobody can tell what to do\nfirst.',
    table(
      ['Severity', 'findings', 'share'],
      shares.map(({ severity, findings, share }) => [severity, findings, percent(share)]),
    ),
  ];
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

/** Words to the left, numbers to the right. */
function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  const drawn = cells.map((row) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))),
  );
  const rule = widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  const [first = [], ...others] = drawn;
  return [first, rule, ...others].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
