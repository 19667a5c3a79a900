import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { openApp } from '../../src/app/app.ts';
import { everything, openTestStage } from '../app/interviewing.ts';
import { ben, personalChat } from '../connector/activities.ts';
import { renderer } from '../journeys/stage.ts';
import { addRow, bookOf, bytesOf, edit } from '../journeys/workbook.ts';
import { openStage } from './stage.ts';

const list = 'name,source_application,target_application\nVoucher load,Payroll,Ledger\n';

/** The house itself behind the door, and a place in the stead of OneDrive that holds one file. */
async function openHouse() {
  const home = await openTestStage();
  const app = openApp(home.house);
  const stage = await openStage({
    take: (request) => app.take(request),
    render: renderer.render,
    write: renderer.write,
    read: renderer.read,
  });
  let held: Uint8Array | string = '';
  const server = createServer((_request, response) => response.end(held));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const share = `http://127.0.0.1:${(server.address() as AddressInfo).port}/download`;
  const talk = stage.chat();
  const sends = async (name: string, bytes: Uint8Array | string, from = talk) => {
    held = bytes;
    await from.attaches(name, share);
    return textOf(from.cards().at(-1));
  };
  /** In development a file comes as a link. */
  const exported = async (what: string) => {
    await talk.says(`export ${what}`);
    const [, url = ''] = /"(http[^"]+\/exports\/[^"]+)"/.exec(JSON.stringify(talk.cards().at(-1))) ?? [];
    return new Uint8Array(await (await fetch(url)).arrayBuffer());
  };
  const onFile = async () => {
    const documents = [...(await everything(home))];
    return JSON.stringify(documents.filter(([key]) => /\/(?:project|integrations\/.*)$/.test(key)));
  };
  await sends('list.csv', list);
  return { stage, talk, sends, exported, onFile };
}

/** What a card says, without what lays it out. */
function textOf(card: unknown): string {
  if (Array.isArray(card)) return card.map(textOf).join(' ');
  if (typeof card !== 'object' || card === null) return '';
  return Object.entries(card)
    .map(([key, value]) =>
      typeof value === 'string' ? (/^(?:text|title)$/.test(key) ? value : '') : textOf(value),
    )
    .join(' ')
    .replace(/\s+/g, ' ');
}

test('a workbook goes out, is edited and comes back: its difference first, on file once that is confirmed', async () => {
  const { talk, sends, exported, onFile } = await openHouse();
  const book = await bookOf(await exported('excel'));
  edit(book, 'Integrations', 'Voucher load', 'Name', 'Voucher load, nightly');
  edit(book, 'Applications', 'Ledger', 'Notes', '=HYPERLINK("http://evil.example")');
  addRow(book, 'Integrations', { Name: 'Payments', Source: 'Ledger', Target: 'Bank' });
  const before = await onFile();
  const shown = await sends('palm.xlsx', await bytesOf(book));
  expect(shown).toContain('3 changes');
  expect(shown).toContain('Nothing is written yet');
  expect(await onFile()).toBe(before);

  await talk.taps('Apply all 3');
  expect(textOf(talk.cards().at(-1))).toContain('3 changes are on file');
  const after = await onFile();
  for (const phrase of ['Voucher load, nightly', '=HYPERLINK', 'Payments']) expect(after).toContain(phrase);
  expect(await sends('palm.xlsx', await exported('excel'))).toContain('Nothing in it differs');
});

test('nobody else can hand it in, and a second tap finds it applied', async () => {
  const { stage, talk, sends, exported, onFile } = await openHouse();
  const book = await bookOf(await exported('excel'));
  edit(book, 'Integrations', 'Voucher load', 'Name', 'Renamed');
  const before = await onFile();
  const stranger = stage.chat({ person: ben, where: personalChat('chat-of-ben') });
  expect(await sends('palm.xlsx', await bytesOf(book), stranger)).toContain('I cannot find that any more');
  expect(await onFile()).toBe(before);
  await sends('palm.xlsx', await bytesOf(book));
  const card = JSON.stringify(talk.cards().at(-1));
  const [, data = '{}'] = /"data":(\{"command":\{"do":"apply-upload".*?\}\})/.exec(card) ?? [];
  await talk.executes(JSON.parse(data));
  const after = await onFile();
  await talk.executes(JSON.parse(data));
  expect(await onFile()).toBe(after);
});

test.each([
  ['json', 'copy.json', 'This is a copy of a project'],
  ['csv', 'register.csv', 'This is a register that I handed out'],
])(
  'what was exported as %s is told apart from an inventory, and changes nothing',
  async (format, name, title) => {
    const { sends, exported, onFile } = await openHouse();
    const before = await onFile();
    expect(await sends(name, await exported(format))).toContain(title);
    expect(await onFile()).toBe(before);
  },
);

test('a workbook of somebody else’s, or half of ours, is said to be that', async () => {
  const { sends, exported, onFile } = await openHouse();
  const before = await onFile();
  const ours = await exported('excel');
  const book = await bookOf(ours);
  book.removeWorksheet('Bridgekeeper');
  expect(await sends('foreign.xlsx', await bytesOf(book))).toContain('I did not make that workbook');
  expect(await sends('half.xlsx', ours.slice(0, ours.length / 2))).toContain('That file is no text');
  expect(await onFile()).toBe(before);
});
