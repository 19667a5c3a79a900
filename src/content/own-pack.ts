/**
 * A team's own pack, laid over ours: what is new in it is added, what has an id of ours takes its place, and `off.yaml`
 * names what is switched off. A topic file that bears the name of one of ours changes single questions, risks and steps.
 */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { Area } from '../core/interview/topic.ts';
import { entryIdFaults, topicIdFaults } from './check-ids.ts';
import type { Complaint } from './complaint.ts';
import { checkForm } from './explain-issue.ts';
import {
  areas,
  extras,
  type Listing,
  type Pack,
  readShared,
  sharedFiles,
  topicFilesIn,
} from './read-pack.ts';
import { type Entry, type Head, readLists, readTopic, type TopicFile } from './read-topic.ts';
import { name, type Shape } from './schema-terms.ts';
import { questionSchema, riskSchema, stepSchema, topicFields, type WrittenTopic } from './topic-schema.ts';
import { readYaml } from './yaml-file.ts';

const offFile = 'off.yaml';
const offSchema: z.ZodType<{ off: string[] }> = z.strictObject({ off: z.array(name) });

type Change = Pick<WrittenTopic, 'id' | 'questions' | 'risks' | 'steps'> & Partial<Head>;

/** Of a topic of ours only what changes is written. */
const changeSchema: z.ZodType<Change> = z.strictObject({
  ...topicFields,
  order: topicFields.order.exactOptional(),
  title: topicFields.title.exactOptional(),
  cites: topicFields.cites.exactOptional(),
  questions: z.array(questionSchema).default([]),
  risks: z.array(riskSchema).default([]),
  steps: z.array(stepSchema).default([]),
} satisfies Shape<Change>);

export function layOver(ours: Pack, folder: string, complaints: Complaint[]): Pack {
  strangersIn(folder, complaints);
  const off = readOff(folder, ours, complaints);
  const own = readShared(folder, folder, complaints, [...sharedFiles, ...extras]);
  const files = areas.flatMap((area) =>
    topicFilesIn(folder, folder, area, complaints).map((file) => ({ ...file, area })),
  );
  let topics = ours.topics.map(spared);
  for (const { path, name: called, area } of files) {
    const changed = topics.find(({ id }) => id === basename(path, '.yaml') && !off.includes(id));
    const topic = changed
      ? changeTopic(changed, path, called, complaints)
      : newTopic(path, called, area, complaints);
    topics = [...topics.filter(({ id }) => id !== topic.id), topic];
  }
  const replaced = new Set(files.map(({ path }) => basename(path, '.yaml')));
  return {
    roles: listings(ours.roles, own.roles),
    stages: listings(ours.stages, own.stages),
    dates: listings(ours.dates, own.dates),
    limits: listings(ours.limits, own.limits),
    reasons: listings(ours.reasons, own.reasons),
    changes: listings(ours.changes, own.changes),
    inventory: [...ours.inventory, ...own.inventory],
    topics,
    choosers: entries(ours.choosers, own.choosers) ?? [],
    portfolio: entries(ours.portfolio, own.portfolio) ?? [],
    // A topic of ours that is off and written anew is the team's.
    off: off.filter((id) => !replaced.has(id)),
  };
}

/** Whatever led to it may be off or replaced. */
function spared(topic: TopicFile): TopicFile {
  const each = <T>(list: readonly Entry<T>[] | undefined) =>
    list?.map((entry): Entry<T> => ({ ...entry, spare: true }));
  return {
    ...topic,
    questions: each(topic.questions),
    risks: each(topic.risks),
    steps: each(topic.steps),
  };
}

function newTopic(path: string, called: string, area: Area, complaints: Complaint[]): TopicFile {
  const topic = readTopic(path, called, area, complaints);
  topic.file.complain(topicIdFaults(topic, []));
  return topic;
}

function changeTopic(ours: TopicFile, path: string, called: string, complaints: Complaint[]): TopicFile {
  const file = readYaml(path, called, complaints);
  const change = file.data === undefined ? undefined : checkForm(changeSchema, file);
  const own = readLists(file, ours.id, change?.order ?? ours.order, change);
  file.complain(entryIdFaults(own));
  if (change && change.id !== ours.id) {
    file.complain([{ path: ['id'], message: `"${change.id}" is not the name of the file` }]);
  }
  const { title, order, cites, staleAfter } = change ?? {};
  return {
    ...ours,
    // The place in the order is to blame where it is written.
    file: order === undefined ? ours.file : file,
    order: own.order,
    head: ours.head &&
      change && {
        ...ours.head,
        ...(title && { title }),
        ...(order && { order }),
        ...(cites && { cites }),
        ...(staleAfter && { staleAfter }),
      },
    questions: entries(ours.questions, own.questions ?? [], own.order),
    risks: entries(ours.risks, own.risks ?? [], own.order),
    steps: entries(ours.steps, own.steps ?? [], own.order),
  };
}

function entries<T>(
  ours: readonly Entry<T>[] | undefined,
  own: readonly Entry<T>[],
  order = Number.NaN,
): readonly Entry<T>[] | undefined {
  return ours && replace(ours, own, ({ key }) => key).map((entry, place) => ({ ...entry, order, place }));
}

function listings<T extends { readonly id: string }>(ours: Listing<T>, own: Listing<T>): Listing<T> {
  return {
    ...ours,
    entries: replace(ours.entries, own.entries, ({ id }) => id),
    ids: ours.ids && own.ids && [...ours.ids, ...own.ids],
  };
}

/** What has the same key takes the place of the other; what is new comes last. */
function replace<T>(ours: readonly T[], own: readonly T[], keyOf: (entry: T) => string): T[] {
  const theirs = new Map(own.map((entry) => [keyOf(entry), entry]));
  const known = new Set(ours.map(keyOf));
  return [
    ...ours.map((entry) => theirs.get(keyOf(entry)) ?? entry),
    ...own.filter((entry) => !known.has(keyOf(entry))),
  ];
}

function readOff(folder: string, ours: Pack, complaints: Complaint[]): readonly string[] {
  if (!readdirSync(folder).includes(offFile)) return [];
  const file = readYaml(join(folder, offFile), `${folder}/${offFile}`, complaints);
  const off = (file.data === undefined ? undefined : checkForm(offSchema, file))?.off ?? [];
  const known = new Set([
    ...ours.topics.flatMap(({ id, questions = [], risks = [] }) => [
      id,
      ...[...questions, ...risks].map(({ key }) => key),
    ]),
    ...[...ours.choosers, ...ours.portfolio].map(({ key }) => key),
  ]);
  file.complain(
    off.flatMap((id, at) =>
      known.has(id)
        ? []
        : [{ path: ['off', at], message: `there is no topic, question, risk, chooser or finding "${id}"` }],
    ),
  );
  return off;
}

/** A file that nobody reads is one with a slip in its name. */
function strangersIn(folder: string, complaints: Complaint[]): void {
  const known: readonly string[] = [...sharedFiles, ...extras, offFile, ...areas];
  const written = readdirSync(folder);
  const strange = written.filter((each) => /\.ya?ml$/.test(each) && !known.includes(each));
  complaints.push(
    ...strange.map((each) => ({
      file: `${folder}/${each}`,
      text: `is not read; what is read here: ${known.join(', ')}`,
    })),
  );
  if (!written.some((each) => known.includes(each)) && strange.length === 0)
    complaints.push({ file: folder, text: `there is nothing in it; what is read here: ${known.join(', ')}` });
}
