/** The cases of `test/cases/`: what people say, and which rules that raises, leaves silent or cannot judge. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Answer } from '../../src/core/interview/answer.ts';
import { readAnswer } from '../../src/core/interview/read-answer.ts';
import type { Content } from '../../src/core/interview/topic.ts';
import type { Vantage } from '../../src/core/landscape/landscape.ts';
import { content } from '../shipped-content.ts';

export interface Case {
  readonly file: string;
  readonly name: string;
  readonly stage?: string;
  readonly dates?: Record<string, string>;
  /** Who says it → question, with `@source` or `@target` where it is about an application → as typed. */
  readonly says: Record<string, Record<string, string | number>>;
  readonly raises?: string[];
  readonly silent?: string[];
  readonly unknown?: string[];
  /** What is said to be done right. */
  readonly praises?: string[];
  /** Answered, and neither wrong nor right: nothing at all is said. */
  readonly nothing?: string[];
}

const path = (name: string) => new URL(`../../${name}`, import.meta.url).pathname;
const at = '2026-03-03T09:00:00.000Z';

export { content };

export const cases: readonly Case[] = readdirSync(path('test/cases')).flatMap((file) =>
  (parse(readFileSync(path(`test/cases/${file}`), 'utf8')) as Omit<Case, 'file'>[]).map((each) => ({
    file,
    ...each,
  })),
);

/** One integration with two applications, about which just that was said. */
export function vantageOf(each: Case, pack: Content = content): Vantage {
  const said = (scope: string, end: string) => answersIn(each, pack, scope, end);
  const application = (id: string) => ({ id, name: id, answers: said('application', id) });
  const applications = [application('source'), application('target')];
  return {
    project: {
      schema: 1,
      id: 'project',
      name: 'The project',
      home: { kind: 'anyone' },
      stage: each.stage ?? 'initiate',
      dates: each.dates ?? {},
      people: [],
      applications,
      answers: said('project', ''),
      recent: [],
    },
    integration: {
      schema: 1,
      id: 'orders',
      name: 'Orders',
      source: { written: 'source', application: 'source' },
      target: { written: 'target', application: 'target' },
      answers: said('integration', ''),
      recent: [],
    },
    applications,
  };
}

function answersIn(each: Case, pack: Content, scope: string, end: string): Answer[] {
  return Object.entries(each.says).flatMap(([who, said]) =>
    Object.entries(said).flatMap(([key, typed]) => {
      const [name = '', on = ''] = key.split('@');
      const question = pack.question.get(name);
      if (!question) throw new Error(`${each.name}: there is no question ${name}`);
      if (question.scope !== scope || (scope === 'application' && on !== end)) return [];
      const reading = readAnswer(question, String(typed), () => undefined);
      if (!reading.ok) throw new Error(`${each.name}: ${name}: ${reading.why}`);
      const by = { kind: 'person', id: who, name: who } as const;
      return [{ question: name, by, at, turn: `${who}-${key}`, said: reading.said }];
    }),
  );
}
