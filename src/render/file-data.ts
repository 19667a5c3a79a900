import type { FileReply } from '../app/project/project-reply.ts';
import { type ExecuteAction, tap } from './action.ts';
import { counted } from './counting.ts';
import type { Wording } from './wording.ts';

export interface FileData {
  readonly speak: string;
  readonly heading: string;
  readonly files: readonly { readonly name: string; readonly size: string }[];
  readonly actions: readonly (OpenAction | ExecuteAction)[];
}

interface OpenAction {
  readonly type: 'Action.OpenUrl';
  readonly title: string;
  readonly url: string;
}

const mostFiles = 3;
/** A file's whole name is too long for a button on a phone. */
const kinds: Readonly<Record<string, string>> = {
  xlsx: 'workbook',
  csv: 'register',
  md: 'report',
  png: 'picture',
  json: 'copy',
};

export function fileData({ links }: FileReply, wording: Wording): FileData {
  const shown = links.slice(0, mostFiles);
  const heading = links.length === 1 ? 'Your file is ready' : `${counted(links.length, 'file')} for you`;
  return {
    speak: wording.spoken(`${heading}: ${shown.map(({ name }) => name).join(', ')}`),
    heading,
    files: shown.map(({ name, bytes }) => ({ name: wording.run(name, 120), size: sizeInWords(bytes) })),
    actions: [
      ...shown.map(({ name, url }) => ({
        type: 'Action.OpenUrl' as const,
        title: `Fetch the ${kinds[name.slice(name.lastIndexOf('.') + 1)] ?? 'file'}`,
        url,
      })),
      tap('Other files', { do: 'export', name: '' }),
    ],
  };
}

function sizeInWords(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
