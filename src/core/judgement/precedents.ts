/**
 * Where the same was said about two things, a rule that is silent about one is silent about the other. The integrations of
 * a large project are much alike, and most rules are silent about most of them.
 */
import type { Answer, Said } from '../interview/answer.ts';
import type { AnswerShape } from '../interview/topic.ts';
import type { Layer } from './layer.ts';
import type { Rule } from './rules.ts';

/** No question has as many. */
const mostOptions = 1000;

export interface Precedent {
  /** What was said to each question that the rule rests on, in numbers. */
  readonly sayings: readonly number[];
  isSilent: boolean;
}

export class Precedents {
  /** Of what is no choice; above the places of options. */
  private readonly numbers = new Map<string, number>();
  private readonly byRule = new Map<Rule, Map<number, Precedent>>();
  /** Of the case at hand: a new list for each would outlive what is judged. */
  private readonly sayings: number[] = [];

  /** Of the same words by as many people, whoever they are, the same; 0 where nobody has said anything. */
  numberOf(answers: readonly Answer[], shape: AnswerShape): number {
    let number = 0;
    for (const { said } of answers) {
      const saying = optionAt(said, shape) ?? this.next(JSON.stringify(said));
      number = number === 0 ? saying : this.next(`${number} ${saying}`);
    }
    return number;
  }

  /** The one where the same was said, or a new one. */
  of(rule: Rule, layers: readonly Layer[]): Precedent {
    let many = 0;
    let hash = 0;
    for (const layer of layers) {
      for (const placed of rule.restsOn[layer.subject.scope]) {
        const saying = layer.saying(placed, this);
        this.sayings[many] = saying;
        many += 1;
        hash = (Math.imul(hash, 31) + saying) | 0;
      }
    }
    const known = this.about(rule);
    const kept = known.get(hash);
    if (kept && this.isOf(kept, many)) return kept;
    const precedent = { sayings: this.sayings.slice(0, many), isSilent: false };
    known.set(hash, precedent);
    return precedent;
  }

  private isOf({ sayings }: Precedent, many: number): boolean {
    if (sayings.length !== many) return false;
    for (let at = 0; at < many; at += 1) if (sayings[at] !== this.sayings[at]) return false;
    return true;
  }

  private about(rule: Rule): Map<number, Precedent> {
    let known = this.byRule.get(rule);
    if (!known) {
      known = new Map();
      this.byRule.set(rule, known);
    }
    return known;
  }

  private next(saying: string): number {
    let number = this.numbers.get(saying);
    if (number === undefined) {
      number = mostOptions + this.numbers.size + 1;
      this.numbers.set(saying, number);
    }
    return number;
  }
}

/** The first is 1. */
function optionAt(said: Said, shape: AnswerShape): number | undefined {
  if (shape.kind !== 'choice' || said.kind !== 'value' || said.value.type !== 'choice') return undefined;
  const { option } = said.value;
  return shape.options.findIndex(({ id }) => id === option) + 1;
}
