import { beforeEach, describe, expect, it } from 'vitest';
import type { PageReply } from '../../../src/app/interview/interview-reply.ts';
import { privately, type Stage } from '../../journeys/stage.ts';
import {
  begin,
  everything,
  filledIn,
  findingsOf,
  goOnTo,
  kindsOf,
  next,
  notedOf,
  openTeamProject,
  openTestStage,
  pageAbout,
  pageOf,
  saidBy,
  saidOnFile,
} from '../interviewing.ts';

const owner = 'owners-and-stakeholders.accountable-owner';
const walk = 'owner-alignment.walk-through';
const tieBreak = 'owner-alignment.tie-break';
const purpose = 'owner-alignment.purpose';
const records = 'one-size-fits-all.records-per-day';
const peak = 'one-size-fits-all.busiest-hour';

let stage: Stage;
let project: string;
beforeEach(async () => {
  stage = await openTestStage();
  project = await openTeamProject(stage, 2, 'Omar');
});

const questionsOf = (page: PageReply) =>
  page.ref.questions.map((key) => `${key}@${JSON.stringify(page.ref.subject)}`);

/** Answers page after page until the sitting is over; gives back the pages. */
async function sitThrough(who: string, first: PageReply, fill = filledIn): Promise<PageReply[]> {
  const pages = [first];
  for (;;) {
    const page = pages.at(-1) ?? first;
    const outcome = await stage.take(who, next(page, fill(page)));
    if (!kindsOf(outcome).includes('page')) return pages;
    pages.push(pageOf(outcome));
  }
}

describe('a sitting', () => {
  it('holds ten questions, and the next one holds others', async () => {
    const first = await sitThrough('Dana', await begin(stage, 'Dana', { project, role: 'everything' }));
    expect(first.flatMap(questionsOf)).toHaveLength(10);
    const again = pageOf(await stage.take('Dana', { do: 'continue' }));
    const second = await sitThrough('Dana', again);
    const all = [...first, ...second].flatMap(questionsOf);
    expect(new Set(all).size).toBe(all.length);
  });

  it('ends with the findings, which say how much is left for another time', async () => {
    const page = await begin(stage, 'Dana', { project, role: 'everything' });
    const pages = await sitThrough('Dana', page);
    const last = pages.at(-1) ?? page;
    stage.wait(24);
    expect(findingsOf(await stage.take('Dana', next(last, filledIn(last))))).toMatchObject({
      ended: true,
      left: expect.any(Number),
    });
  });

  it('does not ask again what was left open; once there is nothing new, a later one does', async () => {
    const page = await begin(stage, 'Dana', { project });
    const pages = await sitThrough('Dana', page, () => ({}));
    const onward = async () => pageOf(await stage.take('Dana', { do: 'continue' }));
    const second = await sitThrough('Dana', await onward(), () => ({}));
    const asked = [...pages, ...second].flatMap(questionsOf);
    expect(new Set(asked).size).toBe(asked.length);
    expect((await onward()).ref.questions).toEqual(expect.arrayContaining([...page.ref.questions]));
  });

  it('asks again what was left open, even where nothing else is left to ask', async () => {
    const fillRest = (page: PageReply) => ({ ...filledIn(page), [tieBreak]: '' });
    let page = await begin(stage, 'Dana', { project });
    let asked: string[];
    do {
      asked = (await sitThrough('Dana', page, fillRest)).flatMap(({ ref }) => ref.questions);
      page = pageOf(await stage.take('Dana', { do: 'continue' }));
    } while (asked.length > 1);
    expect(page.ref.questions).toEqual([tieBreak]);
  });

  it('counts what was left open as open', async () => {
    const before = findingsOf(await stage.take('Omar', { do: 'risks', name: 'load 1', page: 1 })).unasked;
    await sitThrough('Dana', await begin(stage, 'Dana', { project }), () => ({}));
    const after = findingsOf(await stage.take('Omar', { do: 'risks', name: 'load 1', page: 1 })).unasked;
    expect(after).toBe(before);
  });

  it('goes on with the interview whose page is tapped, and what is typed next belongs to it', async () => {
    const here = await begin(stage, 'Dana', { project });
    await begin(stage, 'Dana', { project, integration: 'voucher-load-2' });
    const onward = pageOf(await stage.take('Dana', next(here, { [walk]: 'not-yet' })));
    expect(onward.ref.integration).toBe('voucher-load-1');
    const [typed] = (await stage.take('Dana', { do: 'say', text: 'tbd' })).messages;
    expect(typed).toMatchObject({ kind: 'noted', ref: { integration: 'voucher-load-1' } });
  });
});

describe('a pause', () => {
  it('keeps what is typed meanwhile from being an answer', async () => {
    await begin(stage, 'Dana', { project });
    await stage.take('Dana', { do: 'pause' });
    const before = await everything(stage);
    expect(saidBy(await stage.take('Dana', { do: 'say', text: 'tbd' }))[0]).toContain(
      'I do not know what to do',
    );
    expect(await everything(stage)).toEqual(before);
  });

  it('is over with the next tap on the page', async () => {
    const page = await begin(stage, 'Dana', { project });
    await stage.take('Dana', { do: 'pause' });
    await stage.take('Dana', next(page, { [walk]: 'not-yet' }));
    expect(kindsOf(await stage.take('Dana', { do: 'say', text: 'tbd' }))).toEqual(['noted', 'page']);
  });

  it('is not over because an answer is put right', async () => {
    const page = await begin(stage, 'Dana', { project });
    await stage.take('Dana', next(page, { [walk]: 'not-yet' }));
    await stage.take('Dana', { do: 'pause' });
    const asked = { do: 'ask-again', ...page.ref, question: walk } as const;
    await stage.take('Dana', next(pageOf(await stage.take('Dana', asked)), { [walk]: 'one-by-one' }));
    expect(kindsOf(await stage.take('Dana', { do: 'say', text: 'tbd' }))).toEqual(['notice']);
  });
});

describe('Back', () => {
  it('goes page by page to the first one, filled in as they were, and stays there', async () => {
    const pages = [await begin(stage, 'Dana', { project })];
    for (let taken = 0; taken < 3; taken += 1) {
      const page = pages.at(-1);
      if (page) pages.push(pageOf(await stage.take('Dana', next(page, filledIn(page)))));
    }
    let here = pages.at(-1);
    for (const before of pages.slice(0, 3).toReversed()) {
      if (!here) break;
      here = pageOf(await stage.take('Dana', { do: 'back', page: here.ref, inputs: {} }));
      expect(here.ref).toMatchObject({ questions: before.ref.questions, subject: before.ref.subject });
      expect(Object.fromEntries(here.questions.map(({ key, filled }) => [key, filled]))).toEqual(
        filledIn(before),
      );
    }
    expect(here).toMatchObject({ back: false });
  });

  it('keeps what was filled in on the page that is left', async () => {
    const first = await begin(stage, 'Dana', { project });
    const page = pageOf(await stage.take('Dana', next(first, { [walk]: 'not-yet' })));
    const back = pageOf(await stage.take('Dana', { do: 'back', page: page.ref, inputs: filledIn(page) }));
    expect(back.ref.questions).toEqual(first.ref.questions);
    const again = pageOf(await stage.take('Dana', next(back, { [walk]: 'not-yet' })));
    expect(again.ref).not.toMatchObject({ questions: page.ref.questions, subject: page.ref.subject });
  });

  it('changes nothing more, where it is delivered twice', async () => {
    const first = await begin(stage, 'Dana', { project });
    const page = pageOf(await stage.take('Dana', next(first, { [walk]: 'not-yet' })));
    const back = { do: 'back', page: page.ref, inputs: filledIn(page) } as const;
    const outcomes = await Promise.all([1, 2].map(() => stage.take('Dana', back, { id: 'activity-1' })));
    for (const outcome of outcomes) expect(pageOf(outcome).ref.questions).toEqual(first.ref.questions);
    const said = await saidOnFile(stage);
    expect(new Set(said).size).toBe(said.length);
  });
});

describe('setting a question aside', () => {
  it('keeps what was filled in beside it, and asks at once what was blank', async () => {
    const first = await begin(stage, 'Dana', { project, role: 'business-process-owner' });
    const page = await goOnTo(stage, 'Dana', first, records);
    expect(page.ref.questions).toEqual([records, peak]);
    const outcome = await stage.take('Dana', {
      do: 'set-aside',
      page: page.ref,
      inputs: {
        'aside-question': peak,
        'aside-how': 'someone-else',
        'aside-note': ' Omar ',
        [records]: '200-300',
      },
    });
    expect(notedOf(outcome).lines).toMatchObject([
      { words: expect.stringContaining('200') },
      { words: 'ask Omar (I ask them now)' },
    ]);
    expect(await saidOnFile(stage)).toEqual(
      expect.arrayContaining(['Dana busiest-hour referred', 'Dana records-per-day 200-300']),
    );
  });

  it('says what is missing, and keeps what was filled in beside it', async () => {
    const first = await begin(stage, 'Dana', { project, role: 'business-process-owner' });
    const page = await goOnTo(stage, 'Dana', first, records);
    const before = await saidOnFile(stage);
    for (const inputs of [
      { 'aside-how': 'someone-else', 'aside-note': 'Omar' },
      { 'aside-question': records, 'aside-how': 'someone-else', 'aside-note': ' ' },
      { 'aside-question': records, 'aside-how': 'no-such-reason' },
      { 'aside-question': owner, 'aside-how': 'other' },
    ]) {
      const command = { do: 'set-aside', page: page.ref, inputs: { ...inputs, [peak]: '17' } } as const;
      const again = pageOf(await stage.take('Dana', command));
      expect(again.aside?.problem).toMatch(/Choose|Who would know/);
      expect(again.questions[1]?.filled).toBe('17');
    }
    expect(await saidOnFile(stage)).toEqual(before);
  });
});

describe('the role', () => {
  it('decides what somebody is asked', async () => {
    for (const role of ['project-manager', 'developer', 'operations']) {
      const pages = await sitThrough(
        'Dana',
        await begin(stage, 'Dana', { project, role: 'everything' }).then(() =>
          begin(stage, 'Dana', { project, role }),
        ),
      );
      for (const key of pages.flatMap(({ ref }) => ref.questions))
        expect(stage.house.content.question.get(key)?.roles, key).toContain(role);
    }
  });

  it('of an owner asks about the own application only', async () => {
    const first = await begin(stage, 'Dana', { project, role: 'source-owner@payroll' });
    const pages = await sitThrough('Dana', first);
    const applications = pages.flatMap(({ ref: { subject } }) =>
      subject.scope === 'application' ? [subject.id] : [],
    );
    expect(new Set(applications)).toEqual(new Set(['payroll']));
  });
});

describe('a correction', () => {
  const about = () => pageAbout(project, { scope: 'project' }, tieBreak, { turn: 'first card' });
  const answer = (option: string, page = about()) =>
    stage.take('Dana', { do: 'answer', page, inputs: { [tieBreak]: option } });
  const risks = async () =>
    findingsOf(await stage.take('Dana', { do: 'risks', name: 'load 1', page: 1 })).findings.filter(
      ({ kind }) => kind === 'risk',
    );
  const openAgain = async () =>
    pageOf(await stage.take('Dana', { do: 'ask-again', ...about(), question: tieBreak }));
  const title = 'It is not settled who decides when owners in My project disagree';

  it('says which risk it raised and which it cleared, and the findings follow', async () => {
    await answer('one-person');
    expect(await risks()).toEqual([]);
    expect(notedOf(await answer('nobody', (await openAgain()).ref))).toMatchObject({
      raised: [title],
      cleared: [],
    });
    expect(await risks()).toMatchObject([{ title, because: [{ words: 'Nobody has been named' }] }]);
    expect(notedOf(await answer('one-person', (await openAgain()).ref))).toMatchObject({
      raised: [],
      cleared: [title],
    });
    expect(await risks()).toEqual([]);
  });

  it('says the same where Save is tapped twice', async () => {
    await answer('one-person');
    const { ref } = await openAgain();
    const outcomes = await Promise.all([answer('nobody', ref), answer('nobody', ref)]);
    for (const outcome of [...outcomes, await answer('nobody', ref)])
      expect(notedOf(outcome)).toMatchObject({ raised: [title], cleared: [] });
    expect(await saidOnFile(stage)).toEqual(['Dana tie-break one-person', 'Dana tie-break nobody']);
  });

  it('opens with the answer that stands, and keeps earlier ones on file', async () => {
    await answer('one-person');
    await answer('nobody', (await openAgain()).ref);
    expect((await openAgain()).questions).toMatchObject([{ filled: 'nobody' }]);
    expect(await saidOnFile(stage)).toEqual(['Dana tie-break one-person', 'Dana tie-break nobody']);
  });

  it('withdraws an answer that was cleared out of its input', async () => {
    const page = pageAbout(project, { scope: 'integration', id: 'voucher-load-1' }, records);
    await stage.take('Dana', { do: 'answer', page, inputs: { [records]: '2000' } });
    const again = pageOf(await stage.take('Dana', { do: 'ask-again', ...page, question: records }));
    expect(again.questions).toMatchObject([{ filled: '2000' }]);
    const outcome = await stage.take('Dana', next(again, { [records]: ' ' }));
    expect(notedOf(outcome).lines).toMatchObject([{ kind: 'passed' }]);
  });

  it('sets answers aside whose question no longer applies, and brings them back', async () => {
    const of = { scope: 'application', id: 'payroll' } as const;
    const page = (question: string) => pageAbout(project, of, question);
    const deputy = 'owners-and-stakeholders.deputy';
    await begin(stage, 'Dana', { project });
    await stage.take('Dana', { do: 'answer', page: page(owner), inputs: { [owner]: 'one-person' } });
    await stage.take('Dana', { do: 'answer', page: page(deputy), inputs: { [deputy]: 'nobody' } });
    const change = async (option: string) => {
      const again = pageOf(await stage.take('Dana', { do: 'ask-again', ...page(owner), question: owner }));
      return notedOf(await stage.take('Dana', next(again, { [owner]: option })));
    };
    expect((await change('team')).cleared).toEqual([
      'Nobody can decide about Payroll while its owner is away',
    ]);
    const [answers] = (await stage.take('Dana', { do: 'change', page: 1 })).messages;
    expect(JSON.stringify(answers)).toContain('no longer counts');
    expect((await change('one-person')).raised).toEqual([
      'Nobody can decide about Payroll while its owner is away',
    ]);
  });
});

it('answers of an earlier interview are found by its name while another one is under way', async () => {
  const about = (id: string) =>
    pageAbout(project, { scope: 'integration', id }, purpose, { integration: id });
  await stage.take('Dana', { do: 'answer', page: about('voucher-load-1'), inputs: { [purpose]: 'show' } });
  await begin(stage, 'Dana', { project, integration: 'voucher-load-2' });
  await stage.take('Dana', {
    do: 'answer',
    page: about('voucher-load-2'),
    inputs: { [purpose]: 'same-data' },
  });
  const change = async (name?: string) =>
    (await stage.take('Dana', { do: 'change', page: 1, ...(name ? { name } : {}) })).messages[0];
  expect(await change()).toMatchObject({ kind: 'answers', integration: { id: 'voucher-load-2' } });
  expect(await change('load 1')).toMatchObject({
    kind: 'answers',
    integration: { id: 'voucher-load-1' },
    groups: [{ lines: [{ words: 'Show data of the other system' }] }],
  });
  expect(await change('load 7')).toMatchObject({ kind: 'notice' });
});

it('answers that are found by words of their questions are so on every page of the list', async () => {
  await begin(stage, 'Dana', { project });
  const about = { scope: 'application', id: 'payroll' } as const;
  const questions = [...stage.house.content.question.values()]
    .filter(({ scope }) => scope === about.scope)
    .map(({ key }) => key);
  const page = { ...pageAbout(project, about, ''), questions };
  const inputs = Object.fromEntries(questions.map((key) => [key, '?']));
  await stage.take('Dana', { do: 'answer', page, inputs });
  const of = { scope: 'integration', id: 'voucher-load-1' } as const;
  await stage.take('Dana', {
    do: 'answer',
    page: pageAbout(project, of, purpose),
    inputs: { [purpose]: 'show' },
  });
  await stage.says('Dana', 'change payroll');
  expect((await stage.taps('Dana', 'Next page')).map(({ text }) => text).join()).toContain('Payroll');
  expect(stage.onScreen(privately('Dana'))[0]?.text).toMatch(/Page 2 of \d/);
  await stage.taps('Dana', 'Previous page');
  expect(stage.onScreen(privately('Dana'))[0]?.text).not.toContain('Show data of the other system');
});

it('two people answer one question at once, and both answers are kept', async () => {
  const page = pageAbout(project, { scope: 'integration', id: 'voucher-load-1' }, purpose);
  const say = (who: string, option: string) =>
    stage.take(who, {
      do: 'answer',
      page: { ...page, turn: `card of ${who}` },
      inputs: { [purpose]: option },
    });
  await Promise.all([say('Dana', 'show'), say('Omar', 'same-data')]);
  expect((await saidOnFile(stage)).toSorted()).toEqual(['Dana purpose show', 'Omar purpose same-data']);
  const { findings } = findingsOf(await stage.take('Omar', { do: 'risks', name: 'load 1', page: 1 }));
  expect(findings[0]).toMatchObject({
    title: 'The owners of Voucher load 1 want different things of it',
    because: expect.arrayContaining([
      expect.objectContaining({ words: 'Show data of the other system' }),
      expect.objectContaining({ words: 'Keep the same data in both systems' }),
    ]),
  });
});
