/** A row that somebody wrote below the others of an exported sheet: an integration or an application more. */
import { recogniser } from '../../core/landscape/recognise.ts';
import type { NewRow } from '../../core/landscape/upload.ts';
import { oneLine } from '../one-line.ts';
import { isOnList, type NewIntegration, whatIsWrong } from '../project/add-integration.ts';
import { fold } from '../project/integrations.ts';
import type { Line, Work } from './difference.ts';
import type { ProjectRecord } from './record.ts';

export type Addition =
  | { readonly kind: 'new-integration'; readonly integration: NewIntegration }
  | { readonly kind: 'new-application'; readonly application: NewApplication };

export interface NewApplication {
  readonly name: string;
  readonly notes?: string;
}

interface Outcome {
  readonly line: Line;
  /** What to write, or why not; nothing where it is on file by now. */
  readonly outcome: Addition | string | undefined;
}

/** `others`: what the same workbook brings beside it. */
export function additionFor(
  record: ProjectRecord,
  { sheet, row, cells }: NewRow,
  others: readonly { readonly work?: Work }[],
): Outcome {
  const cell = (column: string) => oneLine(cells[column]);
  const notes = (cells.Notes ?? '').trim();
  const named = { name: cell('Name'), ...(notes ? { notes } : {}) };
  const line = { about: named.name || `row ${row} of ${sheet}`, from: '' };
  if (notes.length > 2000)
    return { line: { ...line, field: 'Notes', to: notes }, outcome: 'Notes has at most 2000 characters.' };
  if (sheet === 'Integrations') {
    const integration = { ...named, source: cell('Source'), target: cell('Target') };
    const to = `${integration.source} → ${integration.target}`;
    return {
      line: { ...line, field: 'New integration', to },
      outcome: integrationFor(record, integration, others),
    };
  }
  if (sheet === 'Applications')
    return {
      line: { ...line, field: 'New application', to: named.name },
      outcome: applicationFor(record, named),
    };
  const to = Object.values(cells).join(', ');
  return {
    line: { ...line, field: 'New row', to },
    outcome: 'New rows count in Integrations and Applications.',
  };
}

function integrationFor(
  { integrations }: ProjectRecord,
  integration: NewIntegration,
  others: readonly { readonly work?: Work }[],
): Outcome['outcome'] {
  const wrong = whatIsWrong(integration);
  if (wrong) return wrong;
  const isTwin = ({ name }: { readonly name: string }) => fold(name) === fold(integration.name);
  const onFile = integrations.find(isTwin);
  if (onFile)
    return isOnList(onFile, integration) ? undefined : 'It is on the list already, with other applications.';
  if (others.some(({ work }) => work?.kind === 'new-integration' && isTwin(work.integration)))
    return 'Another new row has this name.';
  return { kind: 'new-integration', integration };
}

function applicationFor({ project }: ProjectRecord, application: NewApplication): Outcome['outcome'] {
  if (!application.name) return 'Name cannot be empty.';
  if (application.name.length > 120) return 'Name has at most 120 characters.';
  if (recogniser(project.applications).find(application.name).length > 0) return undefined;
  return { kind: 'new-application', application };
}
