import { expect, test } from 'vitest';
import { markOf } from '../../src/app/documents.ts';
import type { Person } from '../../src/core/landscape/person.ts';
import type { Posted } from '../../src/core/reminder/letter.ts';
import type { Nudges } from '../../src/core/reminder/nudging.ts';
import { killedOnceIn } from '../app/reminder/simulation.ts';
import { ask, badWeather, chatOf, everybodyAsked, openMortalBot } from './asking.ts';
import { openStage, titles } from './stage.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

test('through refusals, throttling, breakdowns and deaths nobody is asked twice or forgotten, and who asked is told', async () => {
  const { door, connector, chat, taken } = await openStage({ take: () => ({ messages: [] }) });
  await chat().says('hello');
  const all = everybodyAsked(60);
  // A Monday at ten, in everybody's working hours.
  let now = Date.parse('2026-03-02T10:00:00.000Z');
  const clock = () => new Date(now);
  const shelf = await ask(all, taken[0]?.address as object, clock());
  const bot = openMortalBot(shelf, door.messenger, clock, killedOnceIn(1_000, 11));
  const deadIn = new Map(
    all.flatMap(({ name, isKnown, dead }) => (dead ? [[isKnown ? chatOf(name) : name, dead]] : [])),
  );
  const fault = badWeather(12);
  connector.weather((_kind, where) => {
    const code = deadIn.get(where);
    return code ? { status: 403, code } : fault();
  });
  const until = async (end: number, stepMs: number) => {
    for (; now < end; now += stepMs) await bot.round();
  };

  const begin = now;
  await until(begin + 2 * minuteMs, 10_000);
  await connector.leave();
  await until(begin + 12 * minuteMs, 30_000);
  await connector.comeBack();
  await until(begin + 3 * hourMs, minuteMs);
  // To Friday, hour by hour: what may not have arrived is reminded of after two working days.
  connector.weather((_kind, where) => {
    const code = deadIn.get(where);
    return code ? { status: 403, code } : undefined;
  });
  await until(begin + 4 * 24 * hourMs, hourMs);

  const documents = [...shelf.values()].map(({ value }) => value);
  const posted = documents.filter(
    (each): each is Posted => typeof each === 'object' && each !== null && 'letter' in each,
  );
  const letter = (id: string) => posted.find((each) => each.letter.id === id)?.delivery.state;
  const seen = titles(connector.cards());
  const counts = { asked: 0, reminded: 0, told: 0, toldAgain: 0 };
  for (const { name, asker, question, dead } of all) {
    const times = seen.filter((title) => title === question).length;
    const told = titles(connector.cards(chatOf(asker))).filter((title) => isAbout(title, name)).length;
    const telling = letter(`unreachable/${markOf(asker)}/ask/${name}`);
    const state = letter(`ask/${name}`);
    // Nobody twice, and whoever asked is told of all that was not surely delivered.
    expect({ name, times, told, state, telling }).toEqual(
      state === 'sent'
        ? { name, times: 1, told: 0, state, telling: undefined }
        : {
            name,
            times: dead ? 0 : expect.toBeOneOf([0, 1]),
            // The telling, too, is sent at most once; where no answer came, it is in a reminder as well.
            told: telling === 'sent' ? 1 : expect.toBeOneOf([0, 1]),
            state: dead ? expect.toBeOneOf(['failed', 'unknown']) : 'unknown',
            telling: expect.toBeOneOf(['sent', 'unknown']),
          },
    );
    counts[state === 'sent' ? 'asked' : telling === 'sent' ? 'told' : 'toldAgain'] += 1;
    if (telling === 'unknown')
      expect([asker, ...titles(connector.cards(chatOf(asker)))]).toContain('reminder');
    if (dead || state === 'sent') continue;
    // Nobody is forgotten: who may not have got it finds it in a reminder.
    counts.reminded += 1;
    const chat = documents.find((each): each is Person => (each as Person).id === name)?.chat;
    const nudges = documents.find(
      (each): each is Nudges => (each as Nudges).id === name && 'nudged' in (each as Nudges),
    );
    // The bot may have died while sending the reminder: that, too, is sent at most once, and the next is for who asked.
    if (nudges?.delivery?.state === 'unknown')
      expect(nudges.nudged).toHaveProperty([`asked/palm/ask/${name}`, 'times'], 2);
    else expect([name, ...titles(connector.cards(chat))]).toContain('reminder');
  }
  expect(bot.deaths()).toBeGreaterThan(50);
  // Of each there were some, or nothing was shown.
  expect(Object.values(counts).every((count) => count > 0)).toBe(true);
}, 60_000);

const isAbout = (title: string, name: string) =>
  title.startsWith(`I could not ask ${name} about`) || title.startsWith(`I cannot say whether ${name} got`);
