/** What zod found, in the words of the people who write topics. */
import type { z } from 'zod';
import type { Fault, Path } from './complaint.ts';
import type { YamlFile } from './yaml-file.ts';

type Issue = z.core.$ZodIssue;

/** The file's data where its form is right; else nothing, and complaints. */
export function checkForm<T>(schema: z.ZodType<T>, { data, complain }: YamlFile): T | undefined {
  const result = schema.safeParse(data, { error: wording });
  if (!result.success) complain(result.error.issues.flatMap((issue) => explain(issue, [], data)));
  return result.data;
}

function wording(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === null) return 'is empty';
      if (issue.expected === 'string')
        return isScalar(issue.input) ? 'must be text; put a number or a true into quotes' : 'must be text';
      return `must be ${nouns[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `${JSON.stringify(issue.input)} is not ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.join(', ')}`;
    case 'too_small':
      if (issue.origin === 'string') return 'is empty';
      return issue.origin === 'array'
        ? `needs at least ${issue.minimum}`
        : `must be at least ${issue.minimum}`;
    case 'too_big':
      return `must be at most ${issue.maximum}`;
    case 'invalid_union': {
      if (!issue.discriminator) return undefined;
      const given = JSON.stringify(valueAt(issue.input, [issue.discriminator]));
      return `${given} is not one of ${String(issue.options).replaceAll(',', ', ')}`;
    }
    default:
      return undefined;
  }
}

const nouns: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'a map of fields',
  record: 'a map of fields',
};

/** `base` leads to where the issue's own path starts, which inside a union is not the top of the file. */
function explain(issue: Issue, base: Path, data: unknown): Fault[] {
  const path = [...base, ...issue.path.map(String)];
  const value = valueAt(data, path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((field) => ({ path, message: `"${field}" is not a field here`, at: [field] }));
  }
  if (value === undefined && path.length > 0)
    return [{ path: path.slice(0, -1), message: `"${path.at(-1)}" is missing` }];
  if (issue.code === 'invalid_union') {
    const meant = issue.errors.find((issues) => isMeant(issues, value));
    if (meant) return meant.flatMap((inner) => explain(inner, path, data));
  }
  return [{ path, message: issue.message }];
}

/** Of several forms the author meant the one whose fields are all there, and no others. */
function isMeant(issues: readonly Issue[], value: unknown): boolean {
  return issues.every(({ code, path }) =>
    path.length > 0
      ? valueAt(value, path.slice(0, 1)) !== undefined
      : code !== 'unrecognized_keys' && code !== 'invalid_type',
  );
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object';
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined,
    data,
  );
}
