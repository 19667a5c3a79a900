/** The files a project can be had as. What is in them is decided here; their bytes are made in `render/`. */
import type { Bundle } from '../../core/landscape/bundle.ts';
import { bundleText } from './bundle.ts';
import { type Rules, recordOf } from './record.ts';
import { risksSheet } from './register-sheets.ts';
import { type Report, reportOf } from './report.ts';
import type { Sheet, Workbook } from './table.ts';
import { workbookOf } from './workbook.ts';

export const formats = ['xlsx', 'csv', 'report', 'json'] as const;
export type Format = (typeof formats)[number];

export type ExportFile =
  | { readonly format: 'json'; readonly name: string; readonly text: string }
  | { readonly format: 'xlsx'; readonly name: string; readonly workbook: Workbook }
  | { readonly format: 'csv'; readonly name: string; readonly sheet: Sheet }
  | { readonly format: 'report'; readonly name: string; readonly report: Report };

/** `at`: now, ISO 8601, UTC. */
export function exportFile(rulesFor: () => Rules, bundle: Bundle, format: Format, at: string): ExportFile {
  const { project, integrations } = bundle;
  const base = `${nameFor(project.name) || project.id} ${at.slice(0, 10)}`;
  if (format === 'json') {
    const text = bundleText({ ...bundle, asOf: at.slice(0, 10) });
    return { format, name: `${base}.json`, text };
  }
  const rules = rulesFor();
  const record = recordOf(rules, project, integrations, at, bundle);
  switch (format) {
    case 'xlsx':
      return { format, name: `${base}.xlsx`, workbook: workbookOf(record) };
    case 'csv':
      return { format, name: `${base} register.csv`, sheet: risksSheet(record) };
    case 'report':
      return { format, name: `${base} report.md`, report: reportOf(rules, record) };
  }
}

/** A project's name as that of a file: letters, digits and what joins them. */
function nameFor(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N} _-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 60)
    .trim();
}
