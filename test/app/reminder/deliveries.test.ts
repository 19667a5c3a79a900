import { describe, expect, it } from 'vitest';
import {
  begin,
  everything,
  filledIn,
  kindsOf,
  next,
  notedOf,
  openTeamProject,
  openTestStage,
  pageOf,
  saidOnFile,
} from '../interviewing.ts';

const walk = 'owner-alignment.walk-through';

async function openInterview() {
  const stage = await openTestStage();
  const project = await openTeamProject(stage);
  const page = await begin(stage, 'Dana', { project });
  return { stage, project, page, tap: next(page, filledIn(page)) };
}

describe('a page that is tapped twice', () => {
  it('is stored once and leads on once, where both taps come at once', async () => {
    const { stage, tap } = await openInterview();
    const outcomes = await Promise.all([stage.take('Dana', tap), stage.take('Dana', tap)]);
    expect(outcomes.map(kindsOf).toSorted()).toEqual([['noted'], ['noted', 'page']]);
    expect(await saidOnFile(stage)).toEqual(['Dana walk-through all-together']);
  });

  it('is stored once and leads on once, where the second tap comes a moment later', async () => {
    const { stage, tap } = await openInterview();
    expect(kindsOf(await stage.take('Dana', tap))).toEqual(['noted', 'page']);
    expect(kindsOf(await stage.take('Dana', tap))).toEqual(['noted']);
    expect(await saidOnFile(stage)).toEqual(['Dana walk-through all-together']);
  });

  it('counts as a correction, where the second tap says something else', async () => {
    const { stage, page } = await openInterview();
    await stage.take('Dana', next(page, { [walk]: 'all-together' }));
    const again = await stage.take('Dana', next(page, { [walk]: 'not-yet' }));
    expect(notedOf(again).raised).toEqual(['Owners may expect different things of Voucher load 1']);
    expect(await saidOnFile(stage)).toEqual(['Dana walk-through all-together', 'Dana walk-through not-yet']);
  });
});

describe('one delivery that comes twice', () => {
  it('is stored once and answered once, where both come at once', async () => {
    const { stage, tap } = await openInterview();
    const same = { id: 'activity-1' };
    const outcomes = await Promise.all([stage.take('Dana', tap, same), stage.take('Dana', tap, same)]);
    expect(outcomes.map(kindsOf).toSorted()).toEqual([['noted'], ['noted', 'page']]);
    expect(await saidOnFile(stage)).toEqual(['Dana walk-through all-together']);
  });

  it('changes nothing on file the second time', async () => {
    const { stage, tap } = await openInterview();
    await stage.take('Dana', tap, { id: 'activity-1' });
    const before = await everything(stage);
    expect(kindsOf(await stage.take('Dana', tap, { id: 'activity-1' }))).toEqual(['noted']);
    expect(await everything(stage)).toEqual(before);
  });

  it('says the next page again after a restart, because the first answer may never have arrived', async () => {
    const { stage, tap } = await openInterview();
    const first = pageOf(await stage.take('Dana', tap, { id: 'activity-1' }));
    const before = await everything(stage);
    await stage.restart();
    const second = await stage.take('Dana', tap, { id: 'activity-1' });
    expect(pageOf(second).ref.questions).toEqual(first.ref.questions);
    expect(await everything(stage)).toEqual(before);
  });

  it('answers one question only, where the text would answer the next one as well', async () => {
    const { stage } = await openInterview();
    const same = { id: 'activity-1' };
    await Promise.all([1, 2].map(() => stage.take('Dana', { do: 'say', text: 'tbd' }, same)));
    expect(kindsOf(await stage.take('Dana', { do: 'say', text: 'tbd' }, same))).toEqual([]);
    expect(await saidOnFile(stage)).toEqual(['Dana walk-through unsure']);
  });

  it('answers one question only, whichever document the next one belongs to', async () => {
    const { stage, project } = await openInterview();
    await begin(stage, 'Dana', { project, role: 'everything' });
    for (let texts = 1; texts <= 8; texts += 1) {
      const same = { id: `activity-${texts}` };
      await stage.take('Dana', { do: 'say', text: 'tbd' }, same);
      await stage.take('Dana', { do: 'say', text: 'tbd' }, same);
      expect(await saidOnFile(stage)).toHaveLength(texts);
    }
  });
});

describe('a card of last month', () => {
  it('is a correction, and says what it changed', async () => {
    const { stage, page } = await openInterview();
    await stage.take('Dana', next(page, { [walk]: 'not-yet' }));
    stage.wait(30 * 24);
    await stage.restart();
    const outcome = await stage.take('Dana', next(page, { [walk]: 'all-together' }));
    expect(notedOf(outcome)).toMatchObject({
      lines: [{ words: 'Yes, all of them together' }],
      cleared: ['Owners may expect different things of Voucher load 1'],
    });
    expect(kindsOf(outcome)).toEqual(['noted', 'page']);
  });

  it('leads on from where the person is, where nothing on it was changed', async () => {
    const { stage, tap } = await openInterview();
    await stage.take('Dana', tap);
    const before = await everything(stage);
    stage.wait(30 * 24);
    expect(kindsOf(await stage.take('Dana', tap))).toEqual(['noted', 'page']);
    expect(await everything(stage)).toEqual(before);
  });

  it('is corrected and answered once, where the correction is delivered twice', async () => {
    const { stage, page } = await openInterview();
    await stage.take('Dana', next(page, { [walk]: 'not-yet' }));
    stage.wait(30 * 24);
    const correction = next(page, { [walk]: 'all-together' });
    const same = { id: 'activity-2' };
    const outcomes = await Promise.all([1, 2].map(() => stage.take('Dana', correction, same)));
    expect(outcomes.map(kindsOf).toSorted()).toEqual([['noted'], ['noted', 'page']]);
    expect(kindsOf(await stage.take('Dana', correction, same))).toEqual(['noted']);
    expect(await saidOnFile(stage)).toEqual(['Dana walk-through not-yet', 'Dana walk-through all-together']);
  });

  it('takes nothing back with what is blank on it', async () => {
    const { stage, page } = await openInterview();
    await stage.take('Dana', next(page, { [walk]: 'not-yet' }));
    stage.wait(30 * 24);
    expect(notedOf(await stage.take('Dana', next(page))).lines).toMatchObject([{ words: 'Not yet' }]);
    expect(await saidOnFile(stage)).toEqual(['Dana walk-through not-yet']);
  });
});
