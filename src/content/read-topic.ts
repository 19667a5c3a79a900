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
  /** The order of its topic, and its place among those of the topic. */
  readonly order: number;
  readonly place: number;
  /** Where it is written. */
  readonly file: YamlFile;
  readonly at: number;
  /** Nothing needs to lead to it: a team's own pack has taken the place of what did. */
  readonly spare?: true;
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
  readonly head: Head | undefined;
  /** A list is absent where it cannot be read at all: any name may stand in it. */
  readonly questions: readonly Entry<WrittenQuestion>[] | undefined;
  readonly risks: readonly Entry<WrittenRisk>[] | undefined;
  readonly steps: readonly Entry<WrittenStep>[] | undefined;
}

/** A topic without its lists. */
export type Head = Pick<WrittenTopic, 'id' | 'title' | 'order' | 'cites' | 'staleAfter'>;

export function readTopic(path: string, name: string, area: Area, complaints: Complaint[]): TopicFile {
  const file = readYaml(path, name, complaints);
  const whole = file.data === undefined ? undefined : checkForm(topicSchema, file);
  return { area, head: whole, ...readLists(file, basename(path, '.yaml'), whole?.order, whole) };
}

type Lists = Pick<WrittenTopic, 'questions' | 'risks' | 'steps'>;

export function readLists(file: YamlFile, id: string, order = Number.NaN, whole?: Lists) {
  return {
    id,
    file,
    order,
    questions: readEntries(file, 'questions', id, questionSchema, whole?.questions, order),
    risks: readEntries(file, 'risks', id, riskSchema, whole?.risks, order),
    steps: readEntries(file, 'steps', id, stepSchema, whole?.steps, order),
  };
}

/** A wrong form was complained about before, with the whole file; `checked` is what is known to be right. */
export function readEntries<T>(
  file: YamlFile,
  field: string,
  topic: string,
  schema: z.ZodType<T>,
  checked?: readonly T[],
  order = Number.NaN,
): readonly Entry<T>[] | undefined {
  return listAt(file.data, field)?.map((entry, at) => ({
    key: `${topic}.${idOf(entry)}`,
    topic,
    order,
    place: at,
    file,
    at,
    written: checked?.[at] ?? schema.safeParse(entry).data,
  }));
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
