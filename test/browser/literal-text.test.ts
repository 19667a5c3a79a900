import { expect, test } from 'vitest';
import { meet } from './meeting.ts';
import { fill, pick, read, tap, waitForText } from './playground.ts';

test('what people write is shown as they wrote it', async () => {
  const { album, ask, tapFor } = await meet({ album: 'literal-text' });
  const name = '**bold** _it_ <at>x</at> ${1+1} {{DATE(2026-01-01T00:00:00Z)}} [a](http://x)';
  const source = '# 1. <b>CRM</b> &amp; `co`';
  const target = '- ERP ~~2~~ \\*';

  const form = await ask('add integration', 'Add an integration');
  await album.keep(form, 'form');
  await fill(form, 'What is it called?', name);
  await fill(form, 'Which application sends?', source);
  await fill(form, 'Which application receives?', target);
  await tap(form, 'Add');
  await waitForText(form, 'is on the list');
  await album.keep(form, 'added');
  const list = await ask('integrations', '1 integration');
  await album.keep(list, 'integrations');
  const page = await tapFor(form, 'Interview me about it', 'Your role here');
  await album.keep(page, 'start');
  await pick(page, 'Your role here', 'Business process owner');
  console.log(await read(form));
  console.log(await read(list));
  console.log(await read(page));
  await tap(page, 'Start');
  await waitForText(page, 'Topic 1 of');
  await album.keep(page, 'page');
  console.log(await read(page));
});
