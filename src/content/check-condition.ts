/** Whether the leaves of a condition point to something that can be seen from where the condition stands. */
import type { AnswerShape, Scope } from '../core/interview/topic.ts';
import type { Calculation, Input, Only } from '../core/judgement/calculation.ts';
import { parameters, parametersKnown } from '../core/judgement/choosers/parameters-known.ts';
import { fitFaults, nouns } from './check-fit.ts';
import type { Fault } from './complaint.ts';
import type { Leaf } from './leaves.ts';
import { fullKey, holds, type Names, type Readable } from './names.ts';
import type { Listing, Pack } from './read-pack.ts';
import type { WrittenQuestion } from './topic-schema.ts';

export interface Ground {
  readonly pack: Pack;
  readonly names: Names;
  readonly calculations: ReadonlyMap<string, Calculation>;
}

export interface Stand {
  readonly kind: 'question' | 'risk' | 'chooser';
  readonly topic: string;
  readonly scope: Scope;
  /** A question may look at earlier ones only, a risk at all. */
  readonly isEarlier: (other: Readable<WrittenQuestion>) => boolean;
}

export function leafFaults({ leaf, path }: Leaf, stand: Stand, ground: Ground): Fault[] {
  if ('calculation' in leaf) {
    const messages = calculationFaults(leaf.calculation, stand, ground);
    return messages.map((message) => ({ path, message, at: ['calculation'] }));
  }
  const called = `"${leaf.question}"`;
  const found = ground.names.question(fullKey(stand.topic, leaf.question));
  if (!found) return [{ path, message: `there is no question ${called}`, at: ['question'] }];
  if (found === 'unreadable') return [];
  return [
    ...viewFaults(found, called, stand).map((message) => ({ path, message, at: ['question'] })),
    ...fitFaults(leaf, found.written.answer, ground.pack).map((fault) => ({ path, ...fault })),
  ];
}

/** An integration knows its applications and its project; nothing looks down, where there are many. */
const reach: Readonly<Record<Scope, readonly Scope[]>> = {
  integration: ['integration', 'application', 'project'],
  application: ['application', 'project'],
  project: ['project'],
};

function viewFaults(found: Readable<WrittenQuestion>, called: string, stand: Stand): string[] {
  const { scope } = found.written;
  const faults: string[] = [];
  if (!reach[stand.scope].includes(scope)) {
    faults.push(
      `${articled(stand.scope)} ${stand.kind} cannot look at ${called}, which is about ${articled(scope)}`,
    );
  }
  if (!stand.isEarlier(found)) faults.push(`${called} is not asked earlier`);
  return faults;
}

function articled(scope: Scope): string {
  return scope === 'project' ? 'a project' : `an ${scope}`;
}

/** Besides the calculations: what of the approach is known, and whether it fits what a chooser says. */
export function isKnownCalculation(id: string, { calculations, pack }: Ground): boolean {
  return (
    calculations.has(id) || id === parametersKnown || pack.choosers.some(({ written }) => written?.fit === id)
  );
}

/** A calculation is code; what it reads is only wrong for the pack that uses it, so the place of use is to blame. */
function calculationFaults(id: string, stand: Stand, ground: Ground): string[] {
  const chooser = ground.pack.choosers.find(({ written }) => written?.fit === id)?.written;
  if (chooser && reach[stand.scope].includes(chooser.scope)) return [];
  if (chooser)
    return [
      `${articled(stand.scope)} ${stand.kind} cannot look at "${id}", which is about ${articled(chooser.scope)}`,
    ];
  if (id === parametersKnown)
    return parameters.flatMap(({ question }) => inputFaults(id, { question }, stand, ground));
  const calculation = ground.calculations.get(id);
  if (!calculation) return [`there is no calculation "${id}"`];
  return [...new Set(readingFaults(calculation, stand, ground))];
}

function readingFaults(calculation: Calculation, stand: Stand, ground: Ground): string[] {
  const { id, only = [], inputs, uses = [], dates = [], datesIfThere = [], limits } = calculation;
  const absent = (names: readonly string[], listing: Listing<unknown>, noun: string) =>
    names
      .filter((name) => !holds(listing, name))
      .map((name) => `calculation ${id} needs the ${noun} "${name}", which does not exist`);
  return [
    ...only.flatMap((gate) => gateFaults(id, gate, stand, ground)),
    ...Object.values(inputs).flatMap((input) => inputFaults(id, input, stand, ground)),
    ...uses.flatMap((used) => readingFaults(used, stand, ground)),
    ...absent([...dates, ...datesIfThere], ground.pack.dates, 'date'),
    ...absent(limits, ground.pack.limits, 'limit'),
  ];
}

function gateFaults(id: string, { question, oneOf }: Only, stand: Stand, ground: Ground): string[] {
  const faults = inputFaults(id, { question }, stand, ground);
  const found = ground.names.question(question);
  if (!found || found === 'unreadable') return faults;
  const { answer } = found.written;
  const offered = 'options' in answer ? answer.options.map((option) => option.id) : [];
  const strange = oneOf.filter((option) => !offered.includes(option));
  return [
    ...faults,
    ...strange.map(
      (option) => `calculation ${id} looks for "${option}", which is not an option of "${question}"`,
    ),
  ];
}

function inputFaults(id: string, { question, unit }: Input, stand: Stand, ground: Ground): string[] {
  const found = ground.names.question(question);
  if (!found) return [`calculation ${id} reads the question "${question}", which does not exist`];
  if (found === 'unreadable') return [];
  const faults = viewFaults(found, `"${question}" (read by calculation ${id})`, stand);
  const asked = unitOf(found.written.answer);
  if (unit && asked !== unit)
    faults.push(`calculation ${id} reads "${question}" in ${unit}, but it asks for ${asked}`);
  return faults;
}

function unitOf(shape: AnswerShape): string {
  return shape.kind === 'number' ? shape.unit : nouns[shape.kind];
}
