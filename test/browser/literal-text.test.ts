import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { meet } from './meeting.ts';
import { fill, pick, read, tap, waitForText } from './playground.ts';

const name = '**bold** _it_ <at>x</at> ${1+1} {{DATE(2026-01-01T00:00:00Z)}} [a](http://x)';
const source = '# 1. <b>CRM</b> &amp; `co`';
const target = '- ERP ~~2~~ \\* &lt;';

test('what people write is shown as they wrote it', async () => {
  const { album, ask, tapFor } = await meet({ album: 'literal-text' });
  const form = await ask('add integration', 'Add an integration');
  await fill(form, 'What is it called?', name);
  await fill(form, 'Which application sends?', source);
  await fill(form, 'Which application receives?', target);
  await tap(form, 'Add');
  await waitForText(form, 'is on the list');
  await album.keep(form, 'added');
  await expectWords(form, name, `${source} → ${target}`);

  const list = await ask('integrations', '1 integration');
  await album.keep(list, 'integrations');
  await expectWords(list, name, `${source} → ${target}`);

  const start = await ask('interview bold', 'Your role here');
  await album.keep(start, 'start');
  await expectWords(start, `${name} · ${source} → ${target}`);
  await start.getByRole('combobox').click();
  expect(literally(await start.page().getByRole('option').allInnerTexts())).toContain(`Owner of ${source}`);
  await start.getByRole('combobox').press('Escape');
  await pick(start, 'Your role here', 'Project manager');
  await tap(start, 'Start');
  await waitForText(start, 'Topic 1 of');
  await album.keep(start, 'page');
  await expectWords(start, `Have all groups that ${name} touches`);

  const owner = await tapFor(start, 'Next', 'Is there one person who may say yes');
  await expectWords(owner, `Application · ${source}`, `say yes to a change of ${source}?`);
  await pick(owner, 'Accountable owner', 'Yes, one named person');
  const person = await tapFor(owner, 'Next', 'Who is the accountable owner of');
  await fill(person, 'Owner’s name', name);
  await pick(person, 'Owner’s deputy', 'Nobody, it waits');
  const other = await tapFor(person, 'Next', 'Is there one person who may say yes');
  await expectWords(other, `Application · ${target}`);
  await pick(other, 'Accountable owner', 'Nobody, or not settled');
  await tap(other, 'Next');
  await waitForText(other, 'Noted:');
  await album.keep(person, 'noted');
  await expectWords(person, `Owner’s name: ${name}`);
  const answers = await ask('change', 'Tap Change beside an answer');
  await album.keep(answers, 'my-answers');
  await expectWords(answers, name);
  const correction = await tapFor(person, 'Change: Owner’s name', 'A correction');
  expect(await correction.locator('input[type="text"], input:not([type])').first().inputValue()).toBe(name);

  const findings = await ask('risks', 'One critical and one medium risk');
  await album.keep(findings, 'findings');
  await expectWords(findings, `Nobody can decide about ${source} while its owner is away`);
  await expectWords(findings, `${target} has no single accountable owner`);
  await album.keep(await ask(`risks ${name} no`, 'No integration is called'), 'not-found');
});

async function expectWords(card: Locator, ...words: string[]): Promise<void> {
  const shown = literally(await read(card));
  for (const each of words) expect(shown).toContain(each);
  expect(await card.locator('a, b, strong, em, del, code, h1, li').count()).toBe(0);
}

/** Without what keeps a client from reading more into a text than is there: characters of no width, two look-alikes. */
function literally<Text extends string | string[]>(text: Text): Text {
  const bare = (each: string) =>
    each.replaceAll('\u2060', '').replaceAll('\u2217', '*').replaceAll('\u02cb', '`');
  return (typeof text === 'string' ? bare(text) : text.map(bare)) as Text;
}
