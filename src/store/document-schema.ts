/** The shape of every kind of document, checked when it is read and before it is written. A kind is one line of the table below. */
import { z } from 'zod';
import type { Answer } from '../core/interview/answer.ts';
import type { Integration, Project } from '../core/landscape/landscape.ts';
import type { Conversation, Person } from '../core/landscape/person.ts';
import type { Upload } from '../core/landscape/upload.ts';
import type { Milestone } from '../core/register/milestone.ts';
import type { Proposal } from '../core/register/proposal.ts';
import type { Posted } from '../core/reminder/letter.ts';
import type { Nudges } from '../core/reminder/nudging.ts';
import type { Schedule } from '../core/reminder/schedule.ts';
import type { Flaw } from './load-documents.ts';
import type { Key } from './store.ts';

const text = z.string();

const value = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('choice'), option: text }),
  z.strictObject({ type: z.literal('multi'), options: z.array(text) }),
  z.strictObject({ type: z.literal('number'), low: z.number(), high: z.number() }),
  z.strictObject({ type: z.literal('date'), date: text }),
  z.strictObject({ type: z.literal('people'), names: z.array(text) }),
  z.strictObject({ type: z.literal('text'), text }),
]);

const said = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('value'), value, words: text.exactOptional() }),
  z.strictObject({ kind: z.literal('unsure') }),
  z.strictObject({ kind: z.literal('not-applicable'), reason: text, note: text.exactOptional() }),
  z.strictObject({ kind: z.literal('referred'), to: text }),
  z.strictObject({ kind: z.literal('passed') }),
]);

const speaker = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), id: text, name: text }),
  z.strictObject({ kind: z.literal('file'), name: text, line: z.number() }),
]);

const answer = z.strictObject({
  question: text,
  by: speaker,
  at: text,
  turn: text,
  said,
  confirms: z.literal(true).exactOptional(),
});
const origin = z.strictObject({ file: text, line: z.number() });
const turn = z.strictObject({ id: text, at: text });
const end = z.strictObject({ written: text, application: text.exactOptional() });

const who = z.strictObject({ id: text.exactOptional(), name: text });
const level = z.int().min(1).max(5);
const rating = z.strictObject({ probability: level, impact: level });
const ground = z.strictObject({ question: text, about: text, speaker: text, at: text, said });
const did = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('treated'),
    finding: text,
    treatment: z.enum(['avoid', 'reduce', 'share']),
    owner: who,
    due: text.exactOptional(),
    note: text.exactOptional(),
    residual: rating.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('accepted'),
    finding: text,
    owner: who,
    reason: text,
    approver: who,
    until: text,
    rated: rating,
    ground: z.array(ground),
  }),
  z.strictObject({ kind: z.literal('withdrawn'), finding: text, reason: text.exactOptional() }),
  z.strictObject({
    kind: z.literal('moved-step'),
    step: text,
    to: z.enum(['open', 'doing', 'done', 'dropped']),
    owner: who.exactOptional(),
    due: text.exactOptional(),
    reason: text.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('set'),
    field: text,
    about: text.exactOptional(),
    from: text.exactOptional(),
    to: text.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('chose-roles'), from: z.array(text), to: z.array(text) }),
  z.strictObject({
    kind: z.literal('listed'),
    what: z.enum(['integration', 'application']),
    id: text,
    name: text,
  }),
  z.strictObject({
    kind: z.literal('imported'),
    file: text,
    added: z.number(),
    changed: z.number(),
    answers: z.number(),
  }),
  z.strictObject({
    kind: z.literal('changed'),
    about: text,
    change: text,
    note: text.exactOptional(),
    questions: z.array(text),
    subjects: z.array(text),
  }),
  z.strictObject({ kind: z.literal('adopted'), proposal: text, name: text, answers: z.number() }),
  z.strictObject({
    kind: z.literal('settled'),
    question: text,
    about: text,
    said,
    decided: who,
    on: text,
    reason: text.exactOptional(),
  }),
]);
const deed = z.strictObject({
  by: who,
  at: text,
  turn: text,
  door: z.enum(['teams', 'command-line']),
  did,
});

const home = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('team'), tenant: text, id: text }),
  z.strictObject({ kind: z.literal('chat'), tenant: text, id: text }),
  z.strictObject({ kind: z.literal('person'), tenant: text, id: text }),
  z.strictObject({ kind: z.literal('anyone') }),
]);

const heldRole = z.strictObject({
  role: text,
  on: text.exactOptional(),
  in: text.exactOptional(),
  from: z.strictObject({ how: z.enum(['claimed', 'given', 'confirmed']), by: who, at: text }).exactOptional(),
});
const member = z.strictObject({
  id: text,
  name: text,
  roles: z.array(heldRole),
  left: z.literal(true).exactOptional(),
  guest: z.literal(true).exactOptional(),
});
const outsider = z.strictObject({ name: text, roles: z.array(heldRole) });

const application = z.strictObject({
  id: text,
  name: text,
  notes: text.exactOptional(),
  origin: origin.exactOptional(),
  answers: z.array(answer),
});

const project = z.strictObject({
  schema: z.literal(1),
  id: text,
  name: text,
  home,
  stage: text,
  dates: z.record(text, text),
  people: z.array(member),
  outsiders: z.array(outsider).exactOptional(),
  applications: z.array(application),
  answers: z.array(answer),
  deeds: z.array(deed).exactOptional(),
  recent: z.array(turn),
});

const integration = z.strictObject({
  schema: z.literal(1),
  id: text,
  name: text,
  source: end,
  target: end,
  notes: text.exactOptional(),
  origin: origin.exactOptional(),
  answers: z.array(answer),
  deeds: z.array(deed).exactOptional(),
  recent: z.array(turn),
});

const sitting = z.strictObject({
  project: text,
  integration: text,
  since: text,
  paused: z.boolean(),
  later: z.literal(true).exactOptional(),
});

const weekday = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
]);
const wishes = z.strictObject({
  zone: text.exactOptional(),
  days: z.array(weekday).exactOptional(),
  from: text.exactOptional(),
  to: text.exactOptional(),
  country: text.exactOptional(),
  awayUntil: text.exactOptional(),
  quietUntil: text.exactOptional(),
  weekly: z.boolean().exactOptional(),
  stopped: z.boolean().exactOptional(),
});

const person = z.strictObject({
  schema: z.literal(1),
  id: text,
  tenant: text,
  name: text,
  project: text.exactOptional(),
  sitting: sitting.exactOptional(),
  chat: text.exactOptional(),
  seen: z.strictObject({ zone: text.exactOptional(), country: text.exactOptional() }).exactOptional(),
  reminders: wishes.exactOptional(),
});

const conversation = z.strictObject({
  schema: z.literal(1),
  id: text,
  tenant: text,
  kind: z.enum(['personal', 'group', 'channel']),
  welcomed: text.exactOptional(),
  address: z.unknown(),
  gone: z.boolean(),
  goneSince: text.exactOptional(),
});

const addressee = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), tenant: text, id: text, name: text }),
  z.strictObject({ kind: z.literal('conversation'), tenant: text, id: text }),
]);

const letterContent = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('notice'),
    title: text,
    lines: z.array(text),
    buttons: z.array(z.strictObject({ title: text, say: text })),
  }),
  z.strictObject({
    kind: z.literal('acceptance-lapsed'),
    finding: text,
    title: text,
    integration: text.exactOptional(),
    why: z.enum(['date', 'answers']),
    until: text,
  }),
  z.strictObject({ kind: z.literal('asked'), by: who, integration: text, note: text.exactOptional() }),
  z.strictObject({ kind: z.literal('unreachable'), whom: text.exactOptional(), why: text, about: text }),
  z.strictObject({
    kind: z.literal('difference'),
    difference: text,
    state: z.enum(['open', 'over']),
    by: who,
  }),
  z.strictObject({
    kind: z.literal('passed-on'),
    whom: who,
    what: text,
    why: z.enum(['ignored', 'not-mine']),
    integration: text.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('governance'),
    skipped: z.int().min(0),
    always: z.literal(true).exactOptional(),
  }),
]);

const tries = z.int().min(0);
const delivery = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('waiting'), tries, after: text.exactOptional() }),
  z.strictObject({ state: z.literal('claimed'), tries, by: text, at: text }),
  z.strictObject({ state: z.literal('sent'), at: text, activity: text }),
  z.strictObject({ state: z.literal('unknown'), at: text, why: text }),
  z.strictObject({ state: z.literal('failed'), at: text, why: text }),
  z.strictObject({ state: z.literal('dropped'), at: text, why: text }),
]);

const posted = z.strictObject({
  schema: z.literal(1),
  letter: z.strictObject({
    id: text,
    project: text,
    to: addressee,
    about: text,
    content: letterContent,
    notBefore: text.exactOptional(),
    urgency: z.enum(['at-once', 'daily']),
  }),
  at: text,
  delivery,
  shown: text.exactOptional(),
});

const nudged = z.strictObject({
  times: tries,
  last: text,
  until: text.exactOptional(),
  over: z.enum(['not-mine', 'passed-on']).exactOptional(),
});

const nudges = z.strictObject({
  schema: z.literal(1),
  tenant: text,
  id: text,
  day: text.exactOptional(),
  delivery: delivery.exactOptional(),
  letters: z.array(z.strictObject({ project: text, id: text })),
  items: z.array(text),
  nudged: z.record(text, nudged),
});

const called = z.strictObject({ id: text, name: text });
const milestone = z.strictObject({
  schema: z.literal(1),
  id: text,
  name: text,
  at: text,
  by: who,
  stage: text,
  dates: z.record(text, text),
  people: z.array(member),
  applications: z.array(called),
  integrations: z.array(
    z.strictObject({ id: text, name: text, source: text.exactOptional(), target: text.exactOptional() }),
  ),
  findings: z.array(
    z.strictObject({
      id: text,
      rule: text,
      title: text,
      about: text,
      topic: text,
      kind: z.enum(['issue', 'risk', 'unknown']),
      probability: level,
      impact: level,
      severity: z.enum(['critical', 'high', 'medium', 'low']),
    }),
  ),
  digests: z.record(text, text),
});

const schedule = z.strictObject({
  schema: z.literal(1),
  project: text,
  tenant: text,
  conversation: text,
  cron: text,
  zone: text,
  always: z.literal(true).exactOptional(),
  by: who,
  at: text,
  handled: text,
});

const upload = z.strictObject({
  schema: z.literal(1),
  id: text,
  file: text,
  at: text,
  digest: text,
  edits: z.array(z.strictObject({ sheet: text, id: text, column: text, from: text, to: text })),
  added: z
    .array(z.strictObject({ sheet: text, row: z.number(), cells: z.record(text, text) }))
    .exactOptional(),
  unknown: z.array(text),
});

const proposal = z.strictObject({
  schema: z.literal(1),
  id: text,
  integration: text,
  name: text,
  by: who,
  at: text,
  assumed: z.array(z.strictObject({ question: text, said })),
});

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
];
