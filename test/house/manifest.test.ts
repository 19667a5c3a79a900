import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { commandWords } from '../../src/app/command-words.ts';
import { readText } from '../../src/app/read-command.ts';

const folder = new URL('../../manifest/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder));
const manifest = JSON.parse(read('manifest.json').toString());
const [bot] = manifest.bots;
const listed: { title: string; description: string }[] = bot.commandLists[0].commands;

test('the manifest is valid under the published schema of its version', async () => {
  expect(manifest.manifestVersion).toBe('1.30');
  expect(await AppManifestUtils.validateAgainstSchema(manifest)).toEqual([]);
});

test('the schema check would notice a mistake', async () => {
  expect(await AppManifestUtils.validateAgainstSchema({ ...manifest, name: {} })).not.toEqual([]);
});

test('it declares channel features, which the upload asks of every app for teams', () => {
  expect(bot.scopes).toContain('team');
  expect(manifest.supportsChannelFeatures).toBe('tier1');
});

test('the menu holds the commands of the table, in its words, twelve at most', () => {
  expect(listed).toEqual(
    commandWords.filter(({ menu }) => menu).map(({ word, does }) => ({ title: word, description: does })),
  );
  expect(listed.length).toBeLessThanOrEqual(12);
});

test('every command of the menu is understood when it is sent as it stands', () => {
  expect(listed.map(({ title }) => readText(title).do).filter((what) => what === 'say')).toEqual([]);
});

test('texts keep within what Teams shows', () => {
  expect(manifest.name.short.length).toBeLessThanOrEqual(30);
  expect(manifest.name.full.length).toBeLessThanOrEqual(100);
  expect(manifest.description.short.length).toBeLessThanOrEqual(80);
  expect(manifest.description.full.length).toBeLessThanOrEqual(4000);
  for (const { title, description } of listed) {
    expect(title.length).toBeLessThanOrEqual(32);
    expect(description.length).toBeLessThanOrEqual(128);
  }
});

test('it asks for no permission to read what is not sent to it', () => {
  expect(manifest.authorization).toBeUndefined();
  expect(manifest.webApplicationInfo).toBeUndefined();
});

test('icons have the size and kind that Teams asks for', () => {
  const shape = (file: string) => {
    const png = read(file);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    return { width: png.readUInt32BE(16), height: png.readUInt32BE(20), alpha: png[25] === 6 };
  };
  expect(shape('color.png')).toMatchObject({ width: 192, height: 192 });
  expect(shape('outline.png')).toEqual({ width: 32, height: 32, alpha: true });
});

test('the package holds the manifest with the given id, and both icons, at its root', () => {
  const id = '12345678-90ab-cdef-1234-567890abcdef';
  const root = new URL('../../', import.meta.url);
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/package-app.ts', id], { cwd: root });
  const files = unzipSync(readFileSync(new URL('dist/bridgekeeper.zip', root)));
  expect(Object.keys(files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
  const packed = JSON.parse(new TextDecoder().decode(files['manifest.json']));
  expect([packed.id, packed.bots[0].botId]).toEqual([id, id]);
});
