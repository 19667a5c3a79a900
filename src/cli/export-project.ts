/** `bridgekeeper export`: a project as a file. Reads beside a running bot. */
import { dirname, join } from 'node:path';
import { listProjects } from '../app/documents.ts';
import { readBundleOf } from '../app/export/bundle.ts';
import { exportFile, formats } from '../app/export/files.ts';
import type { Project } from '../core/landscape/landscape.ts';
import { OperatorError } from '../error.ts';
import { filesOf } from '../render/files/file.ts';
import { writeFile } from './files.ts';
import type { Terminal } from './terminal.ts';

export interface ExportOptions {
  readonly name: string | undefined;
  readonly out: string | undefined;
  readonly format: string | undefined;
}

export async function exportProject(terminal: Terminal, options: ExportOptions): Promise<number> {
  const { name, out, format: asked = 'json' } = options;
  const format = formats.find((each) => each === asked);
  if (!format) throw new OperatorError('usage', `--format takes ${formats.join(', ')}, not “${asked}”`);
  if (format === 'xlsx' && out === undefined)
    throw new OperatorError('usage', 'a workbook cannot be printed; name a file with --out');
  const documents = await terminal.peek();
  const bundle = await readBundleOf(documents, pick(await listProjects(documents), name));
  const { calculations } = terminal;
  // Loaded where they are needed: a copy of what is on file can be made whatever became of the rules.
  const rules = () => ({ content: terminal.loadContent(), calculations });
  const file = exportFile(rules, bundle, format, terminal.now().toISOString());
  const [main, ...beside] = await filesOf(file);
  if (!main) return 0;
  if (out === undefined) terminal.print(new TextDecoder('utf-8', { ignoreBOM: true }).decode(main.bytes));
  else {
    writeFile(out, main.bytes);
    for (const each of beside) writeFile(join(dirname(out), each.name), each.bytes);
    terminal.print(`${bundle.project.name}: ${bundle.integrations.length} integrations written to ${out}\n`);
  }
  return 0;
}

function pick(projects: readonly Project[], name?: string): Project {
  const plain = name?.toLowerCase();
  const [first, ...others] = projects.filter(
    (project) => plain === undefined || project.id === plain || project.name.toLowerCase() === plain,
  );
  if (first && others.length === 0) return first;
  const known = projects.map(({ id }) => `  ${id}`);
  if (!first)
    throw new OperatorError(
      'usage',
      name ? `there is no project “${name}”` : 'there is no project yet',
      known,
    );
  throw new OperatorError('usage', 'there is more than one project; name one with --project', known);
}
