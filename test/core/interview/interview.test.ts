import { describe, expect, test } from 'vitest';
import { type Answer, type Said, type Subject, subjectKey } from '../../../src/core/interview/answer.ts';
import {
  foresee,
  nextPage,
  type Page,
  sittingLength,
  takenPages,
} from '../../../src/core/interview/interview.ts';
import { canKnow, type Interviewee } from '../../../src/core/interview/interviewee.ts';
import type { Content, Question } from '../../../src/core/interview/topic.ts';
import { survey } from '../../../src/core/judgement/survey.ts';
import type { HeldRole, Integration, Member, Project } from '../../../src/core/landscape/landscape.ts';
import { vantageOf } from '../../../src/core/landscape/landscape.ts';
import {
  amountOf,
  application,
  type Chance,
  chance,
  choice,
  chose,
  content,
  counted,
  integration,
  member,
  multi,
  notApplicable,
  passed,
  project,
  question,
  referred,
  roles,
  textShape,
  throughJson,
  ticked,
  unsure,
  wrote,
} from '../builders.ts';

const architect = member('dana', 'architect');

/** The documents of one interview, kept as JSON between any two turns; every turn is a minute later. */
class Desk {
  of: Content;
  #documents: string;
  #minute = 0;

  constructor(of: Content, ends: readonly string[] = [], given: Partial<Integration> = {}) {
    this.of = of;
    const bare = { source: { written: 'Shop' }, target: { written: 'ERP' } };
    this.#documents = JSON.stringify({
      project: project({ applications: ends.map((id) => application(id)) }),
      integration: integration([], { ...(ends.length === 0 ? bare : {}), ...given }),
    });
  }

  get documents(): { project: Project; integration: Integration } {
    return JSON.parse(this.#documents);
  }

  get now(): string {
    return new Date(Date.UTC(2026, 10, 2, 9, this.#minute)).toISOString();
  }

  later(): string {
    this.#minute += 1;
    return this.now;
  }

  known() {
    const { project: plan, integration: flow } = this.documents;
    return survey(this.of, [], vantageOf(plan, flow));
  }

  say(by: Member, subject: Subject, said: Readonly<Record<string, Said>>): void {
    const at = this.later();
    const answers = Object.entries(said).map(
      ([key, each]): Answer => ({
        question: key,
        by: { kind: 'person', id: by.id, name: by.name },
        at,
        turn: `turn ${at}`,
        said: each,
      }),
    );
    const { project: plan, integration: flow } = this.documents;
    const add = (scope: Subject['scope'], id: string, old: readonly Answer[]) =>
      subject.scope === scope && (subject.scope === 'project' || subject.id === id)
        ? [...old, ...answers]
        : old;
    this.#documents = JSON.stringify({
      project: {
        ...plan,
        answers: add('project', plan.id, plan.answers),
        applications: plan.applications.map((each) => ({
          ...each,
          answers: add('application', each.id, each.answers),
        })),
      },
      integration: { ...flow, answers: add('integration', flow.id, flow.answers) },
    });
  }

  sit(who: Member = architect, wanted: Interviewee['wanted'] = []): Sitting {
    this.later();
    return new Sitting(this, who, this.now, wanted);
  }
}

class Sitting {
  readonly desk: Desk;
  readonly member: Member;
  readonly since: string;
  readonly wanted: NonNullable<Interviewee['wanted']>;

  constructor(desk: Desk, who: Member, since: string, wanted: Interviewee['wanted'] = []) {
    this.desk = desk;
    this.member = who;
    this.since = since;
    this.wanted = wanted;
  }

  get who(): Interviewee {
    const { integration: flow } = this.desk.documents;
    const { member: asked, since, wanted } = this;
    return throughJson({ member: asked, roles, integration: flow, since, wanted });
  }

  next() {
    return nextPage(this.desk.known(), this.who);
  }

  page(): Page {
    const next = this.next();
    if (next.kind !== 'page') throw new Error(`no page but ${next.kind}`);
    return next.page;
  }

  keys(): string[] {
    return this.page().questions.map(({ key }) => key);
  }

  /** Everything on the page, or one thing of it. */
  answer(said: Said | ((question: Question) => Said)): Page {
    const page = this.page();
    const each = typeof said === 'function' ? said : () => said;
    this.desk.say(
      this.member,
      page.subject,
      Object.fromEntries(page.questions.map((asked) => [asked.key, each(asked)])),
    );
    return page;
  }

  /** To the end of the sitting; what was asked, page by page. */
  finish(said: Said | ((question: Question) => Said)): { pages: Page[]; end: 'rest' | 'done'; left: number } {
    const pages: Page[] = [];
    for (;;) {
      const next = this.next();
      if (next.kind !== 'page') return { pages, end: next.kind, left: next.kind === 'rest' ? next.left : 0 };
      pages.push(this.answer(said));
      if (pages.length > 50) throw new Error('this sitting has no end');
    }
  }
}

const orders: Subject = { scope: 'integration', id: 'orders' };
const onFile = (key: string): Answer => ({
  question: key,
  by: { kind: 'file', name: 'list.csv', line: 2 },
  at: '2026-01-01T00:00:00.000Z',
  turn: 'import',
  said: chose('yes'),
});
const topicOf = ({ questions }: Page) => questions[0]?.topic;
const keysOf = (pages: readonly Page[]) => pages.map(({ questions }) => questions.map(({ key }) => key));
const series = (topic: string, count: number, more: Partial<Question> = {}) =>
  Array.from({ length: count }, (_, at) => question(`${topic}.q${at}`, more));

describe('what is asked first', () => {
  test('is what somebody has not seen, also where they left a whole sitting open', () => {
    const desk = new Desk(content(series('a', 2 * sittingLength)));
    const [first, second] = [1, 2].map(() => keysOf(desk.sit().finish(passed).pages).flat());
    expect(first).toHaveLength(sittingLength);
    expect(second).toHaveLength(sittingLength);
    expect(second?.filter((key) => first?.includes(key))).toEqual([]);
  });

  test('is the core of each topic, then its follow-ups, topic after topic', () => {
    const sitting = new Desk(
      content([
        question('a.more'),
        question('a.core', { core: true }),
        question('b.core', { core: true }),
        question('b.more'),
      ]),
    ).sit();
    expect(keysOf(sitting.finish(chose('yes')).pages)).toEqual([
      ['a.core'],
      ['a.more'],
      ['b.core'],
      ['b.more'],
    ]);
  });

  test('is about the integration, then the application it comes from, the other one, and the project', () => {
    const of = content([
      question('a.project', { scope: 'project', core: true }),
      question('a.application', { scope: 'application', core: true }),
      question('b.integration'),
      question('c.integration', { core: true }),
      question('c.application', { scope: 'application' }),
    ]);
    const given = {
      source: { written: 'ERP', application: 'erp' },
      target: { written: 'Shop', application: 'shop' },
    };
    const { pages } = new Desk(of, ['shop', 'erp'], given).sit().finish(chose('yes'));
    expect(pages.map(({ subject, questions: [first] }) => [subjectKey(subject), first?.key])).toEqual([
      ['integration:orders', 'b.integration'],
      ['integration:orders', 'c.integration'],
      ['application:erp', 'a.application'],
      ['application:erp', 'c.application'],
      ['application:shop', 'a.application'],
      ['application:shop', 'c.application'],
      ['project', 'a.project'],
    ]);
  });

  test('is what a file says already, on one page whatever it is about, and counts as a part of its own', () => {
    const of = content([
      ...series('a', 2),
      ...series('b', 3, { answer: choice('yes', 'no', 'a', 'b', 'c') }),
    ]);
    const desk = new Desk(of, [], { answers: ['a.q1', 'b.q0', 'b.q2'].map(onFile) });
    expect(foresee(desk.known(), desk.sit().who)).toMatchObject({
      questions: 5,
      confirms: 3,
      topics: ['a', 'b'],
    });
    const { pages } = desk.sit().finish(chose('yes'));
    expect(keysOf(pages)).toEqual([['a.q1', 'b.q0', 'b.q2'], ['a.q0'], ['b.q1']]);
    expect(pages.map(({ progress }) => [progress.topic, progress.of])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });

  test('takes no room from the core for what a file says about the rest', () => {
    const of = content([...series('a', 4), ...series('b', 8, { core: true })]);
    const desk = new Desk(of, [], { answers: ['a.q3', 'a.q2', 'a.q1', 'b.q7'].map(onFile) });
    const asked = keysOf(desk.sit().finish(chose('yes')).pages);
    expect(asked[0]).toEqual(['b.q7', 'a.q1', 'a.q2']);
    expect(asked.flat()).toHaveLength(sittingLength);
  });

  test('is what somebody asked for by name, the thing they asked about before all others', () => {
    const of = content([
      ...series('a', 9, { core: true }),
      ...series('b', 4),
      question('c.application', { scope: 'application' }),
    ]);
    const desk = new Desk(of, ['shop', 'erp']);
    const wanted = [
      { question: 'c.application', about: 'application:erp' },
      { question: 'b.q3', about: 'integration:orders' },
      { question: 'b.q1', about: 'integration:orders' },
    ];
    const { pages, left } = desk.sit(architect, wanted).finish(chose('yes'));
    expect(pages.map(({ subject }) => subjectKey(subject)).slice(0, 2)).toEqual([
      'application:erp',
      'integration:orders',
    ]);
    expect(keysOf(pages).flat()).toEqual(['c.application', 'b.q1', 'b.q3', ...keysOf(pages).flat().slice(3)]);
    expect([keysOf(pages).flat().length, left]).toEqual([sittingLength, 5]);
    for (const { progress } of pages) expect(progress.of).toBe(3);
  });

  test('leaves room for the core of later topics before the follow-ups of earlier ones', () => {
    const sitting = new Desk(content([...series('a', 8), ...series('b', 4, { core: true })])).sit();
    const { pages, end, left } = sitting.finish(chose('yes'));
    const asked = keysOf(pages).flat();
    expect(asked).toHaveLength(sittingLength);
    expect(asked.filter((key) => key.startsWith('b.'))).toHaveLength(4);
    expect([end, left]).toEqual(['rest', 2]);
  });

  test('leaves that room also when follow-ups open on the way', () => {
    const opener = question('a.opener', { core: true });
    const opened = series('a', 8, { when: { question: 'a.opener', is: 'yes' } });
    const sitting = new Desk(content([opener, ...opened, ...series('b', 5, { core: true })])).sit();
    const asked = keysOf(sitting.finish(chose('yes')).pages).flat();
    expect(asked.filter((key) => key.startsWith('b.'))).toHaveLength(5);
    expect(asked).toHaveLength(sittingLength);
  });

  test('is core only, where there is more of it than a sitting holds; the rest comes in the next', () => {
    const desk = new Desk(
      content([...series('a', 6, { core: true }), question('a.more'), ...series('b', 6, { core: true })]),
    );
    const first = desk.sit().finish(chose('yes'));
    expect(keysOf(first.pages).flat()).not.toContain('a.more');
    expect([first.end, first.left]).toEqual(['rest', 3]);
    const second = desk.sit().finish(chose('yes'));
    expect(keysOf(second.pages).flat()).toEqual(['a.more', 'b.q4', 'b.q5']);
    expect(second.end).toBe('done');
  });
});

describe('a page', () => {
  const ends = ['shop', 'erp'];

  test('is of one topic and one subject, with four questions at most', () => {
    const of = content([
      ...series('a', 3),
      ...series('a2', 2, { scope: 'application' }),
      ...series('b', 6),
      ...series('c', 2, { scope: 'project' }),
    ]);
    const { pages } = new Desk(of, ends).sit().finish(chose('yes'));
    for (const { questions, subject } of pages) {
      expect(questions.length).toBeLessThanOrEqual(4);
      expect(new Set(questions.map((each) => each.topic)).size).toBe(1);
      expect(questions.every(({ scope }) => scope === subject.scope)).toBe(true);
    }
    expect(pages.map(({ subject, questions }) => [subjectKey(subject), questions.length])).toEqual([
      ['integration:orders', 3],
      ['integration:orders', 4],
      ['integration:orders', 2],
      ['application:shop', 1],
    ]);
  });

  test('is never longer than a phone bears, and never empty', () => {
    const long = choice('a', 'b', 'c', 'd', 'e');
    const of = content(series('a', 4, { answer: long }));
    const sitting = new Desk(of).sit();
    expect(sitting.keys()).toEqual(['a.q0', 'a.q1']);
    const endless = content(
      series('a', 2, { answer: multi(...Array.from({ length: 40 }, (_, at) => `o${at}`)) }),
    );
    expect(new Desk(endless).sit().keys()).toEqual(['a.q0']);
    expect(new Desk(content(series('a', 6, { answer: textShape }))).sit().keys()).toHaveLength(4);
  });

  test('does not mix core and follow-up', () => {
    const sitting = new Desk(content([question('a.core', { core: true }), question('a.more')])).sit();
    expect(sitting.keys()).toEqual(['a.core']);
  });

  test('asks a follow-up only once its opener is answered so, and not at all otherwise', () => {
    const of = content([
      question('a.core', { core: true }),
      question('a.more', { when: { question: 'a.core', is: 'yes' } }),
    ]);
    const asked = (said: Said) => keysOf(new Desk(of).sit().finish(said).pages).flat();
    expect(asked(chose('yes'))).toEqual(['a.core', 'a.more']);
    for (const said of [chose('no'), unsure, notApplicable, referred, passed])
      expect(asked(said)).toEqual(['a.core']);
  });
});

describe('a sitting', () => {
  test('holds ten questions at most, whatever people do with them', () => {
    for (const said of [chose('yes'), unsure, passed, referred, notApplicable]) {
      const desk = new Desk(content(series('a', 23)));
      const sizes = [desk.sit(), desk.sit(), desk.sit()].map((sitting) => {
        const again = new Sitting(desk, sitting.member, desk.later());
        return keysOf(again.finish(said).pages).flat().length;
      });
      expect(sizes).toEqual(said.kind === 'passed' ? [10, 10, 10] : [10, 10, 3]);
    }
  });

  test('promises as many questions, topics and minutes as it then holds', () => {
    const desk = new Desk(content([...series('a', 3), ...series('b', 4), ...series('c', 9)]));
    const sitting = desk.sit();
    const ahead = foresee(desk.known(), sitting.who);
    const { pages } = sitting.finish(chose('yes'));
    expect(ahead.questions).toBe(keysOf(pages).flat().length);
    expect(ahead.topics).toEqual([...new Set(pages.map(topicOf))]);
    expect(ahead.minutes).toBe(3);
    expect(foresee(new Desk(content([])).known(), sitting.who)).toEqual({
      questions: 0,
      minutes: 1,
      confirms: 0,
      topics: [],
    });
  });

  test('is full with so many left, and done where nothing is left', () => {
    const desk = new Desk(content(series('a', 12)));
    expect(desk.sit().finish(chose('yes'))).toMatchObject({ end: 'rest', left: 2 });
    expect(desk.sit().finish(chose('yes'))).toMatchObject({ end: 'done', left: 0 });
    expect(desk.sit().next()).toEqual({ kind: 'done' });
  });

  test('that ends with the tenth and last question is done, not full', () => {
    expect(new Desk(content(series('a', 10))).sit().finish(chose('yes')).end).toBe('done');
  });

  test('goes on after a restart where it was: nothing about the place is kept', () => {
    const desk = new Desk(content([...series('a', 5), ...series('b', 2)]));
    const sitting = desk.sit();
    sitting.answer(chose('yes'));
    const restarted = new Sitting(desk, throughJson(sitting.member), sitting.since);
    expect(restarted.page()).toEqual(sitting.page());
    expect(restarted.keys()).toEqual(['a.q4']);
  });
});

describe('what was left open', () => {
  test('is not asked again in this sitting, and is in the next', () => {
    const desk = new Desk(content(series('a', 2)));
    expect(keysOf(desk.sit().finish(passed).pages)).toEqual([['a.q0', 'a.q1']]);
    expect(desk.sit().keys()).toEqual(['a.q0', 'a.q1']);
  });

  test('in the very moment in which the sitting began belongs to this sitting', () => {
    const desk = new Desk(content(series('a', 1)));
    desk.sit().answer(passed);
    expect(new Sitting(desk, architect, desk.now).next()).toEqual({ kind: 'done' });
  });

  test('keeps a person from nothing else: it is open for others at once', () => {
    const desk = new Desk(content(series('a', 1)));
    desk.sit().answer(passed);
    expect(desk.sit(member('li', 'architect')).keys()).toEqual(['a.q0']);
  });
});

describe('what somebody has said', () => {
  test.each<[string, Said]>([
    ['that they do not know', unsure],
    ['that somebody else knows', referred],
    ['that it does not apply', notApplicable],
    ['with a value', chose('no')],
  ])('%s is not asked of them again, in this sitting or later', (_, said) => {
    const desk = new Desk(content(series('a', 1)));
    desk.sit().answer(said);
    expect(desk.sit().next()).toEqual({ kind: 'done' });
  });

  test('is asked of others while nobody gave a value', () => {
    for (const said of [unsure, referred, passed]) {
      const desk = new Desk(content(series('a', 1)));
      desk.sit().answer(said);
      expect(desk.sit(member('li', 'architect')).keys()).toEqual(['a.q0']);
    }
  });

  test('with a value, or as not applying, is asked of nobody else', () => {
    for (const said of [chose('no'), notApplicable]) {
      const desk = new Desk(content(series('a', 1)));
      desk.sit().answer(said);
      expect(desk.sit(member('li', 'architect')).next()).toEqual({ kind: 'done' });
    }
  });

  test('is asked of others too where answers are to be compared, of the roles to compare only', () => {
    const of = content([
      question('a.q', {
        roles: ['architect', 'process-owner', 'project-manager'],
        compare: ['process-owner'],
      }),
    ]);
    const desk = new Desk(of);
    desk.sit().answer(chose('no'));
    expect(desk.sit(member('pm', 'project-manager')).next()).toEqual({ kind: 'done' });
    expect(desk.sit(member('nobody')).keys()).toEqual(['a.q']);
    const owner = desk.sit(member('olu', 'process-owner'));
    expect(owner.keys()).toEqual(['a.q']);
    owner.answer(chose('yes'));
    expect(desk.sit(member('olu', 'process-owner')).next()).toEqual({ kind: 'done' });
  });

  test('to an older wording of a question is asked again', () => {
    const desk = new Desk(content([question('a.q', { answer: choice('yes', 'no') })]));
    desk.sit().answer(chose('yes'));
    desk.of = content([question('a.q', { answer: amountOf('hours') })]);
    expect(desk.sit().keys()).toEqual(['a.q']);
  });
});

describe('who is asked', () => {
  const can = (who: Member, asked: Question, subject: Subject = orders, given: Partial<Integration> = {}) =>
    canKnow(asked, subject, { member: who, roles, integration: integration([], given), since: '' });
  const owner = (role: string, on?: string): HeldRole => ({ role, ...(on ? { on } : {}) });
  const shop: Subject = { scope: 'application', id: 'shop' };
  const erp: Subject = { scope: 'application', id: 'erp' };

  test('is whoever has one of the roles, and somebody without a role about everything', () => {
    const asked = question('a.q', { roles: ['process-owner', 'architect'] });
    expect(can(architect, asked)).toBe(true);
    expect(can(member('pm', 'project-manager'), asked)).toBe(false);
    expect(can(member('pm', 'project-manager', 'process-owner'), asked)).toBe(true);
    expect(can(member('new'), asked)).toBe(true);
  });

  test('an owner is the source owner of one integration and the target owner of another', () => {
    const ofSource = question('a.q', { roles: ['source-owner'] });
    const ofTarget = question('a.q', { roles: ['target-owner'] });
    const turned = {
      source: { written: 'ERP', application: 'erp' },
      target: { written: 'Shop', application: 'shop' },
    };
    const who = member('olu', owner('source-owner', 'shop'));
    expect([can(who, ofSource), can(who, ofTarget)]).toEqual([true, false]);
    expect([can(who, ofSource, orders, turned), can(who, ofTarget, orders, turned)]).toEqual([false, true]);
  });

  test('an owner is asked about the application they own, and not about the other', () => {
    const asked = question('a.q', { scope: 'application', roles: ['application-owner'] });
    const ofSource = question('a.q', { scope: 'application', roles: ['source-owner'] });
    const who = member('olu', owner('target-owner', 'erp'));
    expect([can(who, asked, erp), can(who, asked, shop)]).toEqual([true, false]);
    expect([can(who, ofSource, erp), can(who, ofSource, shop)]).toEqual([false, false]);
    expect(can(who, question('a.q', { roles: ['application-owner'] }))).toBe(true);
  });

  test('an owner of a third application is one further down, and owner of neither end', () => {
    const who = member('olu', owner('application-owner', 'warehouse'));
    expect(can(who, question('a.q', { roles: ['downstream-owner'] }))).toBe(true);
    expect(can(who, question('a.q', { roles: ['source-owner', 'target-owner', 'application-owner'] }))).toBe(
      false,
    );
    expect(
      can(member('olu', owner('source-owner', 'shop')), question('a.q', { roles: ['downstream-owner'] })),
    ).toBe(false);
  });

  test('the owner of an end that was not recognised is owner of that end, and not of the other', () => {
    const bare = { source: { written: 'Old till' }, target: { written: 'Ledger' } };
    const who = member('olu', owner('source-owner'));
    expect(can(who, question('a.q', { roles: ['source-owner'] }), orders, bare)).toBe(true);
    expect(can(who, question('a.q', { roles: ['target-owner'] }), orders, bare)).toBe(false);
    expect(can(who, question('a.q', { roles: ['downstream-owner'] }), orders, bare)).toBe(false);
  });

  test('who holds no such role is done at once', () => {
    const desk = new Desk(content(series('a', 3)));
    expect(desk.sit(member('pm', 'project-manager')).next()).toEqual({ kind: 'done' });
  });
});

describe('progress', () => {
  test('on a plain path goes from one to the total, which never changes', () => {
    const of = content([...series('a', 5), ...series('b', 1), ...series('c', 2), ...series('d', 9)]);
    const { pages } = new Desk(of).sit().finish(chose('yes'));
    expect(pages.map((page) => [topicOf(page), page.progress.topic, page.progress.of])).toEqual([
      ['a', 1, 4],
      ['a', 1, 4],
      ['b', 2, 4],
      ['c', 3, 4],
      ['d', 4, 4],
    ]);
    expect(pages.map(({ progress }) => progress.minutes)).toEqual([3, 2, 2, 2, 1]);
  });

  test('on any path without follow-ups never changes its total', () => {
    for (let seed = 0; seed < 60; seed += 1) {
      const luck = chance(seed);
      const plain = ['a', 'b', 'c', 'd', 'e'].flatMap((topic) =>
        series(topic, luck.below(6)).map((each) => ({ ...each, core: luck.below(2) === 0 })),
      );
      const { pages } = new Desk(content(plain)).sit().finish(luck.oneOf([chose('yes'), unsure, passed]));
      expect(new Set(pages.map(({ progress }) => progress.of)).size, `seed ${seed}`).toBeLessThanOrEqual(1);
      const places = pages.map(({ progress }) => progress.topic);
      expect(places, `seed ${seed}`).toEqual([...places].sort());
    }
  });

  test('counts the topics of the next sitting anew', () => {
    const desk = new Desk(content([...series('a', 10), ...series('b', 2)]));
    desk.sit().finish(chose('yes'));
    expect(desk.sit().page().progress).toEqual({ topic: 1, of: 1, minutes: 1 });
  });

  test('stays within the total, also where follow-ups open', () => {
    const opened = series('b', 4, { when: { question: 'a.core', is: 'yes' } });
    const of = content([question('a.core', { core: true }), ...opened, question('c.core', { core: true })]);
    const { pages } = new Desk(of).sit().finish(chose('yes'));
    for (const { progress } of pages) expect(progress.topic).toBeLessThanOrEqual(progress.of);
    expect(pages.at(-1)?.progress).toMatchObject({ topic: 3, of: 3 });
  });
});

describe('going back', () => {
  const of = content([...series('a', 5), ...series('b', 2, { scope: 'project' }), ...series('c', 2)]);

  test('goes through the pages of this sitting as they were answered', () => {
    const sitting = new Desk(of).sit();
    const { pages } = sitting.finish(chose('yes'));
    const taken = takenPages(sitting.desk.known(), sitting.who);
    expect(taken.map(({ subject, questions }) => [subjectKey(subject), questions])).toEqual(
      pages.map(({ subject, questions }) => [subjectKey(subject), questions.map(({ key }) => key)]),
    );
    expect(new Set(taken.map(({ turn }) => turn)).size).toBe(taken.length);
  });

  test('finds what was left open, and nothing of an earlier sitting or of somebody else', () => {
    const desk = new Desk(of);
    desk.sit().answer(passed);
    desk.sit(member('li', 'architect')).answer(chose('yes'));
    const sitting = desk.sit();
    expect(takenPages(desk.known(), sitting.who)).toEqual([]);
    const asked = sitting.answer(passed);
    expect(takenPages(desk.known(), sitting.who).map(({ questions }) => questions)).toEqual(keysOf([asked]));
  });

  test('still finds a page that a later correction closed', () => {
    const chain = content([
      question('a.core', { core: true }),
      question('a.more', { when: { question: 'a.core', is: 'yes' } }),
    ]);
    const sitting = new Desk(chain).sit();
    sitting.finish(chose('yes'));
    sitting.desk.say(architect, orders, { 'a.core': chose('no') });
    expect(takenPages(sitting.desk.known(), sitting.who).map(({ questions }) => questions)).toEqual([
      ['a.more'],
      ['a.core'],
    ]);
  });
});

describe('changed content', () => {
  const before = [...series('a', 3), ...series('b', 2)];
  const said = (asked: Question): Said => chose(asked.key === 'a.q1' ? 'no' : 'yes');

  function saidTo(desk: Desk, key: string): Said | undefined {
    return desk.known().standings.find((each) => each.question.key === key)?.answers[0]?.said;
  }

  test.each<[string, Question[]]>([
    ['re-ordered questions', [...before].reverse()],
    ['a question put in at the front', [question('a.new'), ...before]],
    ['a question put in between', [...before.slice(0, 1), question('a.new'), ...before.slice(1)]],
    ['a question taken out', before.filter(({ key }) => key !== 'a.q0')],
    [
      'a question that became a follow-up',
      before.map((each) => (each.key === 'a.q2' ? { ...each, core: true } : each)),
    ],
  ])('never files an answer under another question: %s', (_, after) => {
    const desk = new Desk(content(before));
    const sitting = desk.sit();
    sitting.answer(said);
    desk.of = content(after);
    for (const { key } of before.filter(({ topic }) => topic === 'a')) {
      if (after.some((each) => each.key === key))
        expect(saidTo(desk, key)).toEqual(chose(key === 'a.q1' ? 'no' : 'yes'));
    }
    expect(saidTo(desk, 'a.new')).toBeUndefined();
    const rest = keysOf(sitting.finish(said).pages).flat();
    const open = after.map(({ key }) => key).filter((key) => key.startsWith('b.') || key === 'a.new');
    expect([...rest].sort()).toEqual([...open].sort());
  });
});

describe('any people, with any answers', () => {
  const ends = ['shop', 'erp'];

  /** Five topics with openers, chains and comparisons, about everything that questions can be about. */
  function anyContent(luck: Chance): Content {
    const questions: Question[] = [];
    for (const topic of ['a', 'b', 'c', 'd', 'e']) {
      for (let at = 0; at < 1 + luck.below(6); at += 1) {
        const scope = luck.oneOf(['integration', 'integration', 'application', 'project'] as const);
        const openers = questions.filter((each) => each.scope === scope || each.scope === 'project');
        const opener = openers.length > 0 && luck.below(2) ? luck.oneOf(openers) : undefined;
        const asks = { question: opener?.key ?? '', is: luck.oneOf(['yes', 'no']) };
        questions.push(
          question(`${topic}.q${at}`, {
            scope,
            core: luck.below(3) === 0,
            answer: luck.oneOf([
              choice('yes', 'no'),
              choice('yes', 'no', 'a', 'b', 'c', 'd'),
              multi('yes', 'no'),
              textShape,
              amountOf('hours'),
            ]),
            roles: luck.oneOf([
              ['architect'],
              ['architect', 'process-owner'],
              ['source-owner', 'application-owner'],
            ]),
            compare: luck.oneOf([[], [], ['process-owner', 'source-owner']]),
            ...(opener ? { when: luck.below(3) ? asks : { not: asks } } : {}),
          }),
        );
      }
    }
    return content(questions);
  }

  function anything(luck: Chance, { answer: shape }: Question): Said {
    if (luck.below(3) === 0) return luck.oneOf([unsure, passed, referred, notApplicable]);
    switch (shape.kind) {
      case 'choice':
        return chose(luck.oneOf(shape.options).id);
      case 'multi':
        return ticked(luck.oneOf(shape.options).id);
      case 'number':
        return counted(luck.below(9));
      default:
        return wrote('words');
    }
  }

  const people = [
    architect,
    member('olu', 'process-owner'),
    member('sam', { role: 'source-owner', on: 'shop' }),
    member('tess', { role: 'target-owner', on: 'erp' }),
    member('new'),
  ];

  test('every sitting ends, within ten questions, none of them put twice, each to somebody who can know', () => {
    for (let seed = 0; seed < 60; seed += 1) {
      const luck = chance(seed);
      const desk = new Desk(anyContent(luck), ends);
      for (let round = 0; round < 8; round += 1) {
        const sitting = desk.sit(luck.oneOf(people));
        const { pages, end } = sitting.finish((asked) => anything(luck, asked));
        const put = pages.flatMap(({ subject, questions }) =>
          questions.map(({ key }) => `${key}@${subjectKey(subject)}`),
        );
        expect(new Set(put).size, `seed ${seed}`).toBe(put.length);
        expect(put.length, `seed ${seed}`).toBeLessThanOrEqual(sittingLength);
        for (const { questions, subject, progress } of pages) {
          expect(questions.every((asked) => canKnow(asked, subject, sitting.who))).toBe(true);
          expect(progress.topic).toBeGreaterThan(0);
          expect(progress.topic).toBeLessThanOrEqual(progress.of);
        }
        expect(end === 'rest' ? put.length : sittingLength).toBe(sittingLength);
      }
    }
  });

  test('who answers everything is done after a few sittings, and is not asked again', () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const luck = chance(seed);
      const desk = new Desk(anyContent(luck), ends);
      const ended = Array.from({ length: 10 }, () => {
        const give = (asked: Question) => {
          const said = anything(luck, asked);
          return said.kind === 'passed' ? unsure : said;
        };
        return desk.sit().finish(give).end;
      });
      expect(ended.at(-1), `seed ${seed}`).toBe('done');
      expect(desk.sit().next()).toEqual({ kind: 'done' });
    }
  });

  test('two people who answer in turns end both, whatever one of them opens or closes for the other', () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const luck = chance(seed);
      const desk = new Desk(anyContent(luck), ends);
      const sittings = [desk.sit(architect), desk.sit(member('new'))];
      const put = new Set<string>();
      for (let turn = 0; turn < 100; turn += 1) {
        const sitting = luck.oneOf(sittings);
        if (sitting.next().kind !== 'page') continue;
        const page = sitting.answer((asked) => anything(luck, asked));
        for (const { key } of page.questions) {
          const once = `${sitting.member.id} ${key}@${subjectKey(page.subject)}`;
          expect(put.has(once), `seed ${seed}: ${once}`).toBe(false);
          put.add(once);
        }
      }
      expect(sittings.map((sitting) => sitting.next().kind)).not.toContain('page');
    }
  });
});
