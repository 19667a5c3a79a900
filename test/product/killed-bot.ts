/**
 * Kills the whole bot again and again while people answer: `tsx test/product/killed-bot.ts 60`, after a build. Whatever a
 * person saw noted has to be on file, once.
 */
import { type Bot, openTerminal, startBot } from '../browser/bot.ts';
import { openConnector } from '../connector/connector.ts';
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

export interface Tally {
  readonly kills: number;
  readonly acknowledged: number;
  readonly lost: readonly string[];
  readonly twice: readonly string[];
}

/** `product` is the folder that holds `dist/`. The order is the same for the same seed; the moments are not. */
export async function killOften(product: string, kills: number, seed = 7): Promise<Tally> {
  const terminal = await openTerminal(product);
  const connector = await openConnector();
  const random = randomFrom(seed);
  await terminal.command('import', sample);
  const integrations = integrationsIn(await terminal.command('export'), 4);
  const acknowledged = new Set<string>();
  let deliveries = 0;
  let bot: Bot | undefined;
  try {
    bot = await startBot(terminal);
    for (let kill = 0; kill < kills; kill += 1) {
      let down = false;
      const people = Array.from({ length: 4 }, async (_, person) => {
        while (!down) {
          deliveries += 1;
          const { key, options } = questions[deliveries % questions.length] ?? { key: '', options: [] };
          const option = options[deliveries % options.length] ?? '';
          const integration = integrations[deliveries % integrations.length] ?? '';
          // A person of their own for each answer: then what is on file says which delivery it was.
          const tap: Tap = {
            person: deliveries * 10 + person,
            integration,
            question: key,
            option,
            id: `d-${deliveries}`,
          };
          const answer = await deliver(addressOf(bot as Bot), connector.url, tap).catch(() => undefined);
          if (answer && isAcknowledged(answer)) acknowledged.add(nameOf(tap));
        }
      });
      await new Promise((resolve) => setTimeout(resolve, 20 + random() * 250));
      const restarted = bot.crashAndRestart();
      down = true;
      await Promise.all([restarted, ...people]);
    }
    await bot.stop();
    bot = undefined;
    const onFile = answersIn(await terminal.command('export'));
    return {
      kills,
      acknowledged: acknowledged.size,
      lost: [...acknowledged].filter((name) => !onFile.includes(name)),
      twice: onFile.filter((name, at) => onFile.indexOf(name) !== at),
    };
  } finally {
    await bot?.stop();
    await connector.close();
    await terminal.close();
  }
}

const addressOf = ({ endpoint }: Bot) => endpoint.replace('/api/messages', '');

/** mulberry32 */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

if (process.argv[1]?.endsWith('killed-bot.ts')) {
  const tally = await killOften(new URL('../../', import.meta.url).pathname, Number(process.argv[2] ?? 60));
  const { kills, acknowledged, lost, twice } = tally;
  process.stdout.write(
    `${kills} kills of the bot: ${acknowledged} answers acknowledged, ${lost.length} lost, ${twice.length} stored twice\n`,
  );
  process.exitCode = lost.length + twice.length > 0 ? 1 : 0;
}
