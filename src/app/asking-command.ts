/** Who is asked what, and what came of it. */
import type { Subject } from '../core/interview/answer.ts';

export type AskingCommand =
  /** "Dana about CRM". */
  | { readonly do: 'ask'; readonly name: string; readonly typed?: string }
  | {
      readonly do: 'ask-person';
      readonly project: string;
      readonly person: string;
      readonly about?: Exclude<Subject, { readonly scope: 'project' }>;
    }
  /** Who would be asked what. */
  | { readonly do: 'plan'; readonly page: number }
  | { readonly do: 'show-plan'; readonly project: string; readonly page: number }
  /** What came of asking. */
  | { readonly do: 'participation'; readonly page: number }
  | { readonly do: 'show-participation'; readonly project: string; readonly page: number }
  /** Sends it. `sure`: so many people were named before it was said once more. */
  | { readonly do: 'send-plan'; readonly project: string; readonly sure?: number };
