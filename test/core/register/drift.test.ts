import { describe, expect, test } from 'vitest';
import type { Answer, Said, Subject } from '../../../src/core/interview/answer.ts';
import type { Content, Limit } from '../../../src/core/interview/topic.ts';
import { assessProject } from '../../../src/core/judgement/assess-project.ts';
import type { Integration, Project } from '../../../src/core/landscape/landscape.ts';
import { type Cause, causeFinder } from '../../../src/core/register/cause.ts';
import { contentDigests } from '../../../src/core/register/content-digests.ts';
import type { Deed, Did } from '../../../src/core/register/deed.ts';
import { driftSince, type Shift } from '../../../src/core/register/drift.ts';
import { milestoneOf } from '../../../src/core/register/milestone.ts';
import { amountOf, content as contentOf, dateShape, question, risk } from '../builders.ts';

/** So many histories, each of a few things that happen; the seed of one that fails stands in its name. */
const histories = 200;
const longBefore = '2025-03-01T08:00:00.000Z';
const before = '2026-03-01T08:00:00.000Z';
const milestoneAt = '2026-03-02T08:00:00.000Z';
const after = '2026-03-03T08:00:00.000Z';
const lately = '2026-04-28T08:00:00.000Z';
const today = '2026-05-01';
/** What is asked in the topics `old` holds so many days. */
const holds = 30;

/** The words of a history: what was on file at the milestone, what is now, and what is known to have made the difference. */
interface History {
  readonly past: World;
  readonly now: World;
  readonly known: Map<string, Known>;
}

interface Known {
  readonly shift: Shift;
  readonly causes: readonly Cause[];
}

interface World {
  project: Project;
  integrations: Integration[];
  /** A load above this is a risk. */
  limit: number;
  /** The probability of `t.ruled`. */
  ruled: number;
}

const peak = (value: number): Limit => ({
  id: 'peak',
  value,
  unit: 'records/day',
  scope: '',
  source: '',
  sourceDate: '2026-01-01',
});

/** One rule for each way in which answers, plan and limits can bear on a finding. */
function contentIn({ limit, ruled }: World): Content {
  const no = (key: string) => ({ question: key, is: 'no' });
  // Nothing but what is meant to is due before the end.
  const calm = { due: 'operate' } as const;
  const made = contentOf(
    [
      ...[
        'old.a',
        'old.b',
        'old.c',
        'gate.a',
        'moved.a',
        'q.a',
        'q.b',
        'q.c',
        'q.d',
        'q.e',
        'q.g',
        'q.h',
        'q.i',
        'q.r',
        'q.noise',
      ].map((key) => question(key)),
      question('q.load', { answer: amountOf('records/day') }),
      question('q.ready', { answer: dateShape }),
      question('q.app', { scope: 'application' }),
      question('q.whole', { scope: 'project' }),
    ],
    [
      risk('t.single', no('q.a'), calm),
      risk('t.both', { all: [no('q.b'), no('q.c')] }, calm),
      risk('t.either', { any: [no('q.d'), no('q.e')] }, calm),
      risk('t.late', no('q.g'), { due: 'initiate' }),
      risk('t.heavy', no('q.h'), {
        ...calm,
        worse: [{ when: no('q.i'), because: 'It is.', probability: 5 }],
      }),
      risk('t.ruled', no('q.r'), { ...calm, probability: ruled }),
      risk('t.load', { question: 'q.load', atLeast: limit, limit: peak(limit) }, calm),
      risk('t.ready', { question: 'q.ready', after: 'go-live' }, calm),
      risk('t.app', no('q.app'), { ...calm, scope: 'application' }),
      risk('t.seen', no('q.app'), calm),
      risk('t.whole', no('q.whole'), { ...calm, scope: 'project' }),
      risk('t.aged', no('old.a'), calm),
      risk('t.aged-both', { any: [no('old.b'), no('old.c')] }, calm),
      risk('t.gate', no('gate.a'), calm),
      risk('t.moved', no('moved.a'), calm),
    ],
    { limits: [peak(limit)], dates: [{ id: 'go-live', title: 'Go-live' }] },
  );
  return {
    ...made,
    topics: made.topics.map((each) => (each.id === 'old' ? { ...each, staleAfter: { days: holds } } : each)),
    stages: made.stages.map((each) => (each.id === 'implement' ? { ...each, reconfirm: ['gate'] } : each)),
  };
}

type Pick = <T>(...all: readonly T[]) => T;

function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const option = (id: string): Said => ({ kind: 'value', value: { type: 'choice', option: id } });
const number = (value: number): Said => ({
  kind: 'value',
  value: { type: 'number', low: value, high: value },
});
const date = (on: string): Said => ({ kind: 'value', value: { type: 'date', date: on } });
const yes = option('yes');
const no = option('no');

/** Writes a history: `said` at the milestone already, `says` since. */
class Chronicle implements History {
  readonly past: World;
  readonly now: World;
  readonly known = new Map<string, Known>();
  readonly pick: Pick;
  #size = 0;

  constructor(random: () => number) {
    this.pick = (...all) => all[Math.floor(random() * all.length)] as (typeof all)[number];
    const world = () => ({
      project: {
        schema: 1,
        id: 'project',
        name: 'Project',
        home: { kind: 'anyone' },
        stage: 'initiate',
        dates: { 'go-live': '2027-06-01' },
        people: ['Dana', 'Omar', 'Lee'].map((name) => ({ id: name, name, roles: [] })),
        applications: [],
        answers: [],
        recent: [],
      } satisfies Project as Project,
      integrations: [],
      limit: 200,
      ruled: 2,
    });
    this.past = world();
    this.now = world();
  }

  /** On file at both times, unless it is said to be so at one only. */
  integration(where: readonly World[] = [this.past, this.now]): Subject & { readonly scope: 'integration' } {
    this.#size += 1;
    const id = `i${this.#size}`;
    const [source, target] = [this.application(where), this.application(where)];
    for (const world of where)
      world.integrations.push({
        schema: 1,
        id,
        name: id,
        source: { written: source.id, application: source.id },
        target: { written: target.id, application: target.id },
        answers: [],
        recent: [],
      });
    return { scope: 'integration', id };
  }

  application(where: readonly World[] = [this.past, this.now]): Subject & { readonly scope: 'application' } {
    this.#size += 1;
    const id = `app${this.#size}`;
    for (const world of where)
      world.project = {
        ...world.project,
        applications: [...world.project.applications, { id, name: id, answers: [] }],
      };
    return { scope: 'application', id };
  }

  said(subject: Subject, key: string, what: Said, by = 'Dana', at = before): void {
    for (const world of [this.past, this.now]) this.#write(world, subject, answer(key, what, by, at));
  }

  says(subject: Subject, key: string, what: Said, by = 'Dana', at = after): Cause {
    this.#write(this.now, subject, answer(key, what, by, at));
    return { kind: 'answer', subject, question: key, speaker: `person:${by}` };
  }

  /** Something other than an answer, since the milestone. */
  does(did: Did): void {
    const deed: Deed = { at: after, turn: after, by: { name: 'Dana' }, door: 'teams', did };
    this.now.project = { ...this.now.project, deeds: [...(this.now.project.deeds ?? []), deed] };
  }

  /** What two people said differently about an integration, lately. */
  settles(subject: Subject & { readonly scope: 'integration' }, question: string, said: Said): void {
    const decided = { id: 'Dana', name: 'Dana' };
    const about = `integration:${subject.id}`;
    const did: Did = { kind: 'settled', question, about, said, decided, on: lately.slice(0, 10) };
    const deed: Deed = { at: lately, turn: lately, by: decided, door: 'teams', did };
    this.now.integrations = this.now.integrations.map((each) =>
      each.id === subject.id ? { ...each, deeds: [...(each.deeds ?? []), deed] } : each,
    );
  }

  knows(rule: string, subject: Subject, shift: Shift, ...causes: readonly Cause[]): void {
    const about = subject.scope === 'project' ? 'project' : `${subject.scope}:${subject.id}`;
    this.known.set(`${rule}@${about}`, { shift, causes });
  }

  #write(world: World, subject: Subject, said: Answer): void {
    const add = <T extends { readonly answers: readonly Answer[] }>(each: T): T => ({
      ...each,
      answers: [...each.answers, said],
    });
    const { project, integrations } = world;
    if (subject.scope === 'project') world.project = add(project);
    else if (subject.scope === 'integration')
      world.integrations = integrations.map((each) => (each.id === subject.id ? add(each) : each));
    else
      world.project = {
        ...project,
        applications: project.applications.map((each) => (each.id === subject.id ? add(each) : each)),
      };
  }
}

function old(subject: Subject, question: string, by = 'Dana'): Cause {
  return { kind: 'stale', subject, question, speaker: `person:${by}` };
}

function answer(key: string, said: Said, name: string, at: string): Answer {
  return { question: key, by: { kind: 'person', id: name, name }, at, turn: at, said };
}

/** What can happen, each to an integration of its own, with what it is known to cause. */
const happenings: readonly ((story: Chronicle) => void)[] = [
  function oneAnswerOpens(story) {
    const it = story.integration();
    story.said(it, 'q.a', yes);
    story.knows('t.single', it, 'new', story.says(it, 'q.a', no));
  },
  function oneAnswerCloses(story) {
    const it = story.integration();
    story.said(it, 'q.a', no);
    story.knows('t.single', it, 'closed', story.says(it, 'q.a', yes));
  },
  function firstAnswer(story) {
    const it = story.integration();
    story.knows('t.single', it, 'new', story.says(it, 'q.a', no, story.pick('Dana', 'Omar')));
  },
  function somebodyDiffers(story) {
    const it = story.integration();
    story.said(it, 'q.a', yes);
    story.says(it, 'q.a', yes);
    story.knows('t.single', it, 'new', story.says(it, 'q.a', no, 'Omar'));
  },
  function nobodyKnowsAnyMore(story) {
    const it = story.integration();
    story.said(it, 'q.a', no);
    story.knows('t.single', it, 'unknown', story.says(it, 'q.a', { kind: 'unsure' }));
  },
  function secondOfTwo(story) {
    const it = story.integration();
    story.said(it, 'q.b', no);
    story.said(it, 'q.c', yes);
    story.says(it, 'q.b', no);
    story.knows('t.both', it, 'new', story.says(it, 'q.c', no));
  },
  function bothOfTwo(story) {
    const it = story.integration();
    story.said(it, 'q.b', yes);
    story.said(it, 'q.c', yes);
    story.knows('t.both', it, 'new', story.says(it, 'q.b', no), story.says(it, 'q.c', no, 'Omar'));
  },
  function eitherWouldDo(story) {
    const it = story.integration();
    story.said(it, 'q.d', yes);
    story.said(it, 'q.e', yes);
    story.knows('t.either', it, 'new', story.says(it, 'q.d', no), story.says(it, 'q.e', no));
  },
  function oneOfTwoWasThere(story) {
    const it = story.integration();
    story.said(it, 'q.d', no);
    story.said(it, 'q.e', yes);
    // It was a risk, and stays one.
    story.says(it, 'q.e', no);
  },
  function gotHeavier(story) {
    const it = story.integration();
    story.said(it, 'q.h', no);
    story.said(it, 'q.i', yes);
    story.knows('t.heavy', it, 'worse', story.says(it, 'q.i', no));
  },
  function gotLighter(story) {
    const it = story.integration();
    story.said(it, 'q.h', no);
    story.said(it, 'q.i', no);
    story.knows('t.heavy', it, 'better', story.says(it, 'q.i', yes));
  },
  function anApplicationChanged(story) {
    const it = story.integration();
    const app = story.application();
    for (const world of [story.past, story.now])
      world.integrations = world.integrations.map((each) =>
        each.id === it.id ? { ...each, target: { written: app.id, application: app.id } } : each,
      );
    story.said(app, 'q.app', yes);
    const cause = story.says(app, 'q.app', no);
    story.knows('t.app', app, 'new', cause);
    story.knows('t.seen', it, 'new', cause);
  },
  function joinsAnother(story) {
    const it = story.integration();
    const app = story.application();
    story.said(app, 'q.app', no);
    story.now.integrations = story.now.integrations.map((each) =>
      each.id === it.id ? { ...each, target: { written: app.id, application: app.id } } : each,
    );
    story.knows('t.seen', it, 'new', { kind: 'ends', id: it.id });
  },
  function isAdded(story) {
    const it = story.integration([story.now]);
    story.says(it, 'q.a', no);
    story.knows('t.single', it, 'new', { kind: 'integration', id: it.id });
  },
  function isRemoved(story) {
    const it = story.integration();
    story.said(it, 'q.a', no);
    story.now.integrations = story.now.integrations.filter(({ id }) => id !== it.id);
    story.knows('t.single', it, 'closed', { kind: 'gone', name: it.id });
  },
  function growsOld(story) {
    const it = story.integration();
    story.said(it, 'old.a', yes);
    story.knows('t.aged', it, 'unknown', old(it, 'old.a'));
  },
  function allOfItGrowsOld(story) {
    const it = story.integration();
    story.said(it, 'old.b', yes);
    story.said(it, 'old.c', yes, 'Omar');
    story.knows('t.aged-both', it, 'unknown', old(it, 'old.b'), old(it, 'old.c', 'Omar'));
  },
  function theRestGrowsOld(story) {
    const it = story.integration();
    story.said(it, 'old.b', yes, 'Dana', longBefore);
    story.said(it, 'old.c', yes, 'Omar');
    story.knows('t.aged-both', it, 'unknown', old(it, 'old.c', 'Omar'));
  },
  function someOfItIsFresh(story) {
    const it = story.integration();
    story.said(it, 'old.b', yes);
    story.said(it, 'old.c', yes);
    story.says(it, 'old.c', yes, 'Dana', lately);
  },
  function isConfirmed(story) {
    const it = story.integration();
    story.said(it, 'old.a', yes);
    story.says(it, 'old.a', yes, 'Dana', lately);
  },
  function wasOldAlready(story) {
    const it = story.integration();
    story.said(it, 'old.a', yes, 'Dana', longBefore);
  },
  function wasOldAndIsConfirmed(story) {
    const it = story.integration();
    story.said(it, 'old.a', yes, 'Dana', longBefore);
    story.says(it, 'old.a', yes, 'Dana', lately);
  },
  function anOldRiskStaysOne(story) {
    const it = story.integration();
    story.said(it, 'old.a', no);
  },
  function closesAndGrowsOld(story) {
    const it = story.integration();
    story.said(it, 'old.a', no);
    story.knows('t.aged', it, 'unknown', story.says(it, 'old.a', yes), old(it, 'old.a'));
  },
  function oldAnswersAreSettled(story) {
    const it = story.integration();
    story.said(it, 'old.a', yes);
    story.said(it, 'old.a', no, 'Omar');
    story.settles(it, 'old.a', yes);
    story.knows('t.aged', it, 'closed', { kind: 'settled', subject: it, question: 'old.a' });
  },
  function opensLately(story) {
    const it = story.integration();
    story.said(it, 'old.a', yes);
    story.knows('t.aged', it, 'new', story.says(it, 'old.a', no, 'Dana', lately));
  },
  function noise(story) {
    const it = story.integration();
    story.said(it, 'q.noise', yes);
    story.said(it, 'q.a', no);
    story.says(it, 'q.noise', story.pick(yes, no));
    // Said again, and by one more: nothing has changed.
    story.says(it, 'q.a', no);
    story.says(it, 'q.a', no, 'Omar');
  },
];

/** What happens to the whole project, at most once in a history. */
const turns: readonly ((story: Chronicle) => void)[] = [
  function aStagePasses(story) {
    const it = story.integration();
    story.said(it, 'q.g', no);
    story.said(it, 'gate.a', yes);
    const stage = story.pick('implement', 'prepare');
    story.does({ kind: 'set', field: 'stage', from: 'initiate', to: stage });
    story.now.project = { ...story.now.project, stage };
    story.knows('t.late', it, 'worse', { kind: 'stage' });
    story.knows('t.gate', it, 'unknown', { kind: 'stage' }, old(it, 'gate.a'));
  },
  function itMoves(story) {
    const [it, other] = [story.integration(), story.integration()];
    for (const each of [it, other]) story.said(each, 'moved.a', yes);
    const subjects = [`integration:${it.id}`];
    story.does({
      kind: 'changed',
      about: `integration:${it.id}`,
      change: 'host',
      questions: ['moved.a'],
      subjects,
    });
    story.knows('t.moved', it, 'unknown', old(it, 'moved.a'));
  },
  function theDateMoves(story) {
    const it = story.integration();
    story.said(it, 'q.ready', date('2027-05-01'));
    story.now.project = { ...story.now.project, dates: { 'go-live': '2027-04-01' } };
    story.knows('t.ready', it, 'new', { kind: 'date', id: 'go-live' });
  },
  function aLimitChanges(story) {
    const it = story.integration();
    story.said(it, 'q.load', number(150));
    story.now.limit = 100;
    story.knows('t.load', it, 'new', { kind: 'content', key: 'limit:peak' });
  },
  function aRuleChanges(story) {
    const it = story.integration();
    story.said(it, 'q.r', no);
    story.now.ruled = 4;
    story.knows('t.ruled', it, 'worse', { kind: 'content', key: 'rule:t.ruled' });
  },
  function aRuleAndAnAnswer(story) {
    const it = story.integration();
    story.said(it, 'q.r', no);
    story.now.ruled = 4;
    story.says(it, 'q.r', no);
    story.knows('t.ruled', it, 'worse', { kind: 'content', key: 'rule:t.ruled' });
  },
  function theWholeProject(story) {
    story.said({ scope: 'project' }, 'q.whole', yes);
    story.knows('t.whole', { scope: 'project' }, 'new', story.says({ scope: 'project' }, 'q.whole', no));
  },
  function somebodyLeaves(story) {
    story.now.project = {
      ...story.now.project,
      people: story.now.project.people.filter(({ id }) => id !== 'Lee'),
    };
  },
];

function write(seed: number): History {
  const random = chance(seed);
  const story = new Chronicle(random);
  for (let count = 3 + Math.floor(random() * 6); count > 0; count -= 1) story.pick(...happenings)(story);
  for (const turn of turns) if (random() < 0.3) turn(story);
  return story;
}

function tell({ past, now }: History) {
  const [was, is] = [contentIn(past), contentIn(now)];
  const milestone = milestoneOf(
    was,
    past.project,
    past.integrations,
    assessProject(was, [], past.project, past.integrations, undefined, milestoneAt.slice(0, 10)),
    { id: 'gate', name: 'Gate', at: milestoneAt, by: { name: 'Dana' } },
  );
  const findings = assessProject(is, [], now.project, now.integrations, undefined, today);
  const drift = driftSince(milestone, now.project, now.integrations, findings, contentDigests(is));
  const causesOf = causeFinder({ content: is, calculations: [], milestone, now, today });
  return {
    drift,
    told: new Map(
      drift.changes.map((change) => [change.id, { shift: change.shift, causes: causesOf(change) }]),
    ),
  };
}

const inOrder = (known: ReadonlyMap<string, Known>) =>
  [...known]
    .map(([id, { shift, causes }]) => ({
      id,
      shift,
      causes: causes.map((each) => JSON.stringify(each)).sort(),
    }))
    .sort((one, other) => (one.id < other.id ? -1 : 1));

describe('what has changed since a milestone has the cause that is known', () => {
  test.each(Array.from({ length: histories }, (_, seed) => seed))('history %i', (seed) => {
    const history = write(seed);
    expect(inOrder(tell(history).told)).toEqual(inOrder(history.known));
  });
});

test('every happening is part of some history', () => {
  const seen = new Set(
    Array.from({ length: histories }, (_, seed) =>
      [...write(seed).known.keys()].map((id) => id.split('@')[0]),
    ).flat(),
  );
  expect([...seen].sort()).toEqual([
    't.aged',
    't.aged-both',
    't.app',
    't.both',
    't.either',
    't.gate',
    't.heavy',
    't.late',
    't.load',
    't.moved',
    't.ready',
    't.ruled',
    't.seen',
    't.single',
    't.whole',
  ]);
});

test('what else is different is told, whether or not it has changed a finding', () => {
  const story = new Chronicle(chance(1));
  const gone = story.integration();
  const [added] = [story.integration([story.now])];
  story.now.integrations = story.now.integrations.filter(({ id }) => id !== gone.id);
  for (const turn of turns) turn(story);
  const { around } = tell(story).drift;
  expect(around.stage?.from).toBe('initiate');
  expect(around.dates).toEqual([{ id: 'go-live', from: '2027-06-01', to: '2027-04-01' }]);
  expect(around.people).toEqual({ added: [], removed: ['Lee'] });
  expect(around.integrations).toEqual({ added: [added.id], removed: [gone.id] });
  expect(around.content).toEqual(['limit:peak', 'rule:t.ruled']);
});

test('how long an answer holds, and which stage asks for it again, is part of what a question is', () => {
  const made = contentIn(new Chronicle(chance(1)).now);
  const changed = (other: Content) => {
    const [one, two] = [contentDigests(made), contentDigests(other)];
    return Object.keys(one).filter((key) => one[key] !== two[key]);
  };
  const longer = made.topics.map((each) => (each.staleAfter ? { ...each, staleAfter: { days: 31 } } : each));
  expect(changed({ ...made, topics: longer })).toEqual([
    'question:old.a',
    'question:old.b',
    'question:old.c',
  ]);
  const never = made.stages.map(({ reconfirm: _, ...each }) => each);
  expect(changed({ ...made, stages: never })).toEqual(['question:gate.a']);
});

test('nothing has changed where nothing was said', () => {
  const story = new Chronicle(chance(1));
  const it = story.integration();
  story.said(it, 'q.a', no);
  expect(tell(story).drift.changes).toEqual([]);
});
