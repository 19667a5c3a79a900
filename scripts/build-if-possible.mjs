/** After `npm ci`: builds, so that the command line is there at once. An install without development packages has no compiler. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const compiler = new URL('../node_modules/typescript/bin/tsc', import.meta.url);
if (existsSync(compiler)) {
  const project = fileURLToPath(new URL('../tsconfig.build.json', import.meta.url));
  execFileSync(process.execPath, [fileURLToPath(compiler), '-p', project], { stdio: 'inherit' });
  await import('./read-ahead.mjs');
}
