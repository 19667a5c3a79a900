/** The text of an export → what it holds, checked as strictly as the documents of the store. */
import type { Bundle, Kept, Made } from '../core/landscape/bundle.ts';
import type { Integration, Project } from '../core/landscape/landscape.ts';
import { OperatorError } from '../error.ts';
import { checkDocument } from './document-schema.ts';
import { isKey } from './key.ts';

const folders = ['integrations', 'milestones', 'proposals'] as const;

export function readBundle(file: string, text: string): Bundle {
  const refuse = (why: string) => new OperatorError('input-unreadable', `${file}: ${why}`);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw refuse('this is not JSON');
  }
  const { bridgekeeper, asOf, project, ...rest } = (parsed ?? {}) as Record<string, unknown>;
  const lists = folders.map((folder) => [folder, rest[folder] ?? []] as const);
  if (
    bridgekeeper !== 1 ||
    !Array.isArray(rest.integrations) ||
    !lists.every(([, list]) => Array.isArray(list))
  )
    throw refuse('this is not an export of Bridgekeeper');
  const foreign = Object.keys(rest).filter((part) => !folders.some((folder) => folder === part));
  const flaws = [
    ...(asOf === undefined || isDay(asOf) ? [] : ['asOf: must be a day such as 2026-03-31']),
    ...foreign.map((part) => `${part}: this version knows no such part`),
    ...flawsOf('project', 'projects/exported/project', project),
    ...lists.flatMap(([folder, list]) =>
      (list as unknown[]).flatMap((document, at) =>
        flawsOf(`${folder}.${at}`, `projects/exported/${folder}/exported`, document),
      ),
    ),
    ...lists.flatMap(([folder, list]) => twins(folder, list as unknown[])),
  ];
  if (flaws.length > 0) throw new OperatorError('input-unreadable', `${file} is damaged`, flaws);
  const { integrations, milestones, proposals } = rest as Record<string, Made[] | undefined>;
  return {
    bridgekeeper,
    ...(typeof asOf === 'string' ? { asOf } : {}),
    project: project as Project,
    integrations: (integrations ?? []) as readonly Kept[] as readonly Integration[],
    ...(milestones ? { milestones } : {}),
    ...(proposals ? { proposals } : {}),
  };
}

const isDay = (value: unknown) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));

function flawsOf(part: string, key: string, document: unknown): string[] {
  const flaw = checkDocument(key, document);
  if (flaw) return [`${part}: ${flaw.why}`];
  const { id } = document as Kept;
  return isKey(`projects/${id}`) && !id.includes('/') ? [] : [`${part}: “${id}” cannot be an id`];
}

function twins(folder: string, list: readonly unknown[]): string[] {
  const ids = list.map((document) => (document as Kept | null)?.id);
  return ids.flatMap((id, at) => (ids.indexOf(id) < at ? [`${folder}.${at}: “${id}” is there already`] : []));
}
