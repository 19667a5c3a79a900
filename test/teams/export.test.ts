import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { IncomingActivity } from '../../src/teams/activity.ts';
import { handOut } from '../../src/teams/hand-out.ts';
import { usualLimits } from '../../src/teams/limits.ts';
import { openOffers } from '../../src/teams/offers.ts';
import type { Attachment, Line } from '../../src/teams/send.ts';
import { ben } from '../connector/activities.ts';
import type { Sent } from '../connector/connector.ts';
import { notice, openStage, titles } from './stage.ts';

const file = { format: 'json', name: 'Palm 2026.json', text: '{}' } as const;
const bytes = new TextEncoder().encode('{"äöü":1}');
const written = { name: file.name, type: 'application/json', bytes };
const write = async () => [written];
const drive = 'https://contoso-my.sharepoint.com/personal/ada/_api/v2.0/drive/items/01/uploadSession?guid=1';

const take = () => ({ messages: [], file });
/** What Teams sends back when somebody taps *Allow* or *Decline*. */
function consented(card: { acceptContext: unknown }, action: 'accept' | 'decline', uploadUrl = drive) {
  const uploadInfo = {
    contentUrl: 'https://contoso-my.sharepoint.com/personal/ada/Documents/Palm%202026.json',
    name: 'Palm 2026.json',
    uploadUrl,
    uniqueId: 'unique',
    fileType: 'json',
  };
  const value = { type: 'fileUpload', action, context: card.acceptContext };
  return {
    type: 'invoke',
    name: 'fileConsent/invoke',
    value: action === 'accept' ? { ...value, uploadInfo } : value,
    replyToId: 'consent-card',
  };
}

async function openDrive(
  answer: number,
): Promise<{ url: string; got: { headers: unknown; body: Buffer }[] }> {
  const got: { headers: IncomingMessage['headers']; body: Buffer }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    got.push({ headers: request.headers, body: Buffer.concat(chunks) });
    response.writeHead(answer, answer === 302 ? { location: '/elsewhere' } : {});
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/up`, got };
}

const attachmentsOf = (seen: readonly Sent[]) => seen.flatMap(({ attachments = [] }) => attachments);
const consentType = 'application/vnd.microsoft.teams.card.file.consent';

/** The addresses are judged as in development, so that a drive of our own can stand in for OneDrive. */
async function asked(uploads: number) {
  const there = await openDrive(uploads);
  const offers = openOffers(60_000);
  const stage = await openStage({ take, write, offers });
  const offer = offers.add([written], 'ada-object-id');
  const card = { acceptContext: { offer, name: file.name } };
  return { ...stage, there, card };
}

test('in development a file is fetched from this machine, by its address and nothing less', async () => {
  const { chat, address } = await openStage({ take, write });
  const talk = chat();
  await talk.says('export');
  const [card] = talk.cards();
  const url: string = card.body[0].links[0].url;
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/exports\/[\w-]{32}\/Palm%202026\.json$/);
  const response = await fetch(url);
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
  expect(response.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''Palm%202026.json");
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  for (const wrong of ['/exports/', '/exports/x/Palm%202026.json', '/exports/%/%', '/exports/../healthz/x'])
    expect((await fetch(`${address}${wrong}`)).status).toBe(404);
  expect((await fetch(url.replace('Palm', 'palm'))).status).toBe(404);
  expect((await fetch(url, { method: 'POST' })).status).toBe(405);
});

test('a file that waited too long, or has to make room, is gone', () => {
  let now = 0;
  const offers = openOffers(1000, () => now);
  const token = offers.add([written], 'ada');
  now = 999;
  expect(offers.find(token, file.name)).toEqual(written);
  now = 1000;
  expect(offers.find(token, file.name)).toBeUndefined();
  const large = { ...written, bytes: new Uint8Array(40 * 1024 * 1024) };
  const [first, second] = [offers.add([large], 'ada'), offers.add([large], 'ada')];
  expect(offers.find(first, file.name)).toBeUndefined();
  expect(offers.find(second, file.name)).toBeDefined();
});

test('in Teams the person is asked first, and the card says nothing but a token', async () => {
  const sent: Attachment[] = [];
  const line = {
    whileTyping: <Result>(work: Promise<Result>) => work,
    sendAttachment: async (attachment: Attachment) => sent.push(attachment) > 0,
  } as unknown as Line;
  const activity = { from: { id: '29:ada' }, conversation: { id: 'a:1' } } as IncomingActivity;
  const offers = openOffers(60_000);
  const parts = {
    renderer: { write } as never,
    development: false,
    limits: usualLimits,
    offers,
    linkTo: () => '',
  };
  expect(await handOut(parts, activity, line, file)).toBe(1);
  expect(sent).toMatchObject([{ contentType: consentType, name: file.name, content: { sizeInBytes: 12 } }]);
  const [content] = sent.map((each) => each.content as { acceptContext: { offer: string; name: string } });
  const context = content?.acceptContext ?? { offer: '', name: '' };
  expect(Object.keys(context)).toEqual(['offer', 'name']);
  expect(offers.take(context.offer, context.name, '29:ada')).toEqual(written);
});

test('who agrees gets the file into their OneDrive, once, and a card that opens it', async () => {
  const { chat, card, there } = await asked(201);
  const talk = chat();
  const answered = await talk.post(consented(card, 'accept', there.url));
  expect(answered.status).toBe(200);
  expect(there.got).toHaveLength(1);
  expect(new Uint8Array(there.got[0]?.body ?? [])).toEqual(bytes);
  expect(there.got[0]?.headers).toMatchObject({ 'content-range': `bytes 0-11/12`, 'content-length': '12' });
  expect(attachmentsOf(talk.seen())).toEqual([
    {
      contentType: 'application/vnd.microsoft.teams.card.file.info',
      name: 'Palm 2026.json',
      contentUrl: 'https://contoso-my.sharepoint.com/personal/ada/Documents/Palm%202026.json',
      content: { uniqueId: 'unique', fileType: 'json' },
    },
  ]);
  await talk.post(consented(card, 'accept', there.url));
  expect(there.got).toHaveLength(1);
  expect(titles(talk.cards().slice(1))).toEqual(['That file is no longer on offer']);
});

test('nobody else gets it, and nobody gets it sent elsewhere', async () => {
  const { chat, card, there } = await asked(201);
  const other = chat({ person: ben });
  await other.post(consented(card, 'accept', there.url));
  await other.post(consented(card, 'accept', 'https://evil.example/up'));
  await other.post(consented(card, 'accept', 'http://169.254.169.254/up'));
  await other.post({ type: 'invoke', name: 'fileConsent/invoke', value: { action: 'accept' } });
  expect(titles(other.cards())).toEqual([
    'That file is no longer on offer',
    'I do not put files there',
    'I do not put files there',
    'That file is no longer on offer',
  ]);
  expect(there.got).toEqual([]);
});

test('an upload that fails, or is sent elsewhere, can be tried again', async () => {
  for (const status of [500, 302]) {
    const { chat, card, there } = await asked(status);
    const talk = chat();
    await talk.post(consented(card, 'accept', there.url));
    await talk.post(consented(card, 'accept', there.url));
    expect(there.got).toHaveLength(2);
    expect(titles(talk.cards())).toEqual(['The file did not arrive', 'The file did not arrive']);
  }
});

test('who declines is not asked again, and the file is gone', async () => {
  const { chat, card, there } = await asked(201);
  const talk = chat();
  await talk.post(consented(card, 'decline'));
  await talk.post(consented(card, 'accept', there.url));
  expect(titles(talk.cards())).toEqual(['No file then', 'That file is no longer on offer']);
  expect(there.got).toEqual([]);
});

test('where nothing is to be handed out the answer is as ever', async () => {
  const { chat } = await openStage({ take: () => ({ messages: [notice('Hello')] }), write });
  const talk = chat();
  await talk.says('hi');
  expect(titles(talk.cards())).toEqual(['Hello']);
});
