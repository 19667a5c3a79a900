/** Of each rule, question and limit a short digest of what changes a judgement: not of its words. */
import type { Content, Question, Risk } from '../interview/topic.ts';
import type { Condition } from '../judgement/condition.ts';

/** By `rule:…`, `question:…`, `limit:…`, `chooser:…`, and `stages`. */
export type Digests = Readonly<Record<string, string>>;

const kept = new WeakMap<Content, Digests>();

export function contentDigests(content: Content): Digests {
  let digests = kept.get(content);
  if (!digests) {
    digests = make(content);
    kept.set(content, digests);
  }
  return digests;
}

function make(content: Content): Digests {
  const { risk, portfolio, question, limits, choosers, stages } = content;
  const parts: (readonly [string, unknown])[] = [
    ...[...risk.values()].map((each) => [`rule:${each.key}`, ofRisk(each)] as const),
    ...portfolio.map(
      ({ key, probability, impact, due }) => [`rule:${key}`, [probability, impact, due]] as const,
    ),
    ...[...question.values()].map(
      (each) => [`question:${each.key}`, [ofQuestion(each), ...ageOf(each, content)]] as const,
    ),
    ...limits.map(({ id, value, unit }) => [`limit:${id}`, [value, unit]] as const),
    ...choosers.flatMap((each) => (each.fit ? [[`chooser:${each.fit}`, each] as const] : [])),
    ['stages', stages.map(({ id }) => id)],
  ];
  return Object.fromEntries(parts.map(([key, part]) => [key, digest(JSON.stringify(part))]));
}

function ofRisk({ scope, when, probability, impact, worse, due, covers }: Risk): unknown {
  const cases = worse.map((each) => [withoutLimits(each.when), each.probability, each.impact]);
  return [scope, withoutLimits(when), probability, impact, cases, due, covers];
}

function ofQuestion({ scope, answer, when }: Question): unknown {
  const options = 'options' in answer ? answer.options.map(({ id, impact }) => [id, impact]) : [];
  const unit = answer.kind === 'number' ? answer.unit : '';
  return [scope, answer.kind, unit, options, when && withoutLimits(when)];
}

/** How long an answer to it holds, and where it is asked for once more. */
function ageOf({ topic }: Question, { topics, stages }: Content): readonly unknown[] {
  const { staleAfter } = topics.find(({ id }) => id === topic) ?? {};
  const again = stages.filter(({ reconfirm }) => reconfirm?.includes(topic)).map(({ id }) => id);
  return [...(staleAfter ? [staleAfter] : []), ...again];
}

/** The number of a limit is the limit's own, not the rule's that reads it. */
function withoutLimits(condition: Condition): unknown {
  if ('all' in condition) return { all: condition.all.map(withoutLimits) };
  if ('any' in condition) return { any: condition.any.map(withoutLimits) };
  if ('not' in condition) return { not: withoutLimits(condition.not) };
  if (!('limit' in condition) || !condition.limit) return condition;
  const side = 'atLeast' in condition ? 'atLeast' : 'atMost';
  return { question: condition.question, [side]: { limit: condition.limit.id } };
}

/** FNV-1a over UTF-16, twice with different seeds: to notice a change, not to withstand somebody. */
function digest(text: string): string {
  return [0x811c9dc5, 0x01000193].map((seed) => fnv(text, seed).toString(16).padStart(8, '0')).join('');
}

function fnv(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}
