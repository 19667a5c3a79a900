/** A deed in words: what it was done to, what was there before, what is there now. */
import { inWords as answerInWords, day } from '../interview/answer-words.ts';
import type { Content } from '../interview/topic.ts';
import type { Project } from '../landscape/landscape.ts';
import { readRoleKey } from '../landscape/roles.ts';
import type { Deed, Did, StepState } from './deed.ts';

/** What words need beside the deed. */
export interface Deeper {
  readonly content: Content;
  readonly project: Project;
  /** By `subjectKey`. */
  readonly names: ReadonlyMap<string, string>;
  /** The same log up to this deed. */
  readonly before: readonly Deed[];
}

export interface DeedWords {
  /** `subjectKey` of what it is about, where that is not the document it stands in. */
  readonly about?: string;
  readonly what: string;
  readonly from: string;
  readonly to: string;
}

type Of<Kind extends Did['kind']> = Extract<Did, { kind: Kind }>;
type InWords = { readonly [Kind in Did['kind']]: (did: Of<Kind>, deeper: Deeper) => DeedWords };

const kinds: InWords = {
  treated: decision,
  accepted: decision,
  withdrawn: decision,
  'moved-step': (did, deeper) => {
    const before = deeper.before.findLast(
      (deed): deed is Deed & { did: Of<'moved-step'> } =>
        deed.did.kind === 'moved-step' && deed.did.step === did.step,
    );
    const [key, about] = partsOf(did.step);
    return {
      about,
      what: `Next step: ${filled(deeper.content.step.get(key)?.action ?? key, about, deeper)}`,
      from: before ? stepWords(before.did) : '',
      to: stepWords(did),
    };
  },
  set: ({ field, about, from, to }, deeper) => ({
    ...(about === undefined ? {} : { about }),
    what: about === undefined ? fieldWords(field, deeper.content) : (ofThing[field] ?? field),
    from: settingWords(field, from, deeper.content),
    to: settingWords(field, to, deeper.content),
  }),
  'chose-roles': ({ from, to }, deeper) => ({
    what: 'Own roles',
    from: from.map((role) => roleWords(role, deeper)).join(', '),
    to: to.length > 0 ? to.map((role) => roleWords(role, deeper)).join(', ') : 'everything',
  }),
  'held-role': ({ who, role, how }, deeper) => ({
    what: `Role of ${who.name}`,
    from: '',
    to: `${roleWords(role, deeper)}: ${hows[how]}`,
  }),
  'came-or-went': ({ who, how }) => ({ what: `In the team: ${who.name}`, from: '', to: hows[how] }),
  listed: ({ what, id, name }) => ({ about: `${what}:${id}`, what: `New ${what}`, from: '', to: name }),
  imported: ({ file, added, changed, answers }) => ({
    what: 'Import',
    from: '',
    to: `${file}: ${added} new, ${changed} changed, ${answers} answers`,
  }),
  changed: ({ about, change, note }, { content }) => ({
    about,
    what: 'Change request',
    from: '',
    to: listed(content.changes.find(({ id }) => id === change)?.title ?? change, note),
  }),
  forgot: ({ how, answers }) => ({
    what: 'Asked to be forgotten',
    from: '',
    to: `${answers} ${answers === 1 ? 'answer' : 'answers'} ${how === 'name' ? 'without a name now' : 'removed'}`,
  }),
  adopted: ({ name, answers }) => ({
    what: `What if: ${name}`,
    from: '',
    to: `adopted, ${answers} ${answers === 1 ? 'answer' : 'answers'}`,
  }),
  settled: (did, { content, before }) => {
    const question = content.question.get(did.question);
    const words = (each: Of<'settled'>) =>
      listed(
        question ? answerInWords(question, each.said, content.reasons) : each.said.kind,
        `decided by ${each.decided.name} on ${day(each.on)}`,
        each.reason,
      );
    const last = before.findLast(
      (deed): deed is Deed & { did: Of<'settled'> } =>
        deed.did.kind === 'settled' && deed.did.question === did.question && deed.did.about === did.about,
    );
    return {
      about: did.about,
      what: `Settled: ${question?.label ?? did.question}`,
      from: last ? words(last.did) : '',
      to: words(did),
    };
  },
};

export function deedInWords(deeper: Deeper, did: Did): DeedWords {
  // The table pairs kind and deed; TypeScript cannot follow that through a look-up.
  const inWords = kinds[did.kind] as (did: Did, deeper: Deeper) => DeedWords;
  return inWords(did, deeper);
}

type Decision = Of<'treated' | 'accepted' | 'withdrawn'>;

function decision(did: Decision, deeper: Deeper): DeedWords {
  const before = deeper.before.findLast(
    (deed): deed is Deed & { did: Decision } => isDecision(deed.did) && deed.did.finding === did.finding,
  );
  const [rule, about] = partsOf(did.finding);
  return {
    about,
    what: `Risk: ${filled(deeper.content.risk.get(rule)?.title ?? rule, about, deeper)}`,
    from: before ? decisionWords(before.did) : '',
    to: decisionWords(did),
  };
}

const isDecision = (did: Did): did is Decision =>
  did.kind === 'treated' || did.kind === 'accepted' || did.kind === 'withdrawn';

function decisionWords(did: Decision): string {
  switch (did.kind) {
    case 'treated': {
      const { treatment, owner, due, note, residual } = did;
      return listed(
        `${treatment}, owner ${owner.name}`,
        due && `by ${day(due)}`,
        residual && `expected to remain ${residual.probability} × ${residual.impact}`,
        note,
      );
    }
    case 'accepted': {
      const { owner, approver, until, reason } = did;
      return listed(
        `accepted until ${day(until)}, owner ${owner.name}`,
        `approved by ${approver.name}`,
        reason,
      );
    }
    case 'withdrawn':
      return listed('taken back', did.reason);
  }
}

const states: Readonly<Record<StepState, string>> = {
  open: 'open',
  doing: 'under way',
  done: 'done',
  dropped: 'dropped',
};

function stepWords({ to, owner, due, reason }: Of<'moved-step'>): string {
  return listed(states[to], owner && `owner ${owner.name}`, due && `by ${day(due)}`, reason);
}

const hows: Readonly<Record<Of<'held-role' | 'came-or-went'>['how'], string>> = {
  claimed: 'by their own word',
  given: 'given, not confirmed',
  confirmed: 'confirmed',
  vouched: 'confirmed by whoever manages the project',
  refused: 'said not to be theirs',
  ended: 'no longer',
  left: 'left',
  back: 'is back',
  guest: 'is a guest',
  'no-guest': 'is a guest no more',
};

const ofThing: Readonly<Record<string, string>> = {
  name: 'Name',
  source: 'Source',
  target: 'Target',
  notes: 'Notes',
};

function fieldWords(field: string, { dates }: Content): string {
  if (!field.startsWith('date:')) return field === 'name' ? 'Name of the project' : 'Stage of the project';
  const id = field.slice('date:'.length);
  return `Date: ${dates.find((date) => date.id === id)?.title ?? id}`;
}

function settingWords(field: string, value: string | undefined, { stages }: Content): string {
  if (value === undefined) return '';
  if (field.startsWith('date:')) return day(value);
  return field === 'stage' ? (stages.find(({ id }) => id === value)?.title ?? value) : value;
}

function roleWords(held: string, { content, names }: Deeper): string {
  const { role, on, in: integration } = readRoleKey(held);
  const title = content.roles.find(({ id }) => id === role)?.title ?? role;
  const about = on === undefined ? integration && `integration:${integration}` : `application:${on}`;
  return about ? `${title} (${names.get(about) ?? on ?? integration})` : title;
}

/** `rule@subject` */
function partsOf(id: string): [string, string] {
  const at = id.indexOf('@');
  return at < 0 ? [id, 'project'] : [id.slice(0, at), id.slice(at + 1)];
}

/** The sentences of the content name what they are about; which integration's source is meant is no matter here. */
function filled(sentence: string, about: string, { project, names }: Deeper): string {
  const name = names.get(about) ?? about;
  return sentence.replace(/\{(\w+)\}/g, (_, which) =>
    which === 'project' ? project.name : which === 'source' || which === 'target' ? `the ${which}` : name,
  );
}

const listed = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join('; ');
