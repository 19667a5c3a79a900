/** What else uses the data, as people named it: read as names, and put into the landscape as seen by them. */
import type { Facts, Reason } from '../judgement/condition.ts';
import { givenValue } from '../judgement/fact.ts';
import { told } from '../judgement/told.ts';
import type { Graph, Node, RatedLink } from './graph.ts';
import { flowsOf, type Link, placeOf } from './link.ts';
import { lookOf, type Recogniser, recogniser } from './recognise.ts';

/** One thing that somebody said uses the data of an integration. */
export interface Consumer {
  /** Whose data it uses. */
  readonly link: Link;
  readonly written: string;
  /** Who said so. */
  readonly reason: Reason;
}

/** The question whose answers name them. */
export const consumersQuestion = 'owners-and-stakeholders.downstream-list';

export function consumersOf(link: Link, facts: Facts): readonly Consumer[] {
  return told(facts, consumersQuestion).flatMap((reason) => {
    const value = givenValue(reason);
    return value.type === 'text' ? namesIn(value.text).map((written) => ({ link, written, reason })) : [];
  });
}

const longestName = 50;
const mostWords = 6;
const mostNames = 12;
const saysNothing =
  /^(?:none|nothing|no|n\/?a|tbd|unknown|not known|(?:and )?(?:others?|more|etc\.?|so on))$/i;

/** "sales dashboard, tax file and warehouse app" → three; a whole sentence is no name. */
function namesIn(text: string): readonly string[] {
  const parts = text.split(/[,;\n•]/);
  const last = parts.at(-1) ?? '';
  // In a list the last two are joined by a word; a single name may have one in it.
  const all = parts.length > 1 ? [...parts.slice(0, -1), ...last.split(/\s+(?:and|&)\s+/i)] : parts;
  const names = all
    .map((part) => part.replace(/^[\s\-*]*(?:and\s+)?|[\s.?!]+$/gi, ''))
    .filter((name) => /\p{L}/u.test(name) && !saysNothing.test(name))
    .filter((name) => name.length <= longestName && name.split(/\s+/).length <= mostWords);
  return [...new Set(names)].slice(0, mostNames);
}

/**
 * The graph with what was named: a place that is known gets a link where it had none, any other one is added, with the
 * names of those who have seen it.
 */
export function withConsumers(graph: Graph, consumers: readonly Consumer[]): Graph {
  if (consumers.length === 0) return graph;
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const known = recogniser<Node>(graph.nodes.filter(({ kind }) => kind !== 'loose'));
  const joined = new Set(graph.links.flatMap((link) => flowsOf(link).map(between)));
  const seen = new Map<string, RatedLink>();
  for (const { link, written, reason } of consumers) {
    const by = reason.answer.by.name;
    const one = meant(known, written, nodes, by);
    if (!one) continue;
    nodes.set(one.id, one);
    for (const from of new Set(flowsOf(link).map(({ to }) => to))) {
      const way = between({ from, to: one.id });
      if (from === one.id || joined.has(way)) continue;
      const { integration, name } = link;
      const before = seen.get(way) ?? {
        integration,
        name,
        from,
        to: one.id,
        both: false,
        hardness: 'unknown',
      };
      seen.set(way, { ...before, seen: [...new Set([...(before.seen ?? []), by])] });
    }
  }
  return { nodes: [...nodes.values()], links: [...graph.links, ...seen.values()] };
}

const between = ({ from, to }: { readonly from: string; readonly to: string }) => JSON.stringify([from, to]);

/** Nothing where it may be one of several. */
function meant(
  known: Recogniser<Node>,
  written: string,
  nodes: ReadonlyMap<string, Node>,
  by: string,
): Node | undefined {
  const [found, doubt] = known.find(written);
  if (doubt) return undefined;
  const id = found?.id ?? placeOf({ written });
  const on = nodes.get(id);
  if (on) return on.seenBy ? { ...on, seenBy: [...new Set([...on.seenBy, by])] } : on;
  const added: Node = {
    id,
    name: written,
    kind: lookOf(written) === 'name' ? 'name' : 'loose',
    seenBy: [by],
  };
  if (added.kind === 'name') known.add(added);
  return added;
}
