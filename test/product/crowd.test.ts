import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Bot, openTerminal, startBot, type Terminal } from '../browser/bot.ts';
import { type Connector, openConnector } from '../connector/connector.ts';
import {
  answersIn,
  deliver,
  integrationsIn,
  isAcknowledged,
  nameOf,
  questions,
  sample,
  type Tap,
} from './answering.ts';

let terminal: Terminal;
let bot: Bot;
let connector: Connector;

beforeAll(async () => {
  terminal = await openTerminal(inject('product'));
  await terminal.command('import', sample);
  connector = await openConnector();
  bot = await startBot(terminal);
});
afterAll(async () => {
  await bot.stop();
  await connector.close();
  await terminal.close();
});

test('300 taps at once from 30 people on 10 integrations, every tenth delivered twice, are each stored once', async () => {
  const integrations = integrationsIn(await terminal.command('export'), 10);
  const taps = Array.from({ length: 300 }, (_, at): Tap => {
    const person = at % 30;
    const { key, options } = questions[Math.floor(at / 30)] ?? { key: '', options: [] };
    return {
      person,
      integration: integrations[(at + Math.floor(at / 30)) % 10] ?? '',
      question: key,
      option: options[at % options.length] ?? '',
      id: `delivery-${at}`,
    };
  });
  const deliveries = taps.flatMap((tap, at) => (at % 10 === 0 ? [tap, tap] : [tap]));
  let longest = 0;
  const answers = await Promise.all(
    deliveries.map(async (tap) => {
      const began = performance.now();
      const answer = await deliver(bot.endpoint.replace('/api/messages', ''), connector.url, tap);
      longest = Math.max(longest, performance.now() - began);
      return answer;
    }),
  );
  expect(answers.filter((answer) => !isAcknowledged(answer))).toEqual([]);
  // Teams delivers again what is not answered in 15 seconds; this is its limit and not a measurement.
  expect(longest).toBeLessThan(15_000);
  expect(answersIn(await terminal.command('export')).sort()).toEqual(taps.map(nameOf).sort());
});
