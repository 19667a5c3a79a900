/** What the house says, as values. How it looks is decided in `render/`. */
import type { CardCommand } from './command.ts';
import type { CommandTheme } from './command-words.ts';
import type { DigestReply } from './digest/digest-reply.ts';
import type { ExportFile } from './export/files.ts';
import type { ConfirmReply } from './interview/confirm-reply.ts';
import type { AnswersReply, NotedReply, PageReply, StartReply } from './interview/interview-reply.ts';
import type { LandscapeReply, ReachReply } from './landscape/landscape-reply.ts';
import type { ForgetReply } from './people/forget-reply.ts';
import type { ParticipationReply } from './people/participation-reply.ts';
import type { PeopleReply } from './people/people-reply.ts';
import type { PlanReply } from './people/plan-reply.ts';
import type {
  AddIntegrationReply,
  ChangesReply,
  FileReply,
  ImportedReply,
  IntegrationsReply,
  ProjectReply,
} from './project/project-reply.ts';
import type { CompareReply } from './register/compare-reply.ts';
import type {
  DecideReply,
  FindingsReply,
  NextStepsReply,
  StepReply,
  SummaryReply,
  TreatReply,
} from './register/register-reply.ts';
import type { SideBySideReply } from './register/side-by-side-reply.ts';
import type {
  GovernanceReply,
  ReminderReply,
  RemindersReply,
  ScheduleReply,
} from './reminder/reminder-reply.ts';
import type { ChangeRequestReply } from './what-if/change-request-reply.ts';
import type { DifferenceReply, WhatIfReply } from './what-if/what-if-reply.ts';

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
  | ScheduleReply
  | PlanReply
  | ParticipationReply
  | DigestReply
  | PeopleReply
  | ForgetReply;

export interface Button {
  readonly title: string;
  readonly command: CardCommand;
  readonly primary?: boolean;
}

/** A short answer with a way on: done, refused, not found, not understood. */
export interface NoticeReply {
  readonly kind: 'notice';
  readonly tone: 'plain' | 'problem';
  readonly title: string;
  readonly lines: readonly string[];
  readonly buttons: readonly Button[];
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
  readonly themes: readonly CommandTheme[];
  readonly project?: { readonly name: string; readonly integrations: number };
  /** The interview that waits for this person. */
  readonly waiting?: { readonly integration: string };
  readonly buttons: readonly Button[];
}
