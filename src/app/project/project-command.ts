/** A project, what it consists of, and the files it comes from and goes to. */
import type { Inputs } from '../command.ts';
import type { Format } from '../export/files.ts';
import type { HandedIn } from '../export/handed-in.ts';

export type ProjectCommand =
  | { readonly do: 'integrations'; readonly page: number }
  /** Without inputs it asks for them. */
  | { readonly do: 'add-integration'; readonly inputs?: Inputs }
  | { readonly do: 'project'; readonly name: string; readonly typed?: string }
  | { readonly do: 'set-project'; readonly project: string; readonly inputs: Inputs }
  | { readonly do: 'import'; readonly file: string; readonly text: string }
  | { readonly do: 'landscape'; readonly name: string; readonly page: number; readonly typed?: string }
  /** One place of the landscape, and what hangs on it. */
  | { readonly do: 'show-place'; readonly project: string; readonly place: string; readonly page: number }
  /** The files a project can be had as; with the name of one of them, that file. */
  | { readonly do: 'export'; readonly name: string; readonly typed?: string }
  | { readonly do: 'export-file'; readonly project: string; readonly format: Format }
  /** An edited workbook, as read by the door: shows what it would change. */
  | { readonly do: 'hand-in'; readonly file: string; readonly handedIn: HandedIn }
  | { readonly do: 'show-upload'; readonly project: string; readonly page: number }
  /** `digest`: of the upload and of the changes that were shown. What is written is worked out anew. */
  | { readonly do: 'apply-upload'; readonly project: string; readonly digest: string }
  | { readonly do: 'drop-upload'; readonly project: string }
  /** Loads the project that comes with Bridgekeeper, to try it out. */
  | { readonly do: 'try-sample' };
