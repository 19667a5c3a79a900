/** The shape of every kind of document, checked when it is read and before it is written. A kind is one line of the table below. */
import type { z } from 'zod';
import type { Answer } from '../core/interview/answer.ts';
import type { Integration, Project } from '../core/landscape/landscape.ts';
import type { Conversation, Person } from '../core/landscape/person.ts';
import type { Roster } from '../core/landscape/roster.ts';
import type { Upload } from '../core/landscape/upload.ts';
import type { Milestone } from '../core/register/milestone.ts';
import type { Proposal } from '../core/register/proposal.ts';
import type { Posted } from '../core/reminder/letter.ts';
import type { Nudges } from '../core/reminder/nudging.ts';
import type { Schedule } from '../core/reminder/schedule.ts';
import type { Flaw } from './load-documents.ts';
import type { answer } from './shape/answer.ts';
import { nudges, posted, schedule } from './shape/letter.ts';
import { conversation, person } from './shape/person.ts';
import { integration, milestone, project, proposal, roster, upload } from './shape/project.ts';
import type { Key } from './store.ts';

/** `*` stands for one segment of the key. */
const kinds = [
  { key: 'projects/*/project', schema: 1, shape: project },
  { key: 'projects/*/integrations/*', schema: 1, shape: integration },
  { key: 'people/*', schema: 1, shape: person },
  { key: 'conversations/*', schema: 1, shape: conversation },
  { key: 'projects/*/uploads/*', schema: 1, shape: upload },
  { key: 'projects/*/outbox/*', schema: 1, shape: posted },
  { key: 'projects/*/proposals/*', schema: 1, shape: proposal },
  { key: 'people/*/nudges', schema: 1, shape: nudges },
  { key: 'projects/*/schedules/*', schema: 1, shape: schedule },
  { key: 'projects/*/milestones/*', schema: 1, shape: milestone },
  { key: 'projects/*/digests/*', schema: 1, shape: milestone },
  { key: 'projects/*/roster', schema: 1, shape: roster },
].map(({ key, ...kind }) => ({ ...kind, pattern: new RegExp(`^${key.replaceAll('*', '[^/]+')}$`) }));

export function checkDocument(key: Key, document: unknown): Flaw | undefined {
  const kind = kinds.find(({ pattern }) => pattern.test(key));
  if (!kind) return { kind: 'schema-unknown', why: 'this version keeps no document under this key' };

  const schema = schemaOf(document);
  if (typeof schema !== 'number') return { kind: 'malformed', why: 'it does not say which schema it has' };
  if (schema !== kind.schema)
    return { kind: 'schema-unknown', why: `schema ${schema}, this version knows ${kind.schema}` };

  const [issue] = kind.shape.safeParse(document).error?.issues ?? [];
  return issue && { kind: 'malformed', why: `${issue.path.join('.') || 'document'}: ${issue.message}` };
}

function schemaOf(document: unknown): unknown {
  return typeof document === 'object' && document !== null && 'schema' in document
    ? document.schema
    : undefined;
}

/** The types of core are written by hand; where a shape above and its type drift apart, one of these lines stops compiling. */
type Plain<T> = unknown extends T ? T : T extends object ? { readonly [Name in keyof T]: Plain<T[Name]> } : T;
type Same<A, B> =
  (<T>() => T extends Plain<A> ? 1 : 2) extends <T>() => T extends Plain<B> ? 1 : 2 ? true : false;
type Holds<Proof extends true> = Proof;

export type Drift = [
  Holds<Same<z.infer<typeof answer>, Answer>>,
  Holds<Same<z.infer<typeof project>, Project>>,
  Holds<Same<z.infer<typeof integration>, Integration>>,
  Holds<Same<z.infer<typeof person>, Person>>,
  Holds<Same<z.infer<typeof conversation>, Conversation>>,
  Holds<Same<z.infer<typeof upload>, Upload>>,
  Holds<Same<z.infer<typeof posted>, Posted>>,
  Holds<Same<z.infer<typeof proposal>, Proposal>>,
  Holds<Same<z.infer<typeof nudges>, Nudges>>,
  Holds<Same<z.infer<typeof schedule>, Schedule>>,
  Holds<Same<z.infer<typeof milestone>, Milestone>>,
  Holds<Same<z.infer<typeof roster>, Roster>>,
];
