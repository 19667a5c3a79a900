/** All content files as they are written. */
import { readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { z } from 'zod';
import type { Area, Limit, PlanDate, Reason, Role, Stage } from '../core/interview/topic.ts';
import type { Complaint } from './complaint.ts';
import { checkForm } from './explain-issue.ts';
import { idOf, listAt, readTopic, type TopicFile } from './read-topic.ts';
import { inventorySchema, limitsSchema, reasonsSchema, rolesSchema, stagesSchema } from './shared-schema.ts';
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
  readonly inventory: { readonly columns: Readonly<Record<string, string>>; readonly file: YamlFile };
  readonly topics: readonly TopicFile[];
}

export const areas: readonly Area[] = ['business', 'technology', 'governance'];

export function readPack(folder: string, complaints: Complaint[]): Pack {
  // Complaints name files from the pack's own folder on, so they read the same wherever it lies.
  const root = basename(resolve(folder));
  const shared = <T extends object>(file: string, schema: z.ZodType<T>) =>
    readShared(join(folder, file), `${root}/${file}`, schema, complaints);
  const roles = shared('roles.yaml', rolesSchema);
  const stages = shared('stages.yaml', stagesSchema);
  const limits = shared('limits.yaml', limitsSchema);
  const reasons = shared('reasons.yaml', reasonsSchema);
  const inventory = shared('inventory.yaml', inventorySchema);
  const topics = areas.flatMap((area) => readArea(join(folder, area), `${root}/${area}`, area, complaints));
  if (topics.length === 0) complaints.push({ file: root, text: 'there is no topic in it' });
  return {
    roles: roles.listing('roles', roles.checked?.roles),
    stages: stages.listing('stages', stages.checked?.stages),
    dates: stages.listing('dates', stages.checked?.dates),
    limits: limits.listing('limits', limits.checked?.limits),
    reasons: reasons.listing('reasons', reasons.checked?.reasons),
    inventory: { columns: inventory.checked?.columns ?? {}, file: inventory.file },
    topics,
  };
}

function readShared<T extends object>(
  path: string,
  name: string,
  schema: z.ZodType<T>,
  complaints: Complaint[],
) {
  const file = readYaml(path, name, complaints);
  const checked = file.data === undefined ? undefined : checkForm(schema, file);
  const listing = <E>(field: string, entries: readonly E[] = []): Listing<E> => {
    // A list that may be left out counts as empty, not as unreadable.
    const raw = listAt(file.data, field) ?? (checked ? [] : undefined);
    return { field, entries, ids: raw?.map(idOf), file };
  };
  return { file, checked, listing };
}

function readArea(folder: string, name: string, area: Area, complaints: Complaint[]): TopicFile[] {
  let files: string[];
  try {
    files = readdirSync(folder).sort();
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
    .map((file) => readTopic(join(folder, file), `${name}/${file}`, area, complaints));
}
