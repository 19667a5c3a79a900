/** `bridgekeeper export`: a project as one JSON file. Reads beside a running bot. */
import { writeFileSync } from 'node:fs';
import { listIntegrations, listProjects } from '../app/documents.ts';
import type { Bundle } from '../core/landscape/bundle.ts';
import type { Project } from '../core/landscape/landscape.ts';
import { OperatorError } from '../error.ts';
import type { Terminal } from './terminal.ts';

export async function exportProject(terminal: Terminal, name?: string, out?: string): Promise<number> {
  const documents = await terminal.peek();
  const project = pick(await listProjects(documents), name);
  const bundle: Bundle = {
    bridgekeeper: 1,
    project,
    integrations: await listIntegrations(documents, project.id),
  };
  const text = `${JSON.stringify(bundle, null, 2)}\n`;
  if (out === undefined) terminal.print(text);
  else {
    try {
      writeFileSync(out, text);
    } catch (error) {
      throw new OperatorError('data-unwritable', `${out}: ${(error as NodeJS.ErrnoException).code}`);
    }
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
