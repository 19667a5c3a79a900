import { expect, test } from 'vitest';
import type { Command } from '../../src/app/command.ts';
import { checkActivity } from '../../src/teams/activity.ts';
import { callerOf } from '../../src/teams/caller.ts';
import { readActivity } from '../../src/teams/read-activity.ts';
import { activity, ada, bot, channel, personalChat, submitted, typed } from '../connector/activities.ts';

function read(more: Record<string, unknown>, where = personalChat()) {
  const checked = checkActivity(activity('https://smba.trafficmanager.net/emea/', where, ada, more));
  if (!checked.ok) throw new Error(checked.why);
  return readActivity(checked.activity);
}

function commandOf(more: Record<string, unknown>, where = personalChat()): Command {
  const reading = read(more, where);
  if (reading.kind !== 'command') throw new Error(JSON.stringify(reading));
  return reading.command;
}

const says = (text: string, more: Record<string, unknown> = {}) =>
  commandOf({ type: 'message', text, ...more });
const mention = (of: { id: string; name: string }, text = `<at>${of.name}</at>`) => ({
  type: 'mention',
  mentioned: of,
  text,
});

test('the mention of the bot is no part of what is said, wherever it stands', () => {
  for (const text of [
    '<at>Bridgekeeper</at> risks orders',
    'risks <at>Bridgekeeper</at>  orders',
    'risks orders<at>Bridgekeeper</at>',
  ])
    expect(commandOf({ type: 'message', text, entities: [mention(bot)] }, channel())).toMatchObject({
      do: 'risks',
      name: 'orders',
      page: 1,
    });
});

test('a mention of somebody else is a name', () => {
  const entities = [mention(bot), mention({ id: '29:ben', name: 'Ben Franklin' })];
  const text = '<at>Bridgekeeper</at> <at>Ben Franklin</at> knows';
  expect(says(text, { entities })).toEqual({ do: 'say', text: 'Ben Franklin knows' });
});

test('mentions without a text do not make what was said grow, however many there are', () => {
  const entities = Array.from({ length: 22 }, () => mention(bot, ''));
  expect(says('risks orders', { entities })).toMatchObject({ do: 'risks', name: 'orders' });
});

test('a bot whose name needs encoding is found in the text', () => {
  const entities = [mention({ ...bot, name: 'Q&A' }, '<at>Q&amp;A</at>')];
  expect(says('<at>Q&amp;A</at> help', { entities })).toEqual({ do: 'help' });
});

test('a bare mention calls for help', () => {
  expect(commandOf(typed(channel(), ''), channel())).toEqual({ do: 'help' });
  expect(says('   ')).toEqual({ do: 'help' });
});

test('what Teams encodes is decoded, once', () => {
  expect(says('R&amp;D &lt;b&gt; &quot;x&quot; &#39;y&#x27; a&nbsp;b')).toEqual({
    do: 'say',
    text: 'R&D <b> "x" \'y\' a b',
  });
  expect(says('&amp;lt; &amp;amp;')).toEqual({ do: 'say', text: '&lt; &amp;' });
  expect(says('&unknown; &#0; &#9999999; & &;')).toEqual({
    do: 'say',
    text: '&unknown; &#0; &#9999999; & &;',
  });
});

test('spaces of every kind count as one, and line breaks are kept', () => {
  expect(says('  interview \t the   orders\u00a0 feed ')).toMatchObject({
    do: 'interview',
    name: 'the orders feed',
  });
  expect(says('first\r\nsecond   line')).toEqual({ do: 'say', text: 'first\nsecond line' });
});

test('a pasted inventory is an import, whatever separates its columns', () => {
  for (const separator of [',', ';', '\t']) {
    const text = [
      ['"Name"', 'SOURCE_APPLICATION', 'target_application'].join(separator),
      ['Orders', 'Shop', 'ERP'].join(separator),
    ].join('\r\n');
    expect(says(text)).toEqual({ do: 'import', file: 'pasted text', text: text.replace('\r', '') });
  }
});

test('an inventory may stand below the word import, and between empty lines', () => {
  const text = 'Import\n\nname,source_application\n\nOrders,R&amp;D  shop\n';
  expect(says(text)).toEqual({
    do: 'import',
    file: 'pasted text',
    text: 'name,source_application\nOrders,R&D  shop',
  });
});

test('the headings of an inventory alone are one whose rows were left behind, and never an answer', () => {
  expect(says('name,source_application,target_application')).toMatchObject({ do: 'import' });
});

test('a text that merely looks like headings is no inventory', () => {
  expect(says('name,source_application')).toMatchObject({ do: 'say' });
  expect(says('the name of the source_application\nis unknown')).toMatchObject({ do: 'say' });
});

test('what Teams attaches to plain text is not taken for a file', () => {
  const attachments = [
    { contentType: 'text/html', content: '<p>help</p>' },
    { contentType: 'messageReference' },
  ];
  expect(says('help', { attachments })).toEqual({ do: 'help' });
  expect(says('', { attachments })).toEqual({ do: 'help' });
});

test('a picture is not passed over in silence, unless words came with it', () => {
  const attachments = [{ contentType: 'image/png', contentUrl: 'https://example.org/x.png' }];
  expect(read({ type: 'message', text: '', attachments })).toEqual({
    kind: 'problem',
    problem: 'attachment-unknown',
  });
  expect(says('help', { attachments })).toEqual({ do: 'help' });
});

test('a tap is known by a value without text', () => {
  expect(commandOf(submitted({ command: { do: 'pause' } }))).toEqual({ do: 'pause' });
  expect(says('help', { value: { command: { do: 'pause' } } })).toEqual({ do: 'help' });
});

test('a conversation without a kind is personal, and an unknown kind a group', () => {
  const kindOf = (conversation: Record<string, unknown>) => {
    const where = { conversation: { id: 'c', ...conversation }, channelData: {} };
    const checked = checkActivity(activity('http://localhost', where, ada, { type: 'message' }));
    return checked.ok && callerOf(checked.activity).conversation.kind;
  };
  expect(kindOf({})).toBe('personal');
  expect(kindOf({ isGroup: true })).toBe('group');
  expect(kindOf({ conversationType: 'meeting' })).toBe('group');
});

test.each([
  ['\u202eanaD\u202c\u200b\n**Fox**\u0000', 'anaD **Fox**'],
  ['\u2066\u200b ', 'Somebody without a name'],
  [undefined, 'Somebody without a name'],
  ['میر\u200cحسین', 'میر\u200cحسین'],
])('a name is one line, in the order it is written: %j', (name, shown) => {
  const from = { ...ada, name };
  const checked = checkActivity(activity('http://localhost', channel(), ada, { type: 'message', from }));
  expect(checked.ok && callerOf(checked.activity).name).toBe(shown);
});

test('who was removed is told by the id they write under, and that others came is told, too', () => {
  const gone = [{ id: '29:ben', aadObjectId: 'ben-object-id' }, { id: '29:cleo' }];
  const of = (more: Record<string, unknown>) => commandOf({ type: 'conversationUpdate', ...more }, channel());
  expect(of({ membersRemoved: gone })).toEqual({ do: 'roster-changed', gone: ['ben-object-id', '29:cleo'] });
  expect(of({ membersAdded: gone })).toEqual({ do: 'roster-changed', gone: [] });
});

test('a mention of somebody else is their name, whatever id it says they have', () => {
  const text = '<at>Ben Franklin</at> owns Ledger';
  const entities = [mention({ id: 'ada-object-id', name: 'Ben Franklin' }, '<at>Ben Franklin</at>')];
  expect(says(text, { entities })).toEqual({
    do: 'say-role',
    who: 'Ben Franklin',
    role: 'owner',
    of: 'Ledger',
    typed: 'Ben Franklin owns Ledger',
  });
});
