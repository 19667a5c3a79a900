import { execFile } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, inject, test } from 'vitest';
import { openTerminal, startBot } from '../browser/bot.ts';
import type { Answered } from '../connector/chat.ts';
import { openConnector } from '../connector/connector.ts';
import { canMount, smallDisk } from '../store/folder.ts';
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

const product = inject('product');

/** The sample in a data folder on a disk of so many kilobytes, and a bot on it. */
async function openOn(kilobytes: number) {
  const disk = await smallDisk(kilobytes);
  const own = await openTerminal(product);
  const env = { ...own.env, BRIDGEKEEPER_DATA: `${disk.folder}/data` };
  const seed = await openTerminal(product);
  await seed.command('import', sample);
  const integrations = integrationsIn(await seed.command('export'), 2);
  await cp(seed.env.BRIDGEKEEPER_DATA ?? '', env.BRIDGEKEEPER_DATA, { recursive: true });
  const connector = await openConnector();
  const bot = await startBot({ ...own, env });
  let deliveries = 0;
  return {
    disk,
    async answer(): Promise<{ tap: Tap; answer: Answered }> {
      deliveries += 1;
      const { key, options } = questions[deliveries % questions.length] ?? { key: '', options: [] };
      const tap = {
        person: deliveries,
        integration: integrations[deliveries % 2] ?? '',
        question: key,
        option: options[deliveries % options.length] ?? '',
        id: `delivery-${deliveries}`,
      };
      return { tap, answer: await deliver(bot.endpoint.replace('/api/messages', ''), connector.url, tap) };
    },
    async close(): Promise<string[]> {
      await bot.stop();
      await connector.close();
      const { stdout } = await promisify(execFile)(process.execPath, [own.program, 'export'], {
        env,
        maxBuffer: 2 ** 26,
      });
      await Promise.all([own.close(), seed.close()]);
      return answersIn(stdout);
    },
  };
}

test.runIf(await canMount())(
  'on a full disk people are told that nothing was saved, and nothing else is lost',
  async () => {
    const house = await openOn(700);
    const saved: Tap[] = [];
    let refusal: Answered | undefined;
    for (let tries = 0; tries < 3000 && !refusal; tries += 1) {
      const { tap, answer } = await house.answer();
      if (isAcknowledged(answer)) saved.push(tap);
      else refusal = answer;
    }
    expect(refusal?.status).toBe(200);
    expect(refusal?.text).toMatch(/not saved/);
    expect(refusal?.text).not.toMatch(/ENOSPC|node:|\bat .+:\d+/);
    expect((await house.close()).sort()).toEqual(saved.map(nameOf).sort());
  },
);

test.runIf(await canMount())(
  'a data folder that turns read-only costs the answer of the moment, and the next one is kept',
  async () => {
    const house = await openOn(8000);
    const first = await house.answer();
    house.disk.makeReadOnly();
    const refused = await house.answer();
    house.disk.makeWritable();
    const last = await house.answer();
    expect([first, refused, last].map(({ answer }) => isAcknowledged(answer))).toEqual([true, false, true]);
    expect(refused.answer.text).toMatch(/not saved/);
    expect((await house.close()).sort()).toEqual([first, last].map(({ tap }) => nameOf(tap)).sort());
  },
);
