/** After compiling, into `dist/` or into the folder that is named: reads the YAML files of `dialogs/`, so that no start has to. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [, , folder = fileURLToPath(new URL('../dist', import.meta.url))] = process.argv;
const content = join(resolve(folder), 'content');

/**
 * Of what was compiled just now; before that there is nothing that could be checked.
 * @param {string} module
 */
const compiled = (module) => import(pathToFileURL(join(content, module)).href);
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
writeFileSync(join(content, 'read-ahead.json'), JSON.stringify(Object.fromEntries(known)));
