/** `bridgekeeper audit`: what an export says about who did what, oldest first. */
import { auditBundle } from '../app/register/judge-bundle.ts';
import type { AuditEntry } from '../core/register/audit.ts';
import { OperatorError } from '../error.ts';
import { readText } from './files.ts';
import type { Terminal } from './terminal.ts';

export function auditExport(terminal: Terminal, files: readonly string[], json: boolean): number {
  const [file] = files;
  if (!file || files.length > 1) throw new OperatorError('usage', 'name one exported file');
  const entries = auditBundle(terminal.loadContent(), terminal.readBundle(file, readText(file)));
  const text = entries.map(inText).join('');
  terminal.print(json ? `${JSON.stringify(entries, null, 2)}\n` : text || 'Nothing was done yet.\n');
  return 0;
}

const doors = { teams: 'in Teams', 'command-line': 'at the command line' } as const;

function inText({ at, by, door, about, what, from, to }: AuditEntry): string {
  const change = from ? `${oneLine(from)} → ${oneLine(to) || 'nothing'}` : oneLine(to);
  const when = `${at.slice(0, 10)} ${at.slice(11, 19)}`;
  return `${when}  ${oneLine(by.name)}, ${doors[door]}\n    ${oneLine(about)}: ${oneLine(what)}: ${change}\n`;
}

/** An entry is an entry: what somebody wrote cannot look like the next one, nor steer a terminal. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
