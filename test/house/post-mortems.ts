/** Projects that failed in public, from `test/post-mortems/`: what their teams could have said before go-live. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Answer } from '../../src/core/interview/answer.ts';
import { readAnswer } from '../../src/core/interview/read-answer.ts';
import { assessProject } from '../../src/core/judgement/assess-project.ts';
import { calculations } from '../../src/core/judgement/calculations/index.ts';
import type { Finding } from '../../src/core/judgement/finding.ts';
import { content } from '../shipped-content.ts';

export interface PostMortem {
  readonly name: string;
  readonly stage: string;
  readonly dates: Record<string, string>;
  /** Its name → sending and receiving application. */
  readonly integrations: Record<string, readonly [string, string]>;
  /** Who says it → question, with `@name` of an application or integration → as typed. */
  readonly says: Record<string, Record<string, string | number>>;
  /** Among the first three of the summary. */
  readonly first: readonly string[];
  readonly raises: readonly string[];
  readonly silent: readonly string[];
}

const folder = new URL('../post-mortems/', import.meta.url).pathname;

export const postMortems: readonly PostMortem[] = readdirSync(folder).map(
  (file) => parse(readFileSync(folder + file, 'utf8')) as PostMortem,
);

export function findingsOf(each: PostMortem, stage = each.stage): readonly Finding[] {
  const id = (name: string) => name.toLowerCase().replaceAll(' ', '-');
  const names = [...new Set(Object.values(each.integrations).flat())];
  const project = {
    schema: 1,
    id: 'project',
    name: each.name,
    home: { kind: 'anyone' },
    stage,
    dates: each.dates,
    people: [],
    applications: names.map((name) => ({ id: id(name), name, answers: saidOf(each, name) })),
    answers: saidOf(each, ''),
    recent: [],
  } as const;
  const end = (name: string) => ({ written: name, application: id(name) });
  const integrations = Object.entries(each.integrations).map(([name, [source, target]]) => ({
    schema: 1 as const,
    id: id(name),
    name,
    source: end(source),
    target: end(target),
    answers: saidOf(each, name),
    recent: [],
  }));
  return assessProject(content, calculations, project, integrations);
}

function saidOf({ says }: PostMortem, about: string): Answer[] {
  return Object.entries(says).flatMap(([who, said]) =>
    Object.entries(said).flatMap(([written, typed]): Answer[] => {
      const [key = '', on = ''] = written.split('@');
      if (on !== about) return [];
      const question = content.question.get(key);
      if (!question) throw new Error(`there is no question ${key}`);
      const reading = readAnswer(question, String(typed), () => undefined);
      if (!reading.ok) throw new Error(`${written}: ${reading.why}`);
      const by = { kind: 'person', id: who, name: who } as const;
      const at = '2026-03-03T09:00:00.000Z';
      return [{ question: key, by, at, turn: `${who}-${written}`, said: reading.said }];
    }),
  );
}
