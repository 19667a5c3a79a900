/** A project, what it consists of, and the files it comes from and goes to. */
import type { Severity } from '../../core/judgement/finding.ts';
import type { Flag } from '../../core/landscape/inventory.ts';
import type { Button } from '../reply.ts';

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
