/** Whether the `{names}` in a text can be filled in where it is shown. */
import type { Scope } from '../core/interview/topic.ts';
import type { Fault, Path } from './complaint.ts';

const known: Readonly<Record<Scope, readonly string[]>> = {
  project: ['project'],
  application: ['project', 'application'],
  integration: ['project', 'integration', 'source', 'target'],
};

/**
 * `scopes`: what the texts may be about, each of which has to know the name; none where nothing is filled in. `more`:
 * names that are known here besides.
 */
export function placeholderFaults(
  texts: Readonly<Record<string, string>>,
  path: Path,
  scopes: readonly Scope[],
  more: readonly string[] = [],
): Fault[] {
  const [first, ...others] = scopes.map((scope) => known[scope]);
  const shared = (first ?? []).filter((name) => others.every((names) => names.includes(name)));
  const allowed = [...shared, ...more];
  const remedy = allowed.length > 0 ? `only ${allowed.map((name) => `{${name}}`).join(', ')}` : 'nothing';
  return Object.entries(texts).flatMap(([field, text]) =>
    [...text.matchAll(/\{([^{}]*)\}/g)].flatMap(([whole, name = '']) =>
      allowed.includes(name)
        ? []
        : [{ path: [...path, field], message: `${whole} is not filled in here, ${remedy} is` }],
    ),
  );
}
