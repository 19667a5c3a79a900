/** What somebody can ask about themselves. */
import type { Forgetting } from '../../core/register/forget.ts';

export type PrivacyCommand =
  | { readonly do: 'my-data' }
  /** Shows what it would change. */
  | { readonly do: 'forget-me' }
  /** `seen`: a digest of what was shown; if that is no longer so, it is shown again and nothing happens. */
  | { readonly do: 'forget'; readonly how: Forgetting; readonly seen: string }
  /** Not to be forgotten after all. */
  | { readonly do: 'stay' };
