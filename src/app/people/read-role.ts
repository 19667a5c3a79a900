/** "I own CRM", "Dana is the developer of voucher load", "CRM is owned by Jo Miller of Acme": who, which role, of what. */
import type { PeopleCommand } from './people-command.ts';

type RoleSaid = Extract<PeopleCommand, { do: 'say-role' }>;
type Said = Pick<RoleSaid, 'who' | 'role' | 'of' | 'ends'>;

const longest = 200;
const i = `i(?: am|[’']m)`;
const role = `(?:the |an? )(?<role>.+?)(?: (?:of|for|in|on) (?<of>.+))?`;

const sentences: readonly [RegExp, (found: Readonly<Record<string, string | undefined>>) => Said][] = [
  [/^i own (?<of>.+)$/i, ({ of = '' }) => ({ role: 'owner', of })],
  [/^i (?:no longer|do not|don[’']t) own (?<of>.+)$/i, ({ of = '' }) => ({ role: 'owner', of, ends: true })],
  [
    new RegExp(`^${i} (?:no longer|not) ${role}$`, 'i'),
    ({ role: is = '', of = '' }) => ({ role: is, of, ends: true }),
  ],
  [new RegExp(`^${i} ${role}$`, 'i'), ({ role: is = '', of = '' }) => ({ role: is, of })],
  [/^(?<of>.+?) is owned by (?<who>.+)$/i, ({ who = '', of = '' }) => ({ who, role: 'owner', of })],
  [/^(?<who>.+?) owns (?<of>.+)$/i, ({ who = '', of = '' }) => ({ who, role: 'owner', of })],
  [
    new RegExp(`^(?<who>.+?) is ${role}$`, 'i'),
    ({ who = '', role: is = '', of = '' }) => ({ who, role: is, of }),
  ],
];

/** Nothing where it is no such sentence. Whether there is such a role, and such a thing, is found out later. */
export function readRole(typed: string): RoleSaid | undefined {
  if (typed.length > longest || typed.includes('\n') || typed.endsWith('?')) return undefined;
  // One dot ends a sentence; more of them are part of what was typed.
  const said = typed.replace(/(?<=[^.!])[.!]$/, '').trim();
  for (const [pattern, read] of sentences) {
    const found = pattern.exec(said)?.groups;
    if (found && !nobody.test(found.who ?? '')) return { do: 'say-role', ...read(found), typed };
  }
  return undefined;
}

/** "Who is the owner of CRM" asks, and "it is the weather" is about nobody. */
const nobody = /^(?:who|what|which|where|it|that|this|there|here|he|she|they)$/i;
