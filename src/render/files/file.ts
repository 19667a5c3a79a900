/** An export as files: usually one; a report has its picture beside it. */
import type { ExportFile } from '../../app/export/files.ts';
import type { Report } from '../../app/export/report.ts';
import { counted } from '../counting.ts';
import { drawLandscape } from '../landscape-picture.ts';
import { csvOf } from './csv.ts';
import { pictureName, reportText } from './report.ts';
import { workbookBytes } from './workbook.ts';

export interface WrittenFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export async function filesOf(file: ExportFile): Promise<readonly WrittenFile[]> {
  const { name } = file;
  switch (file.format) {
    case 'json':
      return [textFile(name, 'application/json', file.text)];
    case 'csv':
      return [textFile(name, 'text/csv', csvOf(file.sheet))];
    case 'xlsx': {
      const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      return [{ name, type, bytes: await workbookBytes(file.workbook) }];
    }
    case 'report': {
      const picture = await pictureOf(file.report);
      const text = textFile(name, 'text/markdown', reportText(file.report, picture !== undefined));
      return picture ? [text, { name: pictureName, type: 'image/png', bytes: picture }] : [text];
    }
  }
}

function textFile(name: string, type: string, text: string): WrittenFile {
  return { name, type: `${type}; charset=utf-8`, bytes: new TextEncoder().encode(text) };
}

async function pictureOf({ sketches, project, applications, integrations }: Report) {
  if (sketches.length === 0) return undefined;
  const line = `${counted(applications, 'application')}, ${counted(integrations, 'integration')}`;
  return (await drawLandscape(sketches, { title: `Landscape of ${project}`, line })).png;
}
