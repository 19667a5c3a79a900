import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { decodeText } from '../../src/teams/decode-text.ts';
import { isFileAddress } from '../../src/teams/fetch-file.ts';
import { openStage, titles } from './stage.ts';

async function openShare(serve: RequestListener): Promise<string> {
  const server = createServer(serve);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const csv = 'name,source_application\nBestellungen für Öl,Shop\n';

test('an attached file is fetched and read', async () => {
  const share = await openShare((_request, response) => response.end(csv));
  const { chat, taken } = await openStage();
  await chat().attaches('inventory.csv', `${share}/download?token=1`);
  expect(taken.map(({ command }) => command)).toEqual([{ do: 'import', file: 'inventory.csv', text: csv }]);
});

test('what the sender of a request knows is not passed on with a fetch', async () => {
  const seen: unknown[] = [];
  const share = await openShare((request, response) => {
    seen.push([request.method, request.headers.authorization, request.headers.cookie]);
    response.end(csv);
  });
  const { chat } = await openStage();
  await chat({ headers: { authorization: 'Bearer x' } }).attaches('inventory.csv', share);
  expect(seen).toEqual([['GET', undefined, undefined]]);
});

test('files are fetched from Microsoft’s hosts only, over encrypted lines, without a name or a port', () => {
  for (const good of [
    'https://contoso-my.sharepoint.com/personal/ada/_layouts/15/download.aspx?tempauth=x',
    'https://contoso.sharepoint.us/x',
    'https://contoso.sharepoint.cn/x',
    'https://northeurope1-mediap.svc.ms/x',
    'https://CONTOSO.SharePoint.com:443/x',
  ])
    expect(isFileAddress(good, false)).toBe(true);
  for (const bad of [
    'http://contoso.sharepoint.com/x',
    'https://sharepoint.com.evil.example/x',
    'https://evilsharepoint.com/x',
    'https://contoso.sharepoint.com:8443/x',
    'https://ada:secret@contoso.sharepoint.com/x',
    'https://contoso.sharepoint.com@evil.example/x',
    'https://169.254.169.254/latest/meta-data',
    'http://127.0.0.1:3978/readyz',
    'file:///etc/passwd',
    'data:text/plain,x',
    'no address',
  ])
    expect(isFileAddress(bad, false)).toBe(false);
  expect(isFileAddress('http://127.0.0.1:1/x', true)).toBe(true);
  expect(isFileAddress('ftp://127.0.0.1/x', true)).toBe(false);
});

test('a redirect is followed where a file may be, and nowhere else', async () => {
  let elsewhere = 'https://evil.example/';
  const share = await openShare((request, response) => {
    const isFile = request.url === '/file';
    const location = request.url === '/good' ? '/file' : elsewhere;
    response.writeHead(isFile ? 200 : 302, isFile ? {} : { location });
    response.end(csv);
  });
  const { chat, taken } = await openStage();
  const talk = chat();
  await talk.attaches('inventory.csv', `${share}/good`);
  expect(taken).toHaveLength(1);
  await talk.attaches('inventory.csv', `${share}/away`);
  elsewhere = `${share}/round`;
  await talk.attaches('inventory.csv', `${share}/round`);
  expect(taken).toHaveLength(1);
  expect(titles(talk.cards()).slice(1)).toEqual(Array(2).fill('I do not fetch files from there'));
});

test('a file that is refused, gone, endless or no text is answered kindly', async () => {
  const share = await openShare((request, response) => {
    const more = () => {
      while (response.write('x'.repeat(65_536)));
      response.once('drain', more);
    };
    const serve: Record<string, () => void> = {
      '/cut': () => response.write(csv, () => response.destroy()),
      '/workbook': () => response.end(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0])),
      '/large': () =>
        response.end(Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(3 * 1024 * 1024)])),
      '/endless': more,
    };
    const known = serve[request.url ?? ''];
    response.writeHead(known ? 200 : 404);
    if (known) known();
    else response.end();
  });
  const { chat, taken } = await openStage();
  const talk = chat();
  await talk.attaches('a.csv', 'https://evil.example/a.csv');
  for (const name of ['gone', 'cut', 'workbook', 'large', 'endless'])
    await talk.attaches('a.csv', `${share}/${name}`);
  expect(titles(talk.cards())).toEqual([
    'I do not fetch files from there',
    'I could not fetch that file',
    'I could not fetch that file',
    'That file is no text',
    'That workbook is too large for me',
    'That file is too large for me',
  ]);
  expect(taken).toEqual([]);
});

test('a file that does not come is not waited for', async () => {
  const share = await openShare(() => undefined);
  const { chat, taken } = await openStage({ limits: { fileMs: 30 } });
  const talk = chat();
  await talk.attaches('a.csv', share);
  expect(titles(talk.cards())).toEqual(['I could not fetch that file']);
  expect(taken).toEqual([]);
});

test('several files at once are not read one by one behind the sender’s back', async () => {
  const { chat, taken } = await openStage();
  const talk = chat();
  const file = {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    name: 'a.csv',
    content: {},
  };
  await talk.post({ type: 'message', attachments: [file, file] });
  await talk.post({ type: 'message', attachments: [file] });
  await talk.post({ type: 'message', attachments: [{ contentType: 'image/png' }] });
  expect(titles(talk.cards())).toEqual([
    'One file at a time, please',
    'I could not fetch that file',
    'I cannot open that attachment',
  ]);
  expect(taken).toEqual([]);
});

test('text is read as spreadsheets write it', () => {
  expect(decodeText(Buffer.from(csv))).toBe(csv);
  expect(decodeText(Buffer.from(`\ufeff${csv}`))).toBe(csv);
  expect(decodeText(Buffer.from(csv, 'latin1'))).toBe(csv);
  expect(decodeText(Buffer.from(`\ufeff${csv}`, 'utf16le'))).toBe(csv);
  expect(decodeText(Buffer.from('€ – “x”'))).toBe('€ – “x”');
  expect(decodeText(Buffer.from([0x80, 0x20, 0x93]))).toBe('€ “');
  expect(decodeText(Buffer.alloc(8))).toBeUndefined();
  expect(decodeText(Buffer.alloc(0))).toBe('');
});

test('data on a card that cannot be read is answered, under the card or in the chat', async () => {
  const { chat, taken } = await openStage();
  const talk = chat();
  await talk.submits({ command: { do: 'format-disk' } }, 'old-card');
  expect(titles(talk.cards())).toEqual(['I cannot read that card']);
  const executed = await talk.executes({ command: { do: 'format-disk' } }, 'old-card');
  expect(executed.body.value).toMatch(/^I cannot read that card\..*"continue"/);
  const long = await talk.executes({
    command: { do: 'begin', project: 'p', integration: 'i' },
    role: 'x'.repeat(5000),
  });
  expect(long.body.value).toMatch(/^That is too long for me\./);
  const bare = await talk.post({ type: 'invoke', name: 'adaptiveCard/action' });
  expect(bare.body.value).toMatch(/^I cannot read that card\./);
  expect(talk.seen()).toHaveLength(1);
  expect(taken).toEqual([]);
});
