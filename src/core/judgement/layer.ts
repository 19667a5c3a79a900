/**
 * One subject, with what is on file about it. Each question is looked at when something asks for it, and once.
 *
 * Layers, and the facts in them, are classes: a judgement makes a hundred thousand of them, all of one form, and a
 * closure for each thing that can be asked of them would cost more than the answers.
 */
import {
  type Answer,
  isForgotten,
  letForgottenGiveWay,
  type Subject,
  subjectKey,
  withNewest,
} from '../interview/answer.ts';
import type { Question, QuestionKey } from '../interview/topic.ts';
import type { Deed } from '../register/deed.ts';
import type { Catalogue, Placed } from './catalogue.ts';
import type { Fact, Facts, Test } from './condition.ts';
import type { Heard } from './docket.ts';
import { roots, type Spoken } from './fact.ts';
import { counts } from './fits.ts';
import { sayingOf } from './sayings.ts';
import { holding, type Settlement, settlementsIn } from './settlement.ts';

const nothing: readonly never[] = [];

export class Layer implements Heard {
  readonly questions: Placed[] = [];
  readonly open: Placed[] = [];
  /** The newest answer of each speaker, by the place of the question. */
  private readonly filed: (readonly Answer[] | undefined)[];
  private readonly looked: (readonly Found[] | undefined)[];
  private counted: readonly number[] | undefined = undefined;
  /** Somebody forgotten is among the speakers: what they said may have given way. */
  private hasForgotten = false;
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
      if (placed?.scope === subject.scope && !this.filed[placed.place]) this.questions.push(placed);
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

  /** Whether or not the questions apply. */
  get sayings(): readonly number[] {
    this.counted ??= this.questions.map((placed) =>
      sayingOf(this.settlements || this.hasForgotten ? this.counting(placed) : this.onFile(placed), placed),
    );
    return this.counted;
  }

  /** The newest answer of each speaker, whether it counts or not. */
  onFile({ place }: Placed): readonly Answer[] {
    return this.filed[place] ?? nothing;
  }

  /** Those of them that count. */
  told(placed: Placed): readonly Answer[] {
    const fitting = this.fitting(placed);
    return this.hasForgotten ? letForgottenGiveWay(fitting) : fitting;
  }

  private fitting(placed: Placed): readonly Answer[] {
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
    if (answer.said.kind !== 'value') this.open.push(placed);
    if (isForgotten(answer.by)) this.hasForgotten = true;
    const group = this.filed[placed.place];
    if (!group) this.questions.push(placed);
    this.filed[placed.place] = group ? withNewest(group, answer) : [answer];
  }

  private find(placed: Placed): readonly Found[] {
    const { question, when } = placed;
    const applies = when ? when.truth(this.view(), 'yes') : 'yes';
    if (applies === 'no') return nothing;
    const { subject, about, view } = this;
    if (when && applies === 'unknown') return [new Found(subject, about, question, nothing, when, view)];
    return [new Found(subject, about, question, this.counting(placed))];
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
    private readonly when?: Test,
    private readonly view?: () => Facts,
  ) {}

  /** It is not known whether the question applies. */
  get isPending(): boolean {
    return this.when !== undefined;
  }

  /** Looked for when somebody asks. */
  get behind(): readonly Fact[] | undefined {
    if (!this.when || !this.view) return undefined;
    this.roots ??= this.when.judge(this.view(), 'yes').waitingFor.flatMap(roots);
    return this.roots;
  }
}
