/** All content files as they are written. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { z } from 'zod';
import type { Area, Change, Limit, PlanDate, Reason, Role, Stage } from '../core/interview/topic.ts';
import { topicIdFaults, twiceIn } from './check-ids.ts';
import type { Complaint } from './complaint.ts';
import { checkForm } from './explain-issue.ts';
import { chooserSchema, patternsSchema, type WrittenChooser } from './pattern-schema.ts';
import { portfolioSchema, portfolioTextSchema, type WrittenPortfolioText } from './portfolio-schema.ts';
import { type Entry, idOf, listAt, readEntries, readTopic, type TopicFile } from './read-topic.ts';
import {
  changesSchema,
  inventorySchema,
  limitsSchema,
  reasonsSchema,
  rolesSchema,
  stagesSchema,
} from './shared-schema.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

/** One list of a shared file. */
export interface Listing<T> {
  readonly field: string;
  /** Empty where the file has a mistake. */
  readonly entries: readonly T[];
  /** Every id that is written, also that of an entry with a mistake; absent where the list cannot be read at all. */
  readonly ids: readonly string[] | undefined;
  readonly file: YamlFile;
}

export interface Pack {
  readonly roles: Listing<Role>;
  readonly stages: Listing<Stage>;
  readonly dates: Listing<PlanDate>;
  readonly limits: Listing<Limit>;
  readonly reasons: Listing<Reason>;
  readonly changes: Listing<Change>;
  readonly inventory: readonly Inventory[];
  readonly topics: readonly TopicFile[];
  readonly choosers: readonly Entry<WrittenChooser>[];
  readonly portfolio: readonly Entry<WrittenPortfolioText>[];
  /** Ids of what is in the files and not used: topics, questions, risks, choosers, findings on several integrations. */
  readonly off: readonly string[];
}

export interface Inventory {
  readonly columns: Readonly<Record<string, string>>;
  readonly file: YamlFile;
}

export const areas: readonly Area[] = ['business', 'technology', 'governance'];
/** Advice, findings on several integrations and what may change are extras: a small pack does without. */
export const extras = ['patterns.yaml', 'portfolio.yaml', 'changes.yaml'];
export const sharedFiles = ['roles.yaml', 'stages.yaml', 'limits.yaml', 'reasons.yaml', 'inventory.yaml'];

export function readPack(folder: string, complaints: Complaint[]): Pack {
  // Complaints name files from the pack's own folder on, so they read the same wherever it lies.
  const root = basename(resolve(folder));
  const topics = areas.flatMap((area) =>
    topicFilesIn(folder, root, area, complaints).map(({ path, name }) =>
      readTopic(path, name, area, complaints),
    ),
  );
  for (const topic of topics) topic.file.complain(topicIdFaults(topic, topics));
  if (topics.length === 0) complaints.push({ file: root, text: 'there is no topic in it' });
  return { ...readShared(folder, root, complaints, extras), topics, off: [] };
}

/** `spare`: files that may be missing. */
export function readShared(
  folder: string,
  root: string,
  complaints: Complaint[],
  spare: readonly string[],
): Omit<Pack, 'topics' | 'off'> {
  const read = <T extends object>(name: string, schema: z.ZodType<T>) => {
    const path = join(folder, name);
    const file =
      spare.includes(name) && !existsSync(path)
        ? { name: `${root}/${name}`, complain: () => {} }
        : readYaml(path, `${root}/${name}`, complaints);
    const checked = file.data === undefined ? undefined : checkForm(schema, file);
    const isAbsent = spare.includes(name) && !existsSync(path);
    const listing = <E>(field: string, entries: readonly E[] = []): Listing<E> => {
      // A list that may be left out counts as empty, not as unreadable.
      const raw = listAt(file.data, field) ?? (checked || isAbsent ? [] : undefined);
      const ids = raw?.map(idOf);
      file.complain(twiceIn(ids ?? [], [field]));
      return { field, entries, ids, file };
    };
    return { file, checked, listing };
  };
  const roles = read('roles.yaml', rolesSchema);
  const stages = read('stages.yaml', stagesSchema);
  const limits = read('limits.yaml', limitsSchema);
  const reasons = read('reasons.yaml', reasonsSchema);
  const inventory = read('inventory.yaml', inventorySchema);
  const changes = read('changes.yaml', changesSchema);
  const patterns = read('patterns.yaml', patternsSchema);
  const portfolio = read('portfolio.yaml', portfolioSchema);
  patterns.listing('choosers');
  portfolio.listing('portfolio');
  return {
    roles: roles.listing('roles', roles.checked?.roles),
    stages: stages.listing('stages', stages.checked?.stages),
    dates: stages.listing('dates', stages.checked?.dates),
    limits: limits.listing('limits', limits.checked?.limits),
    reasons: reasons.listing('reasons', reasons.checked?.reasons),
    changes: changes.listing('changes', changes.checked?.changes),
    inventory: [{ columns: inventory.checked?.columns ?? {}, file: inventory.file }],
    choosers: readEntries(patterns.file, 'choosers', 'patterns', chooserSchema) ?? [],
    portfolio: readEntries(portfolio.file, 'portfolio', 'portfolio', portfolioTextSchema) ?? [],
  };
}

export function topicFilesIn(
  folder: string,
  root: string,
  area: Area,
  complaints: Complaint[],
): { readonly path: string; readonly name: string }[] {
  const name = `${root}/${area}`;
  let files: string[];
  try {
    files = readdirSync(join(folder, area)).sort();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // An area without a topic needs no folder; version control keeps no empty ones.
    if (code !== 'ENOENT') complaints.push({ file: name, text: `cannot be read (${code})` });
    return [];
  }
  for (const file of files.filter((other) => other.endsWith('.yml'))) {
    complaints.push({ file: `${name}/${file}`, text: 'the name of a topic file ends in .yaml' });
  }
  return files
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => ({ path: join(folder, area, file), name: `${name}/${file}` }));
}
