import type { SummaryReply } from '../app/register/register-reply.ts';
import type { ItemState } from '../core/judgement/checklist.ts';
import type { Group, InHand, OpenQuestion } from '../core/register/summary.ts';
import { buttonRow, type ExecuteAction, pageTurns, type ToggleAction, toggle } from './action.ts';
import { shiftsInWords } from './compare-data.ts';
import { counted, dash, day, digits, inWords, listed, midSentence, sentenceCase } from './counting.ts';
import { headline as countsInWords } from './findings-data.ts';
import { type HeatMapData, heatMap } from './heat-map.ts';
import { stepInWords } from './risk-words.ts';
import { themeSentences } from './theme-sentences.ts';
import { wayToKnow } from './unknown-text.ts';
import type { Wording } from './wording.ts';

export interface SummaryData {
  readonly speak: string;
  readonly about: string;
  readonly headline: string;
  readonly state: string;
  /** What it is about, how bad, what to decide. */
  readonly sentences: readonly { readonly lead: string; readonly text: string }[];
  /** What has changed since the latest milestone. */
  readonly since: string;
  readonly guarded: string;
  readonly gate: readonly { readonly lead: string; readonly text: string }[];
  readonly risksHeading: string;
  readonly risks: readonly GroupData[];
  readonly map: HeatMapData;
  readonly topics: readonly { readonly x: string; readonly y: number }[];
  readonly isCharted: boolean;
  /** The same where no chart is drawn, a line for each. */
  readonly topicLines: string;
  readonly open: readonly { readonly ask: string; readonly on: string }[];
  readonly coverage: string;
  readonly isWhole: boolean;
  /** What the risks are about and what nobody has said, once it is asked for. */
  readonly more: readonly ToggleAction[];
  readonly actions: readonly ExecuteAction[];
}

interface GroupData {
  readonly mark: string;
  readonly color: 'Attention' | 'Default';
  readonly title: string;
  /** Each on a line of its own; empty where there is nothing to say. */
  readonly on: string;
  readonly why: string;
  readonly next: string;
}

const mostTopics = 6;
const longestBar = 8;
/** A chart of smaller counts has fractions on its axis, and no client can be told otherwise. */
const leastCharted = 4;
const mostOpen = 3;
/** Names after which the rest is counted. */
const mostNames = 3;
const mostPlaces = 2;
/** Below this there is so much to say that what is said twice is said once. */
const roomy = 300;

export function summaryData(reply: SummaryReply, wording: Wording): SummaryData {
  const sentences = themeSentences(reply, wording);
  const isFirst = reply.page === 1;
  const raised = reply.groups.length > 0;
  const isGate = reply.of.scope === 'gate';
  const risks = reply.groups.map((group) => groupData(group, wording));
  const open = isFirst
    ? reply.open.slice(0, mostOpen).map((each) => openData(each, reply.held, wording))
    : [];
  // The three largest stand in the first sentence, too.
  const about =
    isFirst && reply.themes.length > 1 && !isGate && wording.room >= roomy
      ? topics(reply, wording)
      : { topics: [], isCharted: false, topicLines: '' };
  // A whole project has most to say; of a part all is shown at once.
  const isWhole = reply.of.scope === 'project';
  const hidden = [...(about.topics.length > 0 ? ['topics'] : []), ...(open.length > 0 ? ['open'] : [])];
  return {
    speak: wording.spoken(
      `${reply.name}. ${headline(reply)}. ${sentences.map(({ lead, text }) => lead + text).join(' ')}`,
    ),
    about: aboutLine(reply, wording),
    headline: headline(reply),
    state: state(reply, wording),
    sentences: isFirst ? [...sentences, ...leftBetween(reply, wording)] : [],
    since: isFirst ? sinceLine(reply, wording) : '',
    guarded:
      reply.guarded > 0
        ? `${sentenceCase(counted(reply.guarded, 'risk'))} on sensitive data ${reply.guarded === 1 ? 'is' : 'are'} counted here and shown in personal chat only.`
        : '',
    gate: isFirst ? gateLines(reply, wording) : [],
    risksHeading: raised ? risksHeading(reply) : '',
    // Of the whole project the step that matters is what there is to decide, and a button leads to the rest.
    risks: isWhole ? risks.map((risk) => ({ ...risk, next: '' })) : risks,
    map: isFirst && raised && !isGate ? heatMap(reply.matrix) : { rows: [], lines: '' },
    ...about,
    open,
    // How much the whole project has answered is not for one person.
    coverage: isFirst && !reply.person ? coverage(reply) : '',
    isWhole,
    more: isWhole && hidden.length > 0 ? [toggle(moreOf(hidden), ...hidden)] : [],
    actions: buttonRow(
      reply.buttons,
      wording,
      pageTurns(reply, (page) => ({ do: 'show-summary', project: reply.project.id, of: reply.of, page })),
    ),
  };
}

/** "Two critical risks, one of them accepted" */
function headline(reply: SummaryReply): string {
  if (isUnanswered(reply)) return 'Nothing can be said yet';
  const { counts, accepted } = reply;
  const raised = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (accepted === 0) return countsInWords(reply);
  const share = accepted < raised ? `${inWords(accepted)} of them ` : raised > 1 ? 'all of them ' : '';
  return `${countsInWords(reply)}, ${share}accepted`;
}

/** No risk found is good news only where somebody was asked. */
function isUnanswered({ counts, unknown, right, coverage: { answered, unsure } }: SummaryReply): boolean {
  const found = Object.values(counts).reduce((sum, count) => sum + count, unknown + right);
  return found + answered + unsure === 0;
}

/** Says what it opens. */
function moreOf(hidden: readonly string[]): string {
  return `More: ${listed(hidden.map((id) => (id === 'topics' ? 'by topic' : 'open questions')))}`;
}

const titles: Readonly<Record<SummaryReply['of']['scope'], string>> = {
  project: '',
  application: 'Application',
  integration: 'Integration',
  person: 'Person',
  topic: 'Topic',
  gate: 'End of',
};

function aboutLine({ project, of, name }: SummaryReply, wording: Wording): string {
  const where = wording.run(project.name, 80);
  if (of.scope === 'project') return where;
  return `${titles[of.scope]} ${wording.run(name, 80)} · ${where}`;
}

function state(reply: SummaryReply, wording: Wording): string {
  const { stage, integrations, unknown, right, person, page, pages } = reply;
  const counts = person
    ? [
        `owns ${digits(person.owned)}`,
        `${digits(person.toDo)} to work on`,
        person.toAnswer === 1
          ? '1 waits for their answer'
          : `${digits(person.toAnswer)} wait for their answer`,
      ]
    : isUnanswered(reply)
      ? [counted(integrations, 'integration'), `0 of ${counted(reply.coverage.apply, 'question')} answered`]
      : [scope(reply), `${digits(unknown)} cannot be judged yet`, `${digits(right)} done right`];
  return [
    `Stage ${wording.stage(stage)}`,
    ...counts,
    ...(pages > 1 ? [`page ${page} of ${pages}`] : []),
  ].join(' · ');
}

/** What is counted: the same findings are many more in the whole project than at a gate, or in one of its parts. */
function scope({ of, integrations, together }: SummaryReply): string {
  const all = counted(integrations, 'integration');
  switch (of.scope) {
    case 'application':
      return `with its ${all}`;
    case 'integration':
      return together > 0
        ? `with its applications · ${counted(together, 'risk shows', 'risks show')} only beside other integrations`
        : 'with its applications';
    case 'topic':
      return `${all}, this topic only`;
    case 'gate':
      return `${all}, only what is due by then`;
    default:
      return all;
  }
}

function risksHeading({ page, rules, groups }: SummaryReply): string {
  if (page > 1) return 'And then';
  if (rules === 1) return 'What matters';
  return rules > groups.length ? `The ${groups.length} that matter most` : 'What matters most';
}

function groupData({ worst, on, decided }: Group, wording: Wording): GroupData {
  const { severity, kind, title, effect, steps } = worst;
  return {
    mark: `${sentenceCase(`${severity} ${kind}`)}${on.length > 1 ? `, ${on.length} times` : ''}${decided ? ` · ${decidedInWords(decided, wording)}` : ''}\n`,
    color: severity === 'critical' || severity === 'high' ? 'Attention' : 'Default',
    title: wording.run(title),
    on: on.length > 1 ? `\n${names(on, wording)}` : '',
    why: effect && `\n${wording.run(effect)}`,
    next: steps[0] ? `\nNext: ${midSentence(stepInWords(steps[0], wording))}` : '',
  };
}

/** "accepted until 31 March 2027", "1 of 3 accepted until 31 March 2027, Lee Park has 2 of 3" */
function decidedInWords({ of, accepted, until, treated, owners }: InHand, wording: Wording): string {
  const [first] = until;
  const share = (count: number) => (count < of ? `${count} of ${of}` : '');
  const parts = [
    accepted > 0 && first
      ? `${share(accepted)} accepted${until.length > 1 ? ', the first' : ''} until ${day(first)}`.trim()
      : '',
    treated > 0
      ? `${names(owners, wording)} ${owners.length === 1 ? 'has' : 'have'} ${share(treated) || 'it'}`
      : '',
  ];
  return parts.filter(Boolean).join(', ');
}

/** "Orders, Stock, Prices and 4 more" */
function names(all: readonly string[], wording: Wording): string {
  const shown = all
    .slice(0, wording.room < roomy ? mostPlaces : mostNames)
    .map((name) => wording.run(name, 60));
  const rest = all.length - shown.length;
  return listed(rest > 0 ? [...shown, `${rest} more`] : shown);
}

function topics(
  { themes }: SummaryReply,
  wording: Wording,
): Pick<SummaryData, 'topics' | 'isCharted' | 'topicLines'> {
  const shown = themes.slice(0, mostTopics);
  const most = Math.max(...shown.map(({ raised }) => raised));
  return {
    topics: shown.map(({ topic, raised }) => ({ x: wording.plain(topic, 40), y: raised })),
    isCharted: most >= leastCharted,
    topicLines: shown
      .map(({ topic, raised, worst }) => {
        const bar = '■'.repeat(Math.max(1, Math.round((raised / most) * longestBar)));
        return `${bar} ${raised} · ${wording.run(topic, 40)}, worst ${worst}`;
      })
      .join('\n'),
  };
}

/** What people have to settle, and what one of them alone has seen. */
function leftBetween({ differences = 0, seen }: SummaryReply, wording: Wording): SummaryData['sentences'] {
  const settle = `${counted(differences, 'question')} ${differences === 1 ? 'is' : 'are'} answered differently.`;
  return [
    ...(differences > 0 ? [{ lead: 'To settle: ', text: settle }] : []),
    ...(seen ? [{ lead: 'On no list: ', text: seenLine(seen, wording) }] : []),
  ];
}

/** "2 places use the data: Sales board (seen by Dana Fox) and Tax file (seen by Lee Park)." */
function seenLine({ total, places }: NonNullable<SummaryReply['seen']>, wording: Wording): string {
  const using = `${counted(total, 'place')} ${total === 1 ? 'uses' : 'use'} the data`;
  const shown = places
    .slice(0, mostPlaces)
    .map(({ name, by }) => `${wording.run(name, 60)} (seen by ${names(by, wording)})`);
  const rest = total - shown.length;
  if (shown.length === 0) return `${using}.`;
  return `${using}: ${listed(rest > 0 ? [...shown, `${rest} more`] : shown)}.`;
}

function sinceLine({ since }: SummaryReply, wording: Wording): string {
  if (!since) return '';
  const told = shiftsInWords(since.counts, digits);
  return `Since ${wording.run(since.name, 60)} (${day(since.at)}): ${told || 'no risk has changed'}.`;
}

function openData(
  question: OpenQuestion,
  held: SummaryReply['held'],
  wording: Wording,
): SummaryData['open'][number] {
  const { label, on } = question;
  return {
    ask: `${wording.run(label, 60)}: ${wayToKnow(question, held, wording)}`,
    on: `\n${names(on, wording)}`,
  };
}

function coverage({ coverage: { apply, answered, unsure } }: SummaryReply): string {
  if (apply === 0) return '';
  const percent = Math.floor((answered / apply) * 100);
  const share = answered > 0 && percent === 0 ? 'less than 1 %' : `${percent} %`;
  const told = `${digits(answered)} of ${counted(apply, 'question')} that apply ${apply === 1 ? 'is' : 'are'} answered (${share})`;
  return unsure > 0
    ? `${told}, and ${unsure === 1 ? 'once' : `${digits(unsure)} times`} nobody knew.`
    : `${told}.`;
}

const states: readonly { readonly state: ItemState; readonly lead: string }[] = [
  { state: 'open', lead: 'Open' },
  { state: 'not-known', lead: 'Not known' },
  { state: 'met', lead: 'Met' },
];

/** Item by item, what is open first; where an item is met there is nothing to look for. */
function gateLines({ gate = [] }: SummaryReply, wording: Wording): SummaryData['gate'] {
  return states.flatMap(({ state, lead }) => {
    const items = gate.filter((item) => item.state === state);
    const lines = items.map(({ text, open, notKnown }) => {
      const where = state === 'open' ? open : state === 'not-known' ? notKnown : [];
      return `\n${wording.run(text)}${where.length > 0 ? `${dash}${places(where, wording)}` : ''}`;
    });
    return items.length > 0
      ? [{ lead: `${lead}: ${items.length} of ${gate.length}`, text: lines.join('') }]
      : [];
  });
}

function places(where: readonly string[], wording: Wording): string {
  return where.length > mostPlaces ? `in ${where.length} places` : names(where, wording);
}
