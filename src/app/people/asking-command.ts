/** Who is asked what, and what came of it. */
import type { Subject } from '../../core/interview/answer.ts';
import type { QuestionKey, RoleId } from '../../core/interview/topic.ts';

export type AskingCommand =
  /** "Dana about CRM as owner". */
  | { readonly do: 'ask'; readonly name: string; readonly typed?: string }
  | {
      readonly do: 'ask-person';
      readonly project: string;
      readonly person: string;
      readonly about?: Exclude<Subject, { readonly scope: 'project' }>;
      readonly as?: RoleId;
    }
  /** To one of those who may be meant by "somebody else knows". */
  | {
      readonly do: 'refer-to';
      readonly project: string;
      readonly integration: string;
      readonly subject: Subject;
      readonly question: QuestionKey;
      readonly person: string;
    }
  /** Who would be asked what. */
  | { readonly do: 'plan'; readonly page: number }
  | { readonly do: 'show-plan'; readonly project: string; readonly page: number }
  /** What came of asking. */
  | { readonly do: 'participation'; readonly page: number }
  | { readonly do: 'show-participation'; readonly project: string; readonly page: number }
  /** Sends it. `sure`: so many people were named before it was said once more. */
  | { readonly do: 'send-plan'; readonly project: string; readonly sure?: number };
