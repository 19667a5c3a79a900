import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';
import { complaintsAbout, copyOfGood, good } from './packs.ts';

const files = readdirSync(good, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.yaml'),
);

const replacements = ['zzz', '[]', '~', '"', '9'];

/** The text of a file with one piece after the other replaced, each by another thing. */
function damaged(text: string): string[] {
  const places: (readonly [number, number])[] = [];
  visit(parseDocument(text), (key, node) => {
    if ((isScalar(node) || isMap(node) || isSeq(node)) && key !== null && node.range) {
      places.push([node.range[0], node.range[1]]);
    }
  });
  return places.map(
    ([from, to], at) => `${text.slice(0, from)}${replacements[at % replacements.length]}${text.slice(to)}`,
  );
}

test.each(files)('whatever is damaged in %s, it loads or says in which line the mistake is', (file) => {
  const folder = join(copyOfGood(), 'dialogs');
  const path = join(folder, file);
  const vague = damaged(readFileSync(path, 'utf8')).flatMap((text) => {
    writeFileSync(path, text);
    return complaintsAbout(folder).filter((line) => !/^dialogs\/[a-z/-]+\.yaml:\d+ \S/.test(line));
  });
  expect(vague).toEqual([]);
});
