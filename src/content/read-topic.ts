/** A topic file as it is written: every entry that has the right form, and the names of those that have not. */
import { basename } from 'node:path';
import type { z } from 'zod';
import type { Area } from '../core/interview/topic.ts';
import type { Complaint } from './complaint.ts';
import { checkForm } from './explain-issue.ts';
import {
  questionSchema,
  riskSchema,
  stepSchema,
  topicSchema,
  type WrittenQuestion,
  type WrittenRisk,
  type WrittenStep,
  type WrittenTopic,
} from './topic-schema.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

export interface Entry<T> {
  /** `topic-id.its-id`. */
  readonly key: string;
  readonly topic: string;
  /** The order of its topic, and its place in the list. */
  readonly order: number;
  readonly at: number;
  /** Absent where the entry has a mistake in its form: it is known by name and not looked into. */
  readonly written: T | undefined;
}

export interface TopicFile {
  /** By the file's name. */
  readonly id: string;
  readonly area: Area;
  readonly file: YamlFile;
  /** NaN, so neither before nor after any other, where it cannot be read. */
  readonly order: number;
  /** Absent where any of it has a mistake in its form. */
  readonly whole: WrittenTopic | undefined;
  /** A list is absent where it cannot be read at all: any name may stand in it. */
  readonly questions: readonly Entry<WrittenQuestion>[] | undefined;
  readonly risks: readonly Entry<WrittenRisk>[] | undefined;
  readonly steps: readonly Entry<WrittenStep>[] | undefined;
}

export function readTopic(path: string, name: string, area: Area, complaints: Complaint[]): TopicFile {
  const file = readYaml(path, name, complaints);
  const id = basename(path, '.yaml');
  const whole = file.data === undefined ? undefined : checkForm(topicSchema, file);
  const order = whole?.order ?? Number.NaN;
  const entries = <T>(raw: readonly unknown[] | undefined, schema: z.ZodType<T>, checked?: readonly T[]) =>
    raw?.map((entry, at): Entry<T> => {
      // A wrong form was complained about above, with the whole topic.
      const written = checked?.[at] ?? schema.safeParse(entry).data;
      return { key: `${id}.${idOf(entry)}`, topic: id, order, at, written };
    });
  return {
    id,
    area,
    file,
    order,
    whole,
    questions: entries(listAt(file.data, 'questions'), questionSchema, whole?.questions),
    risks: entries(listAt(file.data, 'risks'), riskSchema, whole?.risks),
    steps: entries(listAt(file.data, 'steps'), stepSchema, whole?.steps),
  };
}

export function listAt(data: unknown, field: string): readonly unknown[] | undefined {
  const list = fieldOf(data, field);
  return Array.isArray(list) ? list : undefined;
}

export function idOf(entry: unknown): string {
  const id = fieldOf(entry, 'id');
  return typeof id === 'string' ? id : '';
}

function fieldOf(data: unknown, field: string): unknown {
  return typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[field] : undefined;
}
