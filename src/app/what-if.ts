/** `what if`: answers that somebody tries out on one integration. The record stays as it is until a proposal is adopted. */
import { type Answer, newestPerSpeaker, type Said, sameSaid } from '../core/interview/answer.ts';
import { inWords } from '../core/interview/answer-words.ts';
import { readAnswer } from '../core/interview/read-answer.ts';
import type { Question } from '../core/interview/topic.ts';
import { assessProject } from '../core/judgement/assess-project.ts';
import type { Finding } from '../core/judgement/finding.ts';
import type { Integration } from '../core/landscape/landscape.ts';
import { type Assumed, assume, besides, type Proposal } from '../core/register/proposal.ts';
import type { Command } from './command.ts';
import { deedFor, withDeeds } from './deeds.ts';
import { change, changeIntegration, fileName, readIntegration, remember } from './documents.ts';
import type { House, Turn } from './house.ts';
import { readInputs } from './inputs.ts';
import { findIntegration } from './integrations.ts';
import type { PageRef } from './interview-command.ts';
import type { PageReply } from './interview-reply.ts';
import { judgeProject } from './judge-project.ts';
import { currentProject } from './membership.ts';
import { goneNotice, noProjectNotice, notice, say, toPersonalChat } from './notices.ts';
import { owing } from './own-first.ts';
import { fillIn, nameOf, pageReply, topicTitle } from './page.ts';
import type { Outcome } from './reply.ts';
import { openScene, placeOf, type Scene } from './scene.ts';
import { lapsedLine, tellLapses } from './tell-lapses.ts';
import { todayOf } from './today.ts';
import type { Guess } from './what-if-command.ts';
import type { AssumedLine, DifferenceReply, Rated, WhatIfReply } from './what-if-reply.ts';

const perPage = 4;
const mostAssumed = 12;
const mostRows = 12;
const longestName = 60;

/** `what if <integration>` */
export async function whatIf(
  house: House,
  turn: Turn,
  { name }: Extract<Command, { do: 'what-if' }>,
): Promise<Outcome> {
  const project = await currentProject(house, turn.caller);
  if (!project) return say(noProjectNotice());
  const open = (integration: string) =>
    ({ do: 'what-if-of', project: project.id, integration, assumed: [] }) as const;
  const found = await findIntegration(house, project, name, open, turn);
  if ('notice' in found) return say(found.notice);
  const { integration } = found;
  if (turn.caller.conversation.kind !== 'personal') return say(toPersonalChat(`what if ${integration.name}`));
  return whatIfOf(house, turn, open(integration.id));
}

/** Chooses what to assume. */
export async function whatIfOf(
  house: House,
  turn: Turn,
  command: Extract<Command, { do: 'what-if-of' }>,
): Promise<Outcome> {
  const scene = await sceneFor(house, turn, command);
  if (!scene) return say(goneNotice());
  return say(await chooser(house, scene, command.assumed));
}

/** A page of questions with what is said about them now, or assumed already. */
export async function whatIfAsk(
  house: House,
  turn: Turn,
  command: Extract<Command, { do: 'what-if-ask' }>,
): Promise<Outcome> {
  const scene = await sceneFor(house, turn, command);
  if (!scene) return say(goneNotice());
  const page = pagesOf(house, scene).find(({ value }) => value === command.inputs.page);
  if (!page) {
    const problem = 'Choose what you want to try out.';
    return { replace: { ...(await chooser(house, scene, command.assumed)), problem }, messages: [] };
  }
  return { replace: pageFor(house, scene, page.questions, command.assumed), messages: [] };
}

/** *See the difference* */
export async function whatIfSee(
  house: House,
  turn: Turn,
  { page, assumed, inputs }: Extract<Command, { do: 'what-if-see' }>,
): Promise<Outcome> {
  const scene = await sceneFor(house, turn, page);
  if (!scene) return say(goneNotice());
  const questions = questionsOf(house, page);
  const readings = readInputs(house, questions, inputs);
  const wrong = [...readings].flatMap(([key, { typed, reading }]) =>
    reading.ok ? [] : [[key, { typed, why: reading.why }] as const],
  );
  const here = questions.flatMap(({ key }): Guess[] => {
    const typed = readings.get(key)?.typed;
    return typed ? [{ question: key, typed }] : [];
  });
  const kept = assumed.filter(({ question }) => !page.questions.includes(question));
  const all = [...kept, ...here].slice(-mostAssumed);
  if (wrong.length > 0)
    return { replace: pageFor(house, scene, questions, all, new Map(wrong)), messages: [] };
  const tried = read(house, scene, all);
  if (tried.length === 0) {
    const problem = 'That is what stands on file already. Assume something else.';
    return { replace: { ...(await chooser(house, scene, [])), problem }, messages: [] };
  }
  const replace = await difference(house, turn, scene, [{ id: '', name: '', assumed: tried }]);
  return { replace, messages: [] };
}

/** *Keep*: under a name, beside others. */
export async function keepProposal(
  house: House,
  turn: Turn,
  command: Extract<Command, { do: 'keep-proposal' }>,
): Promise<Outcome> {
  const scene = await sceneFor(house, turn, command);
  if (!scene) return say(goneNotice());
  const assumed = read(house, scene, command.assumed);
  const name = (command.inputs.name ?? '').replace(/\s+/g, ' ').trim();
  if (!name || name.length > longestName || assumed.length === 0) {
    const problem = name
      ? `A name has at most ${longestName} characters.`
      : 'Give it a name, so that others find it.';
    const reply = await difference(house, turn, scene, [{ id: '', name: '', assumed }]);
    return { replace: { ...reply, problem }, messages: [] };
  }
  const { id: integration } = scene.who.integration;
  // The same name on the same integration is the same proposal: tapped twice, it is kept once.
  const id = fileName(integration, name.toLowerCase(), turn.caller.id);
  const by = { id: turn.caller.id, name: turn.caller.name };
  const proposal: Proposal = { schema: 1, id, integration, name, by, at: turn.at, assumed };
  await change<Proposal>(house.store, proposalKey(command.project, id), () => proposal);
  return { replace: await difference(house, turn, scene, [proposal]), messages: [] };
}

export async function showProposal(
  house: House,
  turn: Turn,
  command: Extract<Command, { do: 'show-proposal' }>,
): Promise<Outcome> {
  const opened = await openProposal(house, turn, command);
  if (!opened) return say(goneNotice());
  return say(await difference(house, turn, opened.scene, [opened.proposal]));
}

/** Two of them beside the present; inputs `first`, `second`. */
export async function compareProposals(
  house: House,
  turn: Turn,
  { project, integration, inputs }: Extract<Command, { do: 'compare-proposals' }>,
): Promise<Outcome> {
  const scene = await sceneFor(house, turn, { project, integration });
  if (!scene) return say(goneNotice());
  const all = await proposalsOf(house, project, integration);
  const chosen = [inputs.first, inputs.second].flatMap((id) => all.find((each) => each.id === id) ?? []);
  if (chosen.length < 2 || chosen[0] === chosen[1]) {
    const problem = 'Choose two different ones.';
    return { replace: { ...(await chooser(house, scene, [])), problem }, messages: [] };
  }
  return say(await difference(house, turn, scene, chosen));
}

/** *Adopt*: what it assumes becomes what this person says. */
export async function adopt(
  house: House,
  turn: Turn,
  command: Extract<Command, { do: 'adopt' }>,
): Promise<Outcome> {
  const opened = await openProposal(house, turn, command);
  if (!opened) return say(goneNotice());
  const { scene, proposal } = opened;
  const by = { kind: 'person', id: turn.caller.id, name: turn.caller.name } as const;
  let adopted = 0;
  await changeIntegration(house.store, command.project, proposal.integration, (current) => {
    const news = proposal.assumed.flatMap(({ question, said }): Answer[] => {
      const own = newestPerSpeaker(current.answers, question).find(
        (each) => each.by.kind === 'person' && each.by.id === by.id,
      );
      const known = house.content.question.get(question)?.scope === 'integration';
      return !known || (own && sameSaid(own.said, said))
        ? []
        : [{ question, by, at: turn.at, turn: turn.id, said }];
    });
    adopted = news.length;
    if (adopted === 0) return current;
    const { id, name } = proposal;
    const deed = deedFor(house, turn, { kind: 'adopted', proposal: id, name, answers: adopted });
    const answers = [...current.answers, ...news];
    return {
      ...withDeeds({ ...current, answers }, deed),
      recent: remember(current.recent, { id: turn.id, at: turn.at }),
    };
  });
  const { id: integration, name } = scene.who.integration;
  const subject = { scope: 'integration', id: integration } as const;
  const after = (await sceneFor(house, turn, { project: command.project, integration })) ?? scene;
  const lapsed = await tellLapses(house, turn, { subject }, scene, after);
  return {
    replace: {
      ...notice(
        adopted > 0 ? `Adopted: ${proposal.name}` : `${proposal.name} was adopted already`,
        adopted > 0
          ? [
              `${adopted === 1 ? 'One answer' : `${adopted} answers`} about ${name} now stand in your name.`,
              ...lapsed.map(lapsedLine),
            ]
          : [],
      ),
      buttons: [
        {
          title: 'Show the risks',
          primary: true,
          command: { do: 'show-risks', project: command.project, integration, page: 1 },
        },
        { title: 'My answers', command: { do: 'change', page: 1 } },
      ],
    },
    messages: [],
  };
}

interface Option {
  readonly id: string;
  readonly name: string;
  readonly assumed: readonly Assumed[];
}

async function difference(
  house: House,
  turn: Turn,
  scene: Scene,
  options: readonly Option[],
): Promise<DifferenceReply> {
  const { project } = scene.vantage;
  const { integration } = scene.who;
  const { integrations, findings } = await judgeProject(house, project);
  const by = { kind: 'person', id: turn.caller.id, name: turn.caller.name } as const;
  const judged = options.map(({ assumed }): readonly Finding[] => {
    const changed = integrations.map((each) =>
      each.id === integration.id ? assume(each, assumed, by, turn.at) : each,
    );
    const { content, calculations, judged: memory } = house;
    return assessProject(content, calculations, project, changed, memory, todayOf(house));
  });
  const rows = besides(findings, ...judged);
  const rated = (noted: { readonly kind: string; readonly severity: Rated } | undefined): Rated =>
    noted ? (noted.kind === 'unknown' ? 'unknown' : noted.severity) : 'none';
  const [only] = options;
  return {
    kind: 'difference',
    integration: nameOf(project, integration),
    options: options.map(({ id, name, assumed }) => ({
      id,
      name,
      lines: linesOf(house, scene, assumed),
    })),
    rows: rows.slice(0, mostRows).map(({ title, now, would }) => ({
      title,
      now: rated(now),
      would: would.map(({ noted, shift }) => ({ rated: rated(noted), ...(shift ? { shift } : {}) })),
    })),
    more: Math.max(0, rows.length - mostRows),
    assumed: only && options.length === 1 ? guessesOf(only.assumed) : [],
  };
}

async function chooser(house: House, scene: Scene, assumed: readonly Guess[]): Promise<WhatIfReply> {
  const { project } = scene.vantage;
  const { integration } = scene.who;
  const proposals = await proposalsOf(house, project.id, integration.id);
  const tried = read(house, scene, assumed);
  return {
    kind: 'what-if',
    integration: nameOf(project, integration),
    assumed: guessesOf(tried),
    lines: linesOf(house, scene, tried),
    pages: pagesOf(house, scene).map(({ value, title }) => ({ value, title })),
    proposals: proposals.map(({ id, name, by }) => ({ id, name, by: by.name })),
  };
}

/** What is asked about the integration itself, and may apply; a few questions of one topic together. */
function pagesOf(house: House, scene: Scene) {
  const asked = scene.known.standings.filter(
    ({ subject, applies }) => subject.scope === 'integration' && applies !== 'no',
  );
  const topics = [...new Set(asked.map(({ question }) => question.topic))];
  return topics.flatMap((topic) => {
    const ofTopic = asked.map(({ question }) => question).filter((question) => question.topic === topic);
    const count = Math.ceil(ofTopic.length / perPage);
    return Array.from({ length: count }, (_, at) => {
      const questions = ofTopic.slice(at * perPage, (at + 1) * perPage);
      const labels = questions.map(({ label }) => label).join(', ');
      return { value: `${topic}#${at}`, title: `${topicTitle(house, topic)}: ${labels}`, questions };
    });
  });
}

function pageFor(
  house: House,
  scene: Scene,
  questions: readonly Question[],
  assumed: readonly Guess[],
  wrong: ReadonlyMap<string, { readonly typed: string; readonly why?: string }> = new Map(),
): PageReply {
  const { integration } = scene.who;
  const filled = questions.flatMap(({ key }) => {
    const typed =
      assumed.find(({ question }) => question === key)?.typed ?? fillIn(presentTo(house, scene, key));
    return typed === undefined ? [] : [[key, { typed }] as const];
  });
  const reply = pageReply(house, scene.vantage, scene.who, {
    subject: { scope: 'integration', id: integration.id },
    questions,
    back: false,
    correction: false,
    problems: new Map<string, { typed: string; why?: string }>([...filled, ...wrong]),
  });
  return { ...reply, reasons: [], assumed };
}

/** What a card carries is read again, as if it were typed now. What stands on file is nothing to assume. */
function read(house: House, scene: Scene, guesses: readonly Guess[]): readonly Assumed[] {
  return guesses.flatMap(({ question: key, typed }): Assumed[] => {
    const question = house.content.question.get(key);
    if (question?.scope !== 'integration') return [];
    const reading =
      typed === '?'
        ? ({ ok: true, said: { kind: 'unsure' } } as const)
        : readAnswer(question, typed, house.readDate(house.now()));
    if (!reading.ok) return [];
    const present = presentTo(house, scene, key);
    return present && sameSaid(present, reading.said) ? [] : [{ question: key, said: reading.said }];
  });
}

const guessesOf = (assumed: readonly Assumed[]): readonly Guess[] =>
  assumed.map(({ question, said }) => ({ question, typed: fillIn(said) ?? '' }));

/** As far as the caller may see it before they have given an answer of their own. */
function presentTo(house: House, { vantage, who }: Scene, key: string): Said | undefined {
  const { member, integration } = who;
  const owes = owing(house, vantage.project, [integration], member);
  return owes(key, { scope: 'integration', id: integration.id }) ? undefined : presentOf(integration, key);
}

/** What somebody says now; the newest of several. */
function presentOf({ answers }: Integration, key: string): Said | undefined {
  return newestPerSpeaker(answers, key)
    .filter(({ by, said }) => by.kind === 'person' && said.kind !== 'passed')
    .reduce<Answer | undefined>((one, other) => (one && one.at > other.at ? one : other), undefined)?.said;
}

function linesOf(house: House, scene: Scene, assumed: readonly Assumed[]): readonly AssumedLine[] {
  return assumed.flatMap(({ question: key, said }) => {
    const question = house.content.question.get(key);
    if (!question) return [];
    const words = (what: Said) => inWords(question, what, house.content.reasons);
    const present = presentTo(house, scene, key);
    return [{ label: question.label, now: present ? words(present) : '', would: words(said) }];
  });
}

function questionsOf(house: House, { questions }: PageRef): readonly Question[] {
  return questions.flatMap((key) => {
    const question = house.content.question.get(key);
    return question?.scope === 'integration' ? [question] : [];
  });
}

/** What people say is quoted: in a shared conversation there is nothing of it. */
async function sceneFor(
  house: House,
  turn: Turn,
  named: { readonly project: string; readonly integration: string },
): Promise<Scene | undefined> {
  const isPrivate = turn.caller.conversation.kind === 'personal';
  const place = isPrivate ? await placeOf(house, turn, named) : undefined;
  return place && openScene(house, turn, place, turn.at);
}

const proposalKey = (project: string, id: string) => `projects/${project}/proposals/${id}` as const;

async function openProposal(
  house: House,
  turn: Turn,
  { project, proposal: id }: { readonly project: string; readonly proposal: string },
): Promise<{ readonly scene: Scene; readonly proposal: Proposal } | undefined> {
  if (!/^[0-9a-f]{32}$/.test(id) || !/^[a-z0-9-]+$/.test(project)) return undefined;
  const proposal = (await house.store.read(proposalKey(project, id)))?.value as Proposal | undefined;
  if (!proposal || !(await readIntegration(house.store, project, proposal.integration))) return undefined;
  const scene = await sceneFor(house, turn, { project, integration: proposal.integration });
  return scene && { scene, proposal };
}

async function proposalsOf(house: House, project: string, integration: string): Promise<readonly Proposal[]> {
  const keys = await house.store.list(`projects/${project}/proposals/`);
  const kept = await Promise.all(keys.map((key) => house.store.read(key)));
  return kept
    .flatMap((document) => (document ? [document.value as Proposal] : []))
    .filter((proposal) => proposal.integration === integration)
    .sort((one, other) => (one.at < other.at ? 1 : -1));
}
