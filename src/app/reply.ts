/** What the house says, as values. How it looks is decided in `render/`. */
import type { Said } from '../core/interview/answer.ts';
import type { AnswerShape, QuestionKey, StageId } from '../core/interview/topic.ts';
import type { ItemReport } from '../core/judgement/checklist.ts';
import type { Finding, Severity } from '../core/judgement/finding.ts';
import type { Flag } from '../core/landscape/inventory.ts';
import type { Hardness } from '../core/landscape/link.ts';
import type { Sketch } from '../core/landscape/sketch.ts';
import type { Coverage } from '../core/register/coverage.ts';
import type { Wish } from '../core/register/decide.ts';
import type { StepId, Treatment, Who } from '../core/register/deed.ts';
import type { Shift } from '../core/register/drift.ts';
import type { Entry } from '../core/register/register.ts';
import type { StepEntry } from '../core/register/steps.ts';
import type { Decision, Group, Matrix, OpenQuestion, Theme } from '../core/register/summary.ts';
import type { ChangeRequestReply } from './change-request-reply.ts';
import type { CardCommand, CommandWord, Guess, PageRef, RiskRef, SeenRisk, SummaryOf } from './command.ts';
import type { CompareReply } from './compare-reply.ts';
import type { ConfirmReply } from './confirm-reply.ts';
import type { ExportFile } from './export/files.ts';
import type { SideBySideReply } from './side-by-side-reply.ts';
import type { DifferenceReply, WhatIfReply } from './what-if-reply.ts';

/** What came of a command: at most one card that takes the place of the tapped one, and messages after it. */
export interface Outcome {
  readonly replace?: Reply;
  readonly messages: readonly Reply[];
  /** To be handed over after the messages, as the channel does that. */
  readonly file?: ExportFile;
}

export type Reply =
  | WelcomeReply
  | HelpReply
  | NoticeReply
  | IntegrationsReply
  | AddIntegrationReply
  | StartReply
  | PageReply
  | NotedReply
  | FindingsReply
  | AnswersReply
  | ImportedReply
  | ProjectReply
  | LandscapeReply
  | ReachReply
  | SummaryReply
  | DecideReply
  | TreatReply
  | NextStepsReply
  | StepReply
  | ReminderReply
  | RemindersReply
  | CompareReply
  | FileReply
  | ChangesReply
  | ConfirmReply
  | ChangeRequestReply
  | WhatIfReply
  | DifferenceReply
  | SideBySideReply
  | GovernanceReply
  | ScheduleReply;

/** When a channel is reminded. */
export interface ScheduleReply {
  readonly kind: 'schedule';
  readonly ref: { readonly project: string };
  readonly now?: { readonly next: readonly string[]; readonly zone: string; readonly by: Who };
  /** By input id. */
  readonly form: { readonly when: string; readonly always: boolean };
  /** What was filled in, read; to be saved. */
  readonly preview?: { readonly times: readonly string[]; readonly cron: string; readonly zone: string };
  readonly problem?: string;
  /** What was sent and what failed, newest first. */
  readonly lines: readonly string[];
}

/** What is open of governance, for everybody in a channel: counts, and nobody's answer. */
export interface GovernanceReply {
  readonly kind: 'governance';
  readonly ref: { readonly project: string; readonly post: string };
  readonly project: string;
  readonly stage: string;
  readonly answered: number;
  readonly open: number;
  /** By who could answer; whoever has most to answer comes first. */
  readonly groups: readonly {
    readonly title: string;
    readonly holders: readonly Who[];
    /** `about`: so many things it is open about; `unsure`: so many people do not know. */
    readonly questions: readonly {
      readonly label: string;
      readonly about: number;
      readonly unsure: number;
    }[];
  }[];
  /** Those that can be answered in front of everybody. */
  readonly questions: readonly PageQuestion[];
  /** Times before this one that nobody was there for. */
  readonly skipped: number;
}

/** What an edited workbook would change, before anything is written. */
export interface ChangesReply {
  readonly kind: 'changes';
  readonly project: { readonly id: string; readonly name: string };
  readonly file: string;
  readonly total: number;
  /** Of this page. */
  readonly changes: readonly ChangedCell[];
  /** Changed by somebody else since; they stay as they are. `from` is what is on file. */
  readonly conflicts: readonly ChangedCell[];
  readonly problems: readonly (ChangedCell & { readonly why: string })[];
  readonly unknown: readonly string[];
  readonly page: number;
  readonly pages: number;
  readonly buttons: readonly Button[];
}

export interface ChangedCell {
  readonly about: string;
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/** Files that can be fetched from an address. */
export interface FileReply {
  readonly kind: 'file';
  readonly links: readonly { readonly name: string; readonly url: string; readonly bytes: number }[];
}

export interface Button {
  readonly title: string;
  readonly command: CardCommand;
  readonly primary?: boolean;
}

/** First words in a conversation, said once. */
export interface WelcomeReply {
  readonly kind: 'welcome';
  readonly where: 'personal' | 'group' | 'channel';
  /** The project at hand, where there is one. */
  readonly project?: { readonly name: string; readonly integrations: number };
  readonly buttons: readonly Button[];
}

export interface HelpReply {
  readonly kind: 'help';
  readonly where: 'personal' | 'group' | 'channel';
  readonly commands: readonly CommandWord[];
  readonly project?: { readonly name: string; readonly integrations: number };
  /** The interview that waits for this person. */
  readonly waiting?: { readonly integration: string };
  readonly buttons: readonly Button[];
}

/** A short answer with a way on: done, refused, not found, not understood. */
export interface NoticeReply {
  readonly kind: 'notice';
  readonly tone: 'plain' | 'problem';
  readonly title: string;
  readonly lines: readonly string[];
  readonly buttons: readonly Button[];
}

/** What an integration is called and what it joins. */
export interface IntegrationName {
  readonly project: string;
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly target: string;
}

export interface IntegrationsReply {
  readonly kind: 'integrations';
  readonly project: string;
  readonly items: readonly {
    readonly integration: IntegrationName;
    /** Answers on file from people. */
    readonly answered: number;
    /** The worst risk known; absent where nothing is judged yet. */
    readonly worst?: Severity;
    /** The caller's own interview is under way. */
    readonly open: boolean;
  }[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly buttons: readonly Button[];
}

export interface AddIntegrationReply {
  readonly kind: 'add-integration';
  readonly applications: readonly string[];
  readonly filled: { readonly name: string; readonly source: string; readonly target: string };
  readonly problem?: string;
}

/** Before the first page: how long it takes, what it is about, and who you are. */
export interface StartReply {
  readonly kind: 'start';
  readonly integration: IntegrationName;
  readonly questions: number;
  readonly minutes: number;
  /** Empty while it is not known who the caller is here: what is asked depends on it. */
  readonly topics: readonly string[];
  /** What the caller can be here; input id `role`. */
  readonly roles: readonly { readonly value: string; readonly title: string }[];
  readonly role?: string;
  /** Answers an imported file suggests. */
  readonly fromFile: number;
  /** Earlier answers of the caller that have grown old: they are only confirmed. */
  readonly old: number;
}

/** What a page is about: the small line above it. */
export interface About {
  readonly scope: 'project' | 'application' | 'integration';
  readonly name: string;
  readonly source?: string;
  readonly target?: string;
}

/** One to four questions of one topic about one thing. */
export interface PageReply {
  readonly kind: 'page';
  readonly ref: PageRef;
  readonly about: About;
  readonly heading: string;
  /** Absent on a correction. */
  readonly progress?: { readonly topic: number; readonly of: number; readonly minutes: number };
  readonly questions: readonly PageQuestion[];
  readonly back: boolean;
  /** A what-if: nothing of it goes on file. What was assumed before goes along. */
  readonly assumed?: readonly Guess[];
  /** For "does not apply". */
  readonly reasons: readonly { readonly id: string; readonly text: string }[];
  /** "Not for me" as far as it was filled in, and what it lacks: it stays open. */
  readonly aside?: {
    readonly question: string;
    readonly how: string;
    readonly note: string;
    readonly problem: string;
  };
}

export interface PageQuestion {
  readonly key: QuestionKey;
  readonly label: string;
  readonly ask: string;
  readonly why: string;
  readonly shape: AnswerShape;
  /** What the input holds: an option id, ids joined by commas, or text as typed; `?` for "I don't know". */
  readonly filled?: string;
  /** The pre-filled answer comes from an imported file and is confirmed with Next. */
  readonly fromFile?: string;
  /** Why what was typed could not be read; said above the input. */
  readonly problem?: string;
  /** What stands on file and no input can hold: "does not apply (Another team takes care of it)". */
  readonly standing?: string;
}

/** A used page, read-only: what was noted, *change* beside each line. */
export interface NotedReply {
  readonly kind: 'noted';
  readonly ref: PageRef;
  readonly about: About;
  readonly heading: string;
  readonly lines: readonly NotedLine[];
  /** What the answers changed in the findings, where it is a correction. */
  readonly raised: readonly string[];
  readonly cleared: readonly string[];
  /** Acceptances that ended with these answers, and who is told. */
  readonly lapsed: readonly { readonly title: string; readonly told: readonly string[] }[];
}

export interface NotedLine {
  readonly question: QuestionKey;
  readonly label: string;
  /** The answer in words: "Yes, one named person", "about 2 million a day (2,000,000 records a day)", "I don't know". */
  readonly words: string;
  readonly kind: Said['kind'];
  /** A file suggested it and the person let it stand. */
  readonly confirmed: boolean;
}

export interface FindingsReply {
  readonly kind: 'findings';
  readonly integration: IntegrationName;
  /** Stage the project is in, by title. */
  readonly stage: string;
  /** Risks and issues by severity, over all pages. */
  readonly counts: Readonly<Record<Severity, number>>;
  readonly unknown: number;
  readonly assertions: number;
  /** Those of the counted that are shown in personal chat only. */
  readonly guarded: Readonly<Record<Severity, number>>;
  /** Core questions nobody has answered yet. */
  readonly unasked: number;
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
  /** A sitting ends with this card. */
  readonly ended: boolean;
  readonly buttons: readonly Button[];
}

/** A person's own answers about one integration, each with a way to change it. */
export interface AnswersReply {
  readonly kind: 'answers';
  readonly integration: IntegrationName;
  readonly groups: readonly {
    readonly about: About;
    readonly heading: string;
    readonly lines: readonly (NotedLine & { readonly change: CardCommand })[];
  }[];
  readonly page: number;
  readonly pages: number;
  readonly buttons: readonly Button[];
}

/** What an import did, and what could not be read. */
export interface ImportedReply {
  readonly kind: 'imported';
  readonly file: string;
  readonly report: ImportReport;
  readonly project: string;
  readonly buttons: readonly Button[];
}

export interface ImportReport {
  readonly integrations: Counts;
  readonly applications: Counts;
  /** Fields of the rows that were read, and how many of them are empty or TBD. */
  readonly fields: number;
  readonly unknownFields: number;
  /** Answers the file suggests, to be confirmed by people. */
  readonly suggested: number;
  /** Rows that were not read, each with its line and reason. */
  readonly refused: readonly { readonly line: number; readonly reason: string }[];
  /** Worth a look: equal names kept apart, ends that name no known application. */
  readonly flagged: readonly Flag[];
}

export interface Counts {
  readonly read: number;
  readonly added: number;
  readonly changed: number;
}

export interface ProjectReply {
  readonly kind: 'project';
  readonly project: {
    readonly id: string;
    readonly name: string;
    readonly stage: string;
    readonly integrations: number;
    readonly applications: number;
  };
  readonly stages: readonly { readonly id: string; readonly title: string }[];
  readonly dates: readonly { readonly id: string; readonly title: string; readonly date?: string }[];
  /** The caller's other projects. */
  readonly others: readonly { readonly id: string; readonly name: string }[];
  readonly problem?: string;
  readonly buttons: readonly Button[];
}

/** A place of the landscape: an application on file, or what integrations call something that is none. */
export interface Place {
  readonly id: string;
  /** Empty where nobody has said yet. */
  readonly name: string;
  /** An application of the project. */
  readonly known: boolean;
  /** The worst that is open about it. */
  readonly worst?: Severity;
}

/** All places, worst first. */
export interface LandscapeReply {
  readonly kind: 'landscape';
  readonly project: { readonly id: string; readonly name: string };
  readonly applications: number;
  /** Places that are no application on file. */
  readonly others: number;
  readonly integrations: number;
  readonly places: readonly (Place & {
    readonly sendsTo: readonly string[];
    readonly getsFrom: readonly string[];
    readonly links: number;
    /** Links that somebody waits for. */
    readonly hard: number;
  })[];
  readonly page: number;
  readonly pages: number;
  /** For a picture beside the card, the finest first; it says nothing that the card does not. */
  readonly sketches?: readonly Sketch[];
  readonly buttons: readonly Button[];
}

/** What hangs on one place, nearest first. */
export interface ReachReply {
  readonly kind: 'reach';
  readonly project: { readonly id: string; readonly name: string };
  readonly place: Place;
  /** Integrations that touch it. */
  readonly touching: number;
  /** How many places suffer what when it is down. */
  readonly holds: Readonly<Record<Hardness, number>>;
  readonly rows: readonly {
    readonly direction: 'downstream' | 'upstream';
    readonly hops: number;
    readonly hold: Hardness;
    readonly id: string;
    readonly name: string;
    /** The integrations of the last hop. */
    readonly via: readonly string[];
  }[];
  readonly page: number;
  readonly pages: number;
  readonly sketches?: readonly Sketch[];
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
  readonly unknown: number;
  readonly right: number;
  /** Risks and issues: `[impact - 1][probability - 1]`. */
  readonly matrix: Matrix;
  /** Of this page, worst first. */
  readonly groups: readonly Group[];
  /** Over all pages. */
  readonly rules: number;
  /** Risks and issues that are counted and not shown here. */
  readonly guarded: number;
  /** With the topic's title, most weight first. */
  readonly themes: readonly Theme[];
  readonly decision?: Decision;
  readonly open: readonly OpenQuestion[];
  readonly coverage: Coverage;
  /** Of a person: how many are what to them. */
  readonly person?: { readonly owned: number; readonly toDo: number; readonly toAnswer: number };
  /** Of the whole project: what has changed since the latest milestone. */
  readonly since?: {
    readonly name: string;
    readonly at: string;
    readonly counts: Readonly<Record<Shift, number>>;
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
  readonly whose: 'mine' | 'all';
  /** Of this page. */
  readonly steps: readonly StepEntry[];
  readonly total: number;
  readonly late: number;
  /** Open steps of the project that are not the caller's. */
  readonly others: number;
  readonly page: number;
  readonly pages: number;
  readonly buttons: readonly Button[];
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

/** All that waits for one person, once a working day. */
export interface ReminderReply {
  readonly kind: 'reminder';
  /** `YYYY-MM-DD`, on the reader's calendar. */
  readonly day: string;
  readonly items: readonly ReminderItem[];
}

export interface ReminderItem {
  readonly title: string;
  readonly lines: readonly string[];
  readonly button?: Button;
  /** By which it can be put off; absent where it is said once and needs nothing. */
  readonly key?: string;
}

/** When somebody is reminded, and how to have it otherwise. */
export interface RemindersReply {
  readonly kind: 'reminders';
  /** What waits for them now, by title. */
  readonly open: readonly string[];
  /** When they hear from the bot next. */
  readonly next: string;
  /** By input id. */
  readonly filled: {
    readonly zone: string;
    readonly from: string;
    readonly to: string;
    /** Monday is 1; joined by commas. */
    readonly days: string;
    readonly country: string;
    readonly away: string;
    readonly rhythm: 'daily' | 'weekly' | 'never';
  };
  readonly problem?: string;
}
