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
import { holding, type Settlement, settlementsIn } from './settlement.ts';
import { those } from './those.ts';

const nothing: readonly never[] = [];

export class Layer {
  /** The newest answer of each speaker, by the place of the question. */
  private readonly filed: readonly (readonly Answer[] | undefined)[];
  private readonly looked: (readonly Found[] | undefined)[];
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
    this.filed = byPlace(answers, subject.scope, catalogue);
    this.looked = new Array(catalogue.many[subject.scope]);
    this.settlements = settlementsIn(deeds).get(subjectKey(subject));
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

  /** The newest answer of each speaker, whether it counts or not. */
  onFile({ place }: Placed): readonly Answer[] {
    return this.filed[place] ?? nothing;
  }

  /** What people say counts; what a file says is suggested. */
  told(placed: Placed): readonly Answer[] {
    const { answer: shape } = placed.question;
    return those(this.onFile(placed), (answer) => counts(answer, shape));
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

  private find(placed: Placed): readonly Found[] {
    const { question, when } = placed;
    const applies = when ? when.truth(this.view(), 'yes') : 'yes';
    if (applies === 'no') return nothing;
    if (applies === 'unknown') return [new Found(this, question, nothing, when)];
    const told = this.told(placed);
    const settled = this.settled(placed, told);
    return [new Found(this, question, settled ? [settled.answer] : told, undefined)];
  }
}

/** One question at one subject. */
export class Found implements Fact {
  /** Kept here by `said`. */
  spoken: Spoken | undefined = undefined;
  private roots: readonly Fact[] | undefined = undefined;

  constructor(
    private readonly layer: Layer,
    readonly question: Question,
    readonly answers: readonly Answer[],
    /** What decides whether the question applies, where that is not known. */
    private readonly pending: Test | undefined,
  ) {}

  get subject(): Subject {
    return this.layer.subject;
  }

  get about(): string {
    return this.layer.about;
  }

  /** It is not known whether the question applies. */
  get isPending(): boolean {
    return this.pending !== undefined;
  }

  /** Looked for when somebody asks. */
  get behind(): readonly Fact[] | undefined {
    if (!this.pending) return undefined;
    this.roots ??= this.pending.judge(this.layer.view(), 'yes').waitingFor.flatMap(roots);
    return this.roots;
  }
}

function counts({ by, said }: Answer, shape: AnswerShape): boolean {
  return by.kind === 'person' && fits(shape, said);
}

function byPlace(
  answers: readonly Answer[],
  scope: Subject['scope'],
  { byKey, many }: Catalogue,
): readonly (readonly Answer[] | undefined)[] {
  const filed: (Answer[] | undefined)[] = new Array(many[scope]);
  for (const answer of answers) {
    const placed = byKey.get(answer.question);
    // A question that was about something else when it was answered.
    if (placed?.question.scope !== scope) continue;
    const group = filed[placed.place];
    if (group) putNewest(group, answer);
    else filed[placed.place] = [answer];
  }
  return filed;
}
