/** The landscape as a directed graph: applications and other places that data comes from or goes to, joined by integrations. */
import { type Finding, type Severity, severities } from '../judgement/finding.ts';
import type { Application, End, Integration } from './landscape.ts';
import { flowsOf, type Link, placeOf } from './link.ts';
import { lookOf } from './recognise.ts';

export interface Graph {
  readonly nodes: readonly Node[];
  readonly links: readonly RatedLink[];
}

export interface Node {
  readonly id: string;
  /** As it is called, or as it was written; empty where nobody has said yet. */
  readonly name: string;
  /**
   * `name`: no application on file, but reads like the name of one. `loose`: several, a file or a description, which
   * may mean another thing each time it is written. `group`: several nodes drawn as one.
   */
  readonly kind: 'application' | 'name' | 'loose' | 'group';
  /** The worst risk about it, whatever people have decided: an accepted risk is still one. */
  readonly worst?: Severity;
  /** Of a group, by name. */
  readonly members?: readonly string[];
  /** On no list and at no end of an integration: the names of those who said that it uses the data. */
  readonly seenBy?: readonly string[];
}

export interface RatedLink extends Link {
  readonly worst?: Severity;
}

/** What is on the list and all that its integrations join, in the order of the list. */
export function graphOf(
  applications: readonly Application[],
  integrations: readonly Integration[],
  links: readonly Link[],
  findings: readonly Finding[] = [],
): Graph {
  const worst = worstOfEach(findings);
  const nodes = new Map<string, Node>();
  for (const { id, name } of applications)
    nodes.set(id, rated<Node>({ id, name, kind: 'application' }, worst.get(`application ${id}`)));
  for (const { source, target } of integrations)
    for (const end of [source, target]) {
      const id = placeOf(end);
      if (!nodes.has(id)) nodes.set(id, { id, name: end.written.trim(), kind: kindOf(end) });
    }
  return {
    nodes: [...nodes.values()],
    links: links.map((link) => rated<RatedLink>(link, worst.get(`integration ${link.integration}`))),
  };
}

function kindOf({ application, written }: End): Node['kind'] {
  // An application that has left the list is still one.
  return application !== undefined || lookOf(written) === 'name' ? 'name' : 'loose';
}

function rated<T extends { readonly worst?: Severity }>(thing: T, worst: Severity | undefined): T {
  return worst ? { ...thing, worst } : thing;
}

function worstOfEach(findings: readonly Finding[]): ReadonlyMap<string, Severity> {
  const worst = new Map<string, Severity>();
  for (const { kind, subject, severity } of findings) {
    if ((kind !== 'risk' && kind !== 'issue') || subject.scope === 'project') continue;
    const key = `${subject.scope} ${subject.id}`;
    worst.set(key, worse(worst.get(key), severity) ?? severity);
  }
  return worst;
}

/** The worse of two, either of which may not be known. */
export function worse(one: Severity | undefined, other: Severity | undefined): Severity | undefined {
  return severities.find((severity) => severity === one || severity === other);
}

export type Direction = 'downstream' | 'upstream';

/** Where one can go from each node, and by which link. */
export interface Ways {
  readonly from: ReadonlyMap<string, readonly Way[]>;
  /** Nothing goes on through a place that may be another one each time it is written. */
  readonly last: ReadonlySet<string>;
}

export interface Way {
  readonly to: string;
  readonly link: RatedLink;
}

/** Downstream is where the data goes. */
export function waysOf({ nodes, links }: Graph, direction: Direction): Ways {
  const from = new Map<string, Way[]>();
  for (const link of links)
    for (const flow of flowsOf(link)) {
      const [start, to] = direction === 'downstream' ? [flow.from, flow.to] : [flow.to, flow.from];
      const known = from.get(start);
      if (known) known.push({ to, link });
      else from.set(start, [{ to, link }]);
    }
  return { from, last: new Set(nodes.flatMap(({ id, kind }) => (kind === 'loose' ? [id] : []))) };
}
