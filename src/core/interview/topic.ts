/**
 * What is asked and how it is judged: the shape of the files under `dialogs/`, after checking.
 * A topic is one challenge of Microsoft's guidance "Challenges in integration projects".
 */
import type { Chooser } from '../judgement/choosers/chooser.ts';
import type { Condition } from '../judgement/condition.ts';
import type { PortfolioText } from '../judgement/portfolio/portfolio-text.ts';

export type Area = 'business' | 'technology' | 'governance';

/** What a question is about: asked once a project, once an application, or once an integration. */
export type Scope = 'project' | 'application' | 'integration';

/** `topic-id.question-id`, unique over all content and never renamed. */
export type QuestionKey = string;
export type RoleId = string;
export type StageId = string;
export type DateId = string;
export type ChangeId = string;

export interface Citation {
  readonly title: string;
  /** The revision of the cited page, `YYYY-MM-DD`. */
  readonly revision: string;
  readonly heading: string;
}

export interface Topic {
  readonly id: string;
  readonly area: Area;
  /** Place in the order of asking, which is the order of the guidance. */
  readonly order: number;
  readonly title: string;
  readonly cites: Citation;
  /** How long an answer is as good as new; absent means for ever. */
  readonly staleAfter?: StaleAfter;
  readonly questions: readonly Question[];
  readonly risks: readonly Risk[];
  readonly steps: readonly Step[];
}

export interface StaleAfter {
  readonly days: number;
  /** In these stages otherwise. */
  readonly stages?: Readonly<Record<StageId, number>>;
}

export interface Question {
  readonly key: QuestionKey;
  readonly topic: string;
  readonly scope: Scope;
  /** The question as it is put. `{integration}`, `{source}`, `{target}` and `{application}` are filled in. */
  readonly ask: string;
  /** Two to four words that name it in lists: "Accountable owner". */
  readonly label: string;
  /** One line on why it is asked. */
  readonly why: string;
  /** Roles that can know the answer, best placed first. */
  readonly roles: readonly RoleId[];
  /** Roles to ask independently and compare; empty where one answer is enough. */
  readonly compare: readonly RoleId[];
  /** Roles that each see something else: what goes out here, what comes in there. They differ without contradicting. */
  readonly vantages?: readonly RoleId[];
  /** On the core path: asked of everybody who can know, before any follow-up. */
  readonly core: boolean;
  readonly answer: AnswerShape;
  /** Asked only while this holds; absent means always. Names earlier questions only. */
  readonly when?: Condition;
}

export type AnswerShape =
  | { readonly kind: 'choice'; readonly options: readonly Option[]; readonly ordered: boolean }
  | { readonly kind: 'multi'; readonly options: readonly Option[] }
  | {
      readonly kind: 'number';
      readonly unit: Unit;
      readonly min: number;
      readonly max?: number;
      readonly example: string;
    }
  | { readonly kind: 'date'; readonly example: string }
  | { readonly kind: 'people'; readonly example: string }
  | { readonly kind: 'text'; readonly example: string };

export interface Option {
  readonly id: string;
  readonly text: string;
  /** Other words people type for it. */
  readonly also: readonly string[];
  /** Added to the impact of every finding on the same integration, such as +1 for "mission-critical". */
  readonly impact?: number;
  /** Of a multiple choice: it says that none of the others holds. */
  readonly alone?: true;
}

export const units = [
  'records/day',
  'records/hour',
  'rows/day',
  'calls/record',
  'operations/record',
  'records/call',
  'records',
  'people',
  'hours',
  'minutes',
  'milliseconds',
  'working-days',
  'days',
  'months',
  'KB',
  'GB',
  'Mbps',
  'percent',
  'times',
  'currency/month',
  'count',
] as const;
export type Unit = (typeof units)[number];

/** A risk: cause → event → effect, and the condition on the answers that raises it. */
export interface Risk {
  /** `topic-id.risk-id`. */
  readonly key: string;
  readonly topic: string;
  readonly scope: Scope;
  readonly title: string;
  readonly cause: string;
  readonly event: string;
  readonly effect: string;
  /** 1–5, or the band of a calculation decides. */
  readonly probability: number | { readonly calculation: string };
  /** 1–5: 5 go-live blocked or legal breach · 4 over four weeks · 3 one to four weeks · 2 days · 1 nuisance. */
  readonly impact: number;
  /** Why these two numbers. */
  readonly reasoning: string;
  readonly when: Condition;
  /** Where a worse case is known: the larger number counts while the condition holds. */
  readonly worse: readonly Worse[];
  /** The stage at whose end this has to be resolved. */
  readonly due: StageId;
  /** Risks this one explains: while this one is raised they are not raised beside it. */
  readonly covers: readonly string[];
  /** Keys of next steps in the same topic, first thing first. */
  readonly steps: readonly string[];
  /** What would clear it. */
  readonly clears: string;
  /**
   * The answers that show it is done right. That the risk is not there shows little: what is answered may be another
   * mistake, or nothing to praise. Without it nothing is ever said to be right.
   */
  readonly right?: Condition;
  /** What may then be said. */
  readonly sound?: string;
}

export interface Worse {
  readonly when: Condition;
  readonly because: string;
  readonly probability?: number;
  readonly impact?: number;
}

export interface Step {
  /** `topic-id.step-id`. */
  readonly key: string;
  readonly action: string;
  readonly owner: RoleId;
  readonly with: readonly RoleId[];
  readonly stage: StageId;
  /** What *done* means, so that somebody else can check it. */
  readonly done: string;
  /** The question that shows whether it is done; absent where it is the one the risk rests on. */
  readonly proves?: QuestionKey;
}

export interface Role {
  readonly id: RoleId;
  readonly title: string;
  /** "the project manager": as it stands inside a sentence. */
  readonly phrase: string;
  readonly side: 'customer' | 'integrator' | 'both' | 'vendor';
  /** An owner of one application: held on that application, not on the whole project. */
  readonly ofApplication?: 'source' | 'target' | 'any' | 'downstream';
}

export interface Stage {
  readonly id: StageId;
  readonly title: string;
  readonly also: readonly string[];
  /** Dates of the plan at which it ends: the first of them that the plan has. */
  readonly ends?: readonly DateId[];
  /** Topics of which answers given before it are confirmed once more. */
  readonly reconfirm?: readonly string[];
}

/** A date of the project plan that rules may compare with. */
export interface PlanDate {
  readonly id: DateId;
  readonly title: string;
}

/** A number that rules compare with. Nothing of this kind stands in code. */
export interface Limit {
  readonly id: string;
  readonly value: number;
  readonly unit: string;
  readonly scope: string;
  readonly source: string;
  /** `YYYY-MM-DD`, the date of the source. */
  readonly sourceDate: string;
}

export interface Reason {
  readonly id: string;
  readonly text: string;
}

/** What may change about an application or an integration, and what people said that it may make untrue. */
export interface Change {
  readonly id: ChangeId;
  /** "Where it runs": as it is offered. */
  readonly title: string;
  /** "has new volumes": what a change request says after the name of what changed. */
  readonly phrase: string;
  /** Words by which a change that is told in a sentence is recognised. */
  readonly also: readonly string[];
  readonly questions: readonly QuestionKey[];
}

/** All that is asked and judged, checked. */
export interface Content {
  readonly topics: readonly Topic[];
  readonly roles: readonly Role[];
  readonly stages: readonly Stage[];
  readonly dates: readonly PlanDate[];
  readonly limits: readonly Limit[];
  /** Reasons for "does not apply", offered as a short list. */
  readonly reasons: readonly Reason[];
  /** Column of an imported inventory → the question it pre-fills. */
  readonly inventory: ReadonlyMap<string, QuestionKey>;
  /** Advice on how to build, by what people have said. */
  readonly choosers: readonly Chooser[];
  /** The words of findings about several integrations together. */
  readonly portfolio: readonly PortfolioText[];
  /** What a change request can be about. */
  readonly changes: readonly Change[];
  /** Questions with an option that changes the impact of findings. */
  readonly weighing: readonly Question[];
  readonly question: ReadonlyMap<QuestionKey, Question>;
  readonly risk: ReadonlyMap<string, Risk>;
  readonly step: ReadonlyMap<string, Step>;
}
