/** `bridgekeeper export`: a project as one file. Reads beside a running bot. */
import { listProjects } from '../app/documents.ts';
import { bundleText, readBundleOf } from '../app/export/bundle.ts';
import type { Project } from '../core/landscape/landscape.ts';
import { OperatorError } from '../error.ts';
import { writeFile } from './files.ts';
import type { Terminal } from './terminal.ts';

export async function exportProject(terminal: Terminal, name?: string, out?: string): Promise<number> {
  const documents = await terminal.peek();
  const bundle = await readBundleOf(documents, pick(await listProjects(documents), name));
  const text = bundleText(bundle);
  if (out === undefined) terminal.print(text);
  else {
    writeFile(out, text);
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
