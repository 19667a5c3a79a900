/** The landscape, and what hangs on one place of it. */
import type { Severity } from '../../core/judgement/finding.ts';
import type { Hardness } from '../../core/landscape/link.ts';
import type { Sketch } from '../../core/landscape/sketch.ts';
import type { Button } from '../reply.ts';

/** A place of the landscape: an application on file, or what integrations call something that is none. */
export interface Place {
  readonly id: string;
  /** Empty where nobody has said yet. */
  readonly name: string;
  /** An application of the project. */
  readonly known: boolean;
  /** At no end of an integration: the names of those who said that it uses the data. */
  readonly seenBy?: readonly string[];
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
