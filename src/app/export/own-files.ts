/** Files of our own making that come back as if they were inventories. */
import { notice } from '../notices.ts';
import type { NoticeReply } from '../reply.ts';

/** Only the workbook is taken back in a chat; nothing of the others is read as a list of integrations. */
export function ownFileNotice(text: string): NoticeReply | undefined {
  const start = text
    .slice(0, 2000)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (start.startsWith('{') && text.includes('"bridgekeeper"'))
    return notice('This is a copy of a project', [
      'Nothing was changed. A copy is read back where I run: bridgekeeper import <file>',
      'To change something here, send: export excel. Edit the workbook and send it back to me.',
    ]);
  if (/^"?Id"?([,;\t])"?Severity"?\1"?Risk"?\1/.test(start))
    return notice('This is a register that I handed out', [
      'Nothing was changed. I take back the workbook, not the CSV: send “export excel”, edit it and send it to me.',
    ]);
  return undefined;
}
