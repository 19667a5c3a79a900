/** After the compiler: checks the content that is shipped, and keeps the result beside the built code. */
import { fileURLToPath } from 'node:url';
import { loadContent } from '../src/content/load-content.ts';
import { writePrepared } from '../src/content/prepared.ts';
import { calculations } from '../src/core/judgement/calculations/index.ts';
import { OperatorError } from '../src/error.ts';

const dialogs = fileURLToPath(new URL('../dialogs', import.meta.url));

try {
  const content = loadContent(dialogs, calculations);
  writePrepared(new URL('../dist/content/prepared.json', import.meta.url), dialogs, calculations, content);
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  process.stderr.write(`${error.report}\n`);
  process.exit(1);
}
