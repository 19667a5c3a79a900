/**
 * The rules of which there may be something to say about one thing: only those are judged. Where the same was said about
 * something else, a rule that was silent there is silent here. The integrations of a large project are much alike, and most
 * rules are silent about most of them.
 */
import type { Subject } from '../interview/answer.ts';
import { type Addends, addendsOf } from './case-number.ts';
import type { Catalogue, Placed } from './catalogue.ts';
import type { Rule } from './rules.ts';

/** What was heard about one thing. */
export interface Heard {
  readonly subject: Subject;
  /** The questions to which something is on file, each once. */
  readonly questions: readonly Placed[];
  /** What counts of each of them, in a number. */
  readonly sayings: readonly number[];
  /** Those that somebody gave no answer to. */
  readonly open: readonly Placed[];
}

/** The cases in which a rule was silent, by their numbers; for as long as one project is judged. */
export type Precedents = Map<Rule, Set<number>>;

/** What each saying adds to the case of the rule at this place. */
interface Part {
  readonly place: number;
  readonly addends: Addends;
}

const nothing: readonly never[] = [];

export class Docket {
  /** The places of the rules that look at a question, by its number; */
  private readonly reading: readonly (readonly number[])[];
  /** with those that wait for it to be known whether they can. */
  private readonly resting: readonly (readonly number[])[];
  private readonly parts: readonly (readonly Part[])[];

  constructor(
    private readonly rules: readonly Rule[],
    { questions }: Catalogue,
  ) {
    const addends = rules.map(addendsOf);
    const byQuestion = <T>(of: (rule: Rule, place: number, placed: Placed) => readonly T[]) =>
      questions.map((placed) => rules.flatMap((rule, place) => of(rule, place, placed)));
    this.reading = byQuestion(({ reads }, place, placed) => (reads.includes(placed) ? [place] : nothing));
    this.resting = byQuestion(({ restsOn }, place, placed) => (restsOn.includes(placed) ? [place] : nothing));
    this.parts = byQuestion((_, place, placed) => {
      const mine = addends[place]?.get(placed);
      return mine ? [{ place, addends: mine }] : nothing;
    });
  }

  /** In the order of the content. `judge` tells whether there was something to say. */
  call(heard: readonly Heard[], precedents: Precedents | undefined, judge: (rule: Rule) => boolean): void {
    const called = this.calledBy(heard);
    const cases = precedents && this.casesOf(heard);
    for (let place = 0; place < this.rules.length; place += 1) {
      const rule = this.rules[place];
      if (!rule || called[place] === 0) continue;
      const mine = cases?.[place] ?? Number.NaN;
      if (precedents?.get(rule)?.has(mine)) continue;
      if (!judge(rule) && precedents && !Number.isNaN(mine)) note(precedents, rule, mine);
    }
  }

  private calledBy(heard: readonly Heard[]): Uint8Array {
    const called = new Uint8Array(this.rules.length);
    for (const { questions, open } of heard) {
      for (const { number } of questions)
        for (const place of this.reading[number] ?? nothing) called[place] = 1;
      for (const { number } of open) for (const place of this.resting[number] ?? nothing) called[place] = 1;
    }
    return called;
  }

  /** Two of one number are the same case; NaN is like no other. */
  private casesOf(heard: readonly Heard[]): Float64Array {
    const cases = new Float64Array(this.rules.length).fill(heard.length);
    let applications = 0;
    for (const { subject, questions, sayings } of heard) {
      const nth = subject.scope === 'application' ? applications : 0;
      if (subject.scope === 'application') applications += 1;
      for (let at = 0; at < questions.length; at += 1) {
        const saying = sayings[at] ?? 0;
        const number = questions[at]?.number ?? 0;
        for (const { place, addends } of this.parts[number] ?? nothing)
          cases[place] = (cases[place] ?? 0) + (addends[nth]?.[saying] ?? Number.NaN);
      }
    }
    return cases;
  }
}

function note(precedents: Precedents, rule: Rule, silent: number): void {
  const known = precedents.get(rule);
  if (known) known.add(silent);
  else precedents.set(rule, new Set([silent]));
}
