import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commandWords } from '../../src/app/command-words.ts';
import { remedies } from '../../src/error.ts';

const root = new URL('../../', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, root), 'utf8');
const readme = read('README.md');
const pages = { 'README.md': readme, 'CONTRIBUTING.md': read('CONTRIBUTING.md') };
const manifest = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

/** The rows of the table under a heading, by their first cell. */
function rowsUnder(heading: string): string[][] {
  const section = readme.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
    .slice(1)
    .map((line) => line.slice(2, -2).split(' | '));
}

test('the README lists every error code with its remedy, and no other', () => {
  expect(Object.fromEntries(rowsUnder('When something is wrong'))).toEqual(
    Object.fromEntries(Object.entries(remedies).map(([code, remedy]) => [`\`${code}\``, remedy])),
  );
});

test('the README lists every command the reader knows, and no other', () => {
  const listed = rowsUnder('What it says').map(([said]) => said?.replaceAll('`', ''));
  const known = commandWords.map(({ word, takes }) => (takes ? `${word} ${takes}` : word));
  expect(listed.sort()).toEqual(known.sort());
});

test('the README gives a reason for every package', () => {
  const named = rowsUnder('Dependencies')
    .map(([name]) => name ?? '')
    .join(' ');
  const packages = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  const unnamed = packages.filter((name) => !name.startsWith('@types/') && !named.includes(`\`${name}\``));
  expect(unnamed).toEqual([]);
});

test('the scripts that the pages name are there', () => {
  for (const [page, text] of Object.entries(pages)) {
    const named = [...text.matchAll(/\bnpm run ([\w:]+)/g)].map(([, script = '']) => script);
    expect(
      named.filter((script) => !(script in manifest.scripts)),
      page,
    ).toEqual([]);
  }
});

test('the settings that the README names are read, and those that are read are named', () => {
  const index = read('src/index.ts') + read('src/teams/settings.ts');
  const settings = rowsUnder('In your Teams').flatMap(([names = '']) =>
    [...names.matchAll(/`(\w+)`/g)].map(([, name = '']) => name),
  );
  expect(settings.filter((name) => !index.includes(name))).toEqual([]);
  const taken = [...index.matchAll(/(?:env\.|given\(')([A-Za-z_]{4,})/g)].map(([, name = '']) => name);
  expect([...new Set(taken)].filter((name) => !readme.includes(name))).toEqual([]);
});

test('links inside the project lead somewhere', () => {
  for (const [page, text] of Object.entries(pages)) {
    for (const [, target = ''] of text.matchAll(/\]\((?!https?:|#)([^)#]+)\)/g)) {
      expect(
        () => read(target.endsWith('.png') || target.includes('.') ? target : `${target}/`),
        `${page}: ${target}`,
      ).not.toThrow(/ENOENT/);
    }
  }
});
