/**
 * One subject, with what is on file about it. Each question is looked at when something asks for it, and once.
 *
 * Layers, and the facts in them, are classes: a judgement makes a hundred thousand of them, all of one form, and a
 * closure for each thing that can be asked of them would cost more than the answers.
 */
import { type Answer, putNewest, type Subject, subjectKey } from '../interview/answer.ts';
import type { AnswerShape, Question, QuestionKey } from '../interview/topic.ts';
import type { Deed } from '../register/deed.ts';
import type { Catalogue, Placed } from './catalogue.ts';
import type { Fact, Facts, Test } from './condition.ts';
import { roots, type Spoken } from './fact.ts';
import { fits } from './fits.ts';
import type { Precedents } from './precedents.ts';
import type { Heard } from './rules.ts';
import { holding, type Settlement, settlementsIn } from './settlement.ts';

const nothing: readonly never[] = [];

export class Layer implements Heard {
  readonly answered: number[] = [];
  readonly open: number[] = [];
  /** The newest answer of each speaker, by the place of the question. */
  private readonly filed: (Answer[] | undefined)[];
  private readonly looked: (readonly Found[] | undefined)[];
  /** What counts, in the numbers of the precedents. */
  private sayings: (number | undefined)[] | undefined = undefined;
  private readonly settlements: ReadonlyMap<QuestionKey, Settlement> | undefined;

  constructor(
    catalogue: Catalogue,
    readonly subject: Subject,
    readonly about: string,
    /** All that is on file. */
    readonly answers: readonly Answer[],
    deeds: readonly Deed[] | undefined,
    /** What decides whether a question applies here. */
    readonly view: () => Facts,
  ) {
    this.filed = new Array(catalogue.many[subject.scope]);
    for (const answer of answers) this.file(answer, catalogue.byKey.get(answer.question));
    this.looked = new Array(catalogue.many[subject.scope]);
    this.settlements = settlementsIn(deeds).get(subjectKey(subject));
    for (const key of this.settlements?.keys() ?? nothing) {
      const placed = catalogue.byKey.get(key);
      if (placed) this.answered.push(placed.number);
    }
  }

  /** Empty where the question does not apply. */
  look(placed: Placed): readonly Found[] {
    const { place } = placed;
    const kept = this.looked[place];
    if (kept) return kept;
    const found = this.find(placed);
    this.looked[place] = found;
    return found;
  }

  /** What is said here, whether or not the question applies: by its number among the precedents. */
  saying(placed: Placed, precedents: Precedents): number {
    const { place } = placed;
    if (!this.filed[place] && !this.settlements) return 0;
    this.sayings ??= new Array(this.filed.length);
    const saying = this.sayings[place] ?? precedents.numberOf(this.counting(placed), placed.question.answer);
    this.sayings[place] = saying;
    return saying;
  }

  /** The newest answer of each speaker, whether it counts or not. */
  onFile({ place }: Placed): readonly Answer[] {
    return this.filed[place] ?? nothing;
  }

  /** What people say counts; what a file says is suggested. */
  told(placed: Placed): readonly Answer[] {
    const { answer: shape } = placed.question;
    const filed = this.onFile(placed);
    for (const answer of filed) {
      if (!counts(answer, shape)) return filed.filter((each) => counts(each, shape));
    }
    return filed;
  }

  /** What counts in the place of the answers. */
  settled({ question: { key, answer: shape } }: Placed, told: readonly Answer[]): Settlement | undefined {
    return this.settlements && holding(this.settlements.get(key), shape, told);
  }

  /** Something on file was said before then. */
  hasBefore(at: string): boolean {
    const settled = this.settlements ? [...this.settlements.values()] : nothing;
    return this.answers.some((answer) => answer.at < at) || settled.some(({ answer }) => answer.at < at);
  }

  private file(answer: Answer, placed: Placed | undefined): void {
    // A question that was about something else when it was answered.
    if (placed?.scope !== this.subject.scope) return;
    const { place, number } = placed;
    const heard = answer.said.kind === 'value' ? this.answered : this.open;
    heard.push(number);
    const group = this.filed[place];
    if (group) putNewest(group, answer);
    else this.filed[place] = [answer];
  }

  private find(placed: Placed): readonly Found[] {
    const { question, when } = placed;
    const applies = when ? when.truth(this.view(), 'yes') : 'yes';
    if (applies === 'no') return nothing;
    const { subject, about, view } = this;
    if (when && applies === 'unknown') return [new Found(subject, about, question, nothing, { when, view })];
    return [new Found(subject, about, question, this.counting(placed), undefined)];
  }

  private counting(placed: Placed): readonly Answer[] {
    const told = this.told(placed);
    const settled = this.settled(placed, told);
    return settled ? [settled.answer] : told;
  }
}

/** One question at one subject. It does not know its layer: what rests on it outlives the judgement, and would keep all of that. */
export class Found implements Fact {
  /** Kept here by `said`. */
  spoken: Spoken | undefined = undefined;
  private roots: readonly Fact[] | undefined = undefined;

  constructor(
    readonly subject: Subject,
    readonly about: string,
    readonly question: Question,
    readonly answers: readonly Answer[],
    /** What decides whether the question applies, where that is not known. */
    private readonly pending: { readonly when: Test; readonly view: () => Facts } | undefined,
  ) {}

  /** It is not known whether the question applies. */
  get isPending(): boolean {
    return this.pending !== undefined;
  }

  /** Looked for when somebody asks. */
  get behind(): readonly Fact[] | undefined {
    if (!this.pending) return undefined;
    this.roots ??= this.pending.when.judge(this.pending.view(), 'yes').waitingFor.flatMap(roots);
    return this.roots;
  }
}

function counts({ by, said }: Answer, shape: AnswerShape): boolean {
  return by.kind === 'person' && fits(shape, said);
}
