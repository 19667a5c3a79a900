/** Risks, what was decided about them, next steps, and how a project stands. */
import type { RoleId, StageId } from '../../core/interview/topic.ts';
import type { ItemReport } from '../../core/judgement/checklist.ts';
import type { Finding, Severity } from '../../core/judgement/finding.ts';
import type { Coverage } from '../../core/register/coverage.ts';
import type { Wish } from '../../core/register/decide.ts';
import type { StepId, Treatment } from '../../core/register/deed.ts';
import type { Shift } from '../../core/register/drift.ts';
import type { Entry } from '../../core/register/register.ts';
import type { StepFilter } from '../../core/register/step-list.ts';
import type { StepEntry } from '../../core/register/steps.ts';
import type { Decision, Group, Matrix, OpenQuestion, Theme } from '../../core/register/summary.ts';
import type { About } from '../interview/interview-reply.ts';
import type { IntegrationName } from '../project/project-reply.ts';
import type { Button } from '../reply.ts';
import type { RiskRef, SeenRisk, SummaryOf } from './register-command.ts';

export interface FindingsReply {
  readonly kind: 'findings';
  readonly integration: IntegrationName;
  /** Stage the project is in, by title. */
  readonly stage: string;
  /** Risks and issues by severity, over all pages. */
  readonly counts: Readonly<Record<Severity, number>>;
  readonly unknown: number;
  /** Those of them that are about the whole project, and wait in every integration. */
  readonly ofProject: number;
  readonly assertions: number;
  /** Those of the counted that are shown in personal chat only. */
  readonly guarded: Readonly<Record<Severity, number>>;
  /** Core questions nobody has answered yet. */
  readonly unasked: number;
  /** Nobody has answered anything about the integration itself. */
  readonly untouched: boolean;
  /** What else has the name that was typed. */
  readonly namesake?: string;
  /** Of this page; worst first, then unknowns, then assertions. */
  readonly findings: readonly Finding[];
  /** What was decided about those of them that are risks. */
  readonly entries: readonly Entry[];
  readonly page: number;
  readonly pages: number;
  /** So many questions the caller can still answer here. */
  readonly left: number;
  /** Which, as `question@what it is about`; in a shared conversation nobody is pointed at. */
  readonly yours: readonly string[];
  /** What the caller does on the whole project: nobody is told to ask themselves. */
  readonly held?: readonly RoleId[];
  /** A sitting ends with this card. */
  readonly ended: boolean;
  readonly buttons: readonly Button[];
}

/** How the project or a part of it stands. */
export interface SummaryReply {
  readonly kind: 'summary';
  readonly project: { readonly id: string; readonly name: string };
  readonly of: SummaryOf;
  /** What it is of. */
  readonly name: string;
  /** The stage the project is in. */
  readonly stage: StageId;
  /** That it looks at. */
  readonly integrations: number;
  /** Risks and issues by severity. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** Those of the critical that are so for no other reason than that their stage has passed. */
  readonly late: number;
  /** Those of the counted that are accepted. */
  readonly accepted: number;
  readonly unknown: number;
  readonly right: number;
  /** Risks and issues that only show where several integrations are looked at together. */
  readonly together: number;
  /** Risks and issues: `[impact - 1][probability - 1]`. */
  readonly matrix: Matrix;
  /** Of this page, worst first, and what is accepted last. */
  readonly groups: readonly Group[];
  /** Over all pages. */
  readonly rules: number;
  /** Risks and issues that are counted and not shown here. */
  readonly guarded: number;
  /** With the topic's title, most weight first. */
  readonly themes: readonly Theme[];
  readonly decision?: Decision;
  readonly open: readonly OpenQuestion[];
  /** What the caller does on the whole project: nobody is told to ask themselves. */
  readonly held?: readonly RoleId[];
  readonly coverage: Coverage;
  /** Of a person: how many are what to them. */
  readonly person?: { readonly owned: number; readonly toDo: number; readonly toAnswer: number };
  /** Of the whole project: what has changed since the latest milestone. */
  readonly since?: {
    readonly name: string;
    readonly at: string;
    readonly counts: Readonly<Record<Shift, number>>;
  };
  /** Of the whole project: so many questions are answered differently, and nobody has settled them. */
  readonly differences?: number;
  /** Of the whole project: what people named as users of the data and nobody has on a list. */
  readonly seen?: {
    readonly total: number;
    readonly places: readonly { readonly name: string; readonly by: readonly string[] }[];
  };
  /** Of a gate: the items of the checklist that are due. */
  readonly gate?: readonly ItemReport[];
  readonly page: number;
  readonly pages: number;
  readonly buttons: readonly Button[];
}

/** One risk, what was decided about it, and what can be decided. */
export interface DecideReply {
  readonly kind: 'decide';
  readonly risk: RiskRef;
  readonly about: About;
  readonly entry: Entry;
  readonly seen: SeenRisk;
  /** What the person has to know first. */
  readonly notes: readonly string[];
  /** Ways on beside the decisions. */
  readonly buttons: readonly Button[];
}

/** The form of one treatment; what could not be taken stays in it. */
export interface TreatReply {
  readonly kind: 'treat';
  readonly risk: RiskRef;
  readonly about: About;
  readonly treatment: Treatment;
  readonly entry: Entry;
  readonly seen: SeenRisk;
  readonly filled: Wish;
  /** Names of the members, to type one of. */
  readonly people: readonly string[];
  readonly problems: readonly string[];
}

export interface NextStepsReply {
  readonly kind: 'next-steps';
  readonly project: { readonly id: string; readonly name: string };
  readonly only: StepFilter;
  /** What is left of all by it, a few words each: "overdue", "CRM". */
  readonly narrowed: readonly string[];
  /** Of this page. */
  readonly lines: readonly StepLine[];
  /** Over all pages; one line may stand for many steps. */
  readonly inLines: number;
  readonly total: number;
  readonly late: number;
  /** Open steps of the project that are not among them. */
  readonly others: number;
  readonly form: StepForm;
  readonly problem?: string;
  /** It was asked what is late or due this week, and nothing has a date. */
  readonly undated?: true;
  readonly page: number;
  readonly pages: number;
  readonly buttons: readonly Button[];
}

/** One step, and all that it is to be done for; worst first. */
export interface StepLine {
  /** Names the line in a filter. */
  readonly key: string;
  readonly action: string;
  /** What it works on: of the worst. */
  readonly title: string;
  /** All that only has to be found out. */
  readonly finds?: true;
  readonly entries: readonly StepEntry[];
}

/** By what the list can be narrowed, and what is filled in. */
export interface StepForm {
  readonly whose: readonly StepChoice[];
  readonly time: readonly StepChoice[];
  readonly weight: readonly StepChoice[];
  readonly filled: Readonly<Record<'whose' | 'time' | 'weight' | 'about', string>>;
}

export interface StepChoice {
  readonly value: string;
  readonly title: string;
}

/** One next step, to change it. */
export interface StepReply {
  readonly kind: 'step';
  readonly ref: { readonly project: string; readonly step: StepId };
  readonly about: About;
  readonly entry: StepEntry;
  readonly filled: { readonly owner: string; readonly due: string; readonly reason: string };
  readonly people: readonly string[];
  readonly problems: readonly string[];
  readonly seen: string;
  /** The worst finding it serves. */
  readonly risk?: RiskRef;
  /** There is a question that shows whether it is done, and it can be answered here. */
  readonly asks: boolean;
}
