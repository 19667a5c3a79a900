/** Who is asked what, and what came of it. */

export type AskingCommand =
  /** Who would be asked what. */
  | { readonly do: 'plan'; readonly page: number }
  | { readonly do: 'show-plan'; readonly project: string; readonly page: number }
  /** Sends it. `sure`: so many people were named before it was said once more. */
  | { readonly do: 'send-plan'; readonly project: string; readonly sure?: number };
