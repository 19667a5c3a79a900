/** After compiling: reads the YAML files of `dialogs/`, so that no start has to. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Of what was compiled just now; before that there is nothing that could be checked.
 * @param {string} module
 */
const compiled = (module) => import(new URL(`../dist/content/${module}`, import.meta.url).href);
const { digestOf } = await compiled('read-ahead.js');
const { readYaml } = await compiled('yaml-file.js');

const dialogs = fileURLToPath(new URL('../dialogs', import.meta.url));
const files = readdirSync(dialogs, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => join(dialogs, name));

const known = files.flatMap((file) => {
  const { data } = readYaml(file, file, [], {});
  // A file with a mistake is read at the start, which names the mistake.
  return data === undefined ? [] : [[digestOf(readFileSync(file, 'utf8')), data]];
});
const target = new URL('../dist/content/read-ahead.json', import.meta.url);
writeFileSync(target, JSON.stringify(Object.fromEntries(known)));
