/** What the door itself has to say: about things that never reach the house. */
import type { NoticeReply } from '../app/reply.ts';

export type Problem = keyof typeof problems;

const problems = {
  'card-unreadable': {
    title: 'I cannot read that card',
    lines: ['It may be from an older version of me. Type "continue" to go on where you are.'],
  },
  'input-too-long': {
    title: 'That is too long for me',
    lines: ['One answer can have 4,000 characters. Nothing was saved; please shorten it and send it again.'],
  },
  'attachment-unknown': {
    title: 'I cannot open that attachment',
    lines: ['I read inventories: a CSV file sent to me in our personal chat, or its text pasted here.'],
  },
  'file-several': {
    title: 'One file at a time, please',
    lines: ['Nothing was read. Send me the files one after the other.'],
  },
  'file-refused': {
    title: 'I do not fetch files from there',
    lines: [
      'I only read files that Teams keeps for you. Attach the file in our personal chat, or paste its text.',
    ],
  },
  'file-gone': {
    title: 'I could not fetch that file',
    lines: ['Teams did not hand it over. Please attach it again, or paste its text.'],
  },
  'file-too-large': {
    title: 'That file is too large for me',
    lines: ['I read up to 2 MB. Please split it, or paste the part that counts.'],
  },
  'workbook-too-large': {
    title: 'That workbook is too large for me',
    lines: [
      'I take back up to 2 MB. Delete the sheets in which you changed nothing, Audit and Answers first, and send it again: only what is in it counts.',
    ],
  },
  'workbook-foreign': {
    title: 'I did not make that workbook',
    lines: [
      'I take back workbooks that come from "export". To send an inventory, save the sheet as "CSV UTF-8".',
    ],
  },
  'offer-gone': {
    title: 'That file is no longer on offer',
    lines: ['It was made for a moment and one person. Say "export" and I make it anew.'],
  },
  'upload-refused': {
    title: 'I do not put files there',
    lines: ['I only hand out files to where Teams keeps yours. Nothing was sent.'],
  },
  'upload-failed': {
    title: 'The file did not arrive',
    lines: ['OneDrive did not take it. Tap "Allow" once more, or say "export".'],
  },
  'file-no-text': {
    title: 'That file is no text',
    lines: ['In Excel, save the sheet as "CSV UTF-8" and send me that.'],
  },
} as const;

export function noticeOf(problem: Problem): NoticeReply {
  const { title, lines } = problems[problem];
  return {
    kind: 'notice',
    tone: 'problem',
    title,
    lines,
    buttons: [
      { title: 'Continue', command: { do: 'continue' } },
      { title: 'Help', command: { do: 'help' } },
    ],
  };
}

/** For a tapped card: said under it, so that what was typed into it stays. */
export function sentenceOf(problem: Problem): string {
  const { title, lines } = problems[problem];
  return [`${title}.`, ...lines].join(' ');
}

/** Somebody was asked whether they want the file. */
export const declined: NoticeReply = {
  kind: 'notice',
  tone: 'plain',
  title: 'No file then',
  lines: ['Nothing was sent. Say "export" whenever you want one.'],
  buttons: [{ title: 'Help', command: { do: 'help' } }],
};
