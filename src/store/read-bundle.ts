/** The text of an export → what it holds, checked as strictly as the documents of the store. */
import type { Bundle } from '../core/landscape/bundle.ts';
import type { Integration, Project } from '../core/landscape/landscape.ts';
import { OperatorError } from '../error.ts';
import { checkDocument } from './document-schema.ts';

export function readBundle(file: string, text: string): Bundle {
  const refuse = (why: string) => new OperatorError('input-unreadable', `${file}: ${why}`);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw refuse('this is not JSON');
  }
  const { bridgekeeper, project, integrations } = (parsed ?? {}) as Record<string, unknown>;
  if (bridgekeeper !== 1 || !Array.isArray(integrations))
    throw refuse('this is not an export of Bridgekeeper');
  const flaws = [
    { part: 'project', flaw: checkDocument('projects/exported/project', project) },
    ...integrations.map((integration: unknown, at) => ({
      part: `integrations.${at}`,
      flaw: checkDocument('projects/exported/integrations/exported', integration),
    })),
  ].flatMap(({ part, flaw }) => (flaw ? [`${part}: ${flaw.why}`] : []));
  if (flaws.length > 0) throw new OperatorError('input-unreadable', `${file} is damaged`, flaws);
  return { bridgekeeper, project: project as Project, integrations: integrations as Integration[] };
}
