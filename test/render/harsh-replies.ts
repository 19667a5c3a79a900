/** The sample replies made harsh: with next to nothing in them, with far too much, and with text that wants to be more. */
import type { Reply } from '../../src/app/reply.ts';
import { samples } from './samples.ts';

export const hostile =
  '**bold** ${1+1} {{DATE(2026-01-01T00:00:00Z)}} <at>x</at> [a](http://x) `code` _it_ ~~no~~ ![i](http://y) &copy; \\* \u202egnissim';

/** Strings that people write, or that hold names which people wrote. */
const written = new Set([
  ...[
    'name',
    'source',
    'target',
    'words',
    'ask',
    'why',
    'title',
    'cause',
    'event',
    'effect',
    'action',
    'done',
  ],
  ...['clears', 'about', 'label', 'file', 'problem', 'reason', 'note', 'fromFile', 'example', 'integration'],
  ...['sendsTo', 'getsFrom', 'via', 'projects', 'effects'],
  ...[
    'reasoning',
    'working',
    'lines',
    'applications',
    'raised',
    'cleared',
    'topics',
    'text',
    'project',
    'heading',
    'open',
  ],
]);
/** A command goes back to the app as it came and is never shown. */
const unseen = new Set(['command', 'change', 'ref', 'risk', 'subject']);

export function withText(reply: Reply, text: string): Reply {
  return rewrite(reply, '', text) as Reply;
}

function rewrite(value: unknown, key: string, text: string): unknown {
  if (unseen.has(key)) return value;
  if (typeof value === 'string') return written.has(key) ? text : value;
  if (Array.isArray(value)) return value.map((each) => rewrite(each, key, text));
  if (typeof value !== 'object' || value === null) return value;
  // A project beside an id is an id, too.
  const fixed = 'id' in value ? 'project' : '';
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      name === fixed && typeof each === 'string' ? each : rewrite(each, name, text),
    ]),
  );
}

/** Lists emptied, optional parts left out, numbers at zero. */
export function bare(reply: Reply): Reply {
  const kept = new Set(['kind', 'ref', 'integration', 'shape', 'counts', 'report', 'page', 'pages']);
  const optional = new Set(['progress', 'waiting', 'problem', 'role', 'worst', 'filled', 'fromFile', 'date']);
  const empty = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return [];
    if (kept.has(key) && typeof value !== 'object') return value;
    if (typeof value === 'number') return 0;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => !optional.has(name) || needed[reply.kind]?.includes(name))
        .map(([name, each]) => [name, empty(each, name)]),
    );
  };
  const all = empty(reply, '') as Record<string, unknown>;
  if (reply.kind === 'welcome' || reply.kind === 'help') delete all.project;
  return all as unknown as Reply;
}

/** What is left out elsewhere, and is always there in these. */
const needed: Partial<Record<Reply['kind'], readonly string[]>> = {
  'add-integration': ['filled'],
  treat: ['filled'],
  'side-by-side': ['filled'],
  people: ['filled'],
  step: ['filled', 'role'],
  'next-steps': ['role', 'filled', 'only'],
  reminders: ['filled'],
  'change-request': ['filled'],
};

const long =
  'Every answer of this length was pasted from a page of a manual that nobody has read to its end. '.repeat(
    30,
  );

export const allSamples: readonly Reply[] = Object.values(samples);
export const replies: readonly (readonly [string, Reply])[] = allSamples.flatMap((reply) => [
  [`${reply.kind} as sampled`, reply] as const,
  [`${reply.kind} with nothing in it`, bare(reply)] as const,
  [`${reply.kind} with too much in it`, withText(reply, long)] as const,
  [`${reply.kind} with hostile text`, withText(reply, hostile)] as const,
]);
