/** Who is who in a project: who owns what, who does what. */
import type { Inputs } from '../command.ts';

export type PeopleCommand =
  | { readonly do: 'people'; readonly page: number }
  | { readonly do: 'show-people'; readonly project: string; readonly page: number }
  /** "I own CRM", "Dana is the developer of voucher load": in the words it was said. Without `who` it is the caller. */
  | {
      readonly do: 'say-role';
      readonly who?: string;
      readonly role: string;
      readonly of: string;
      readonly ends?: true;
      readonly typed?: string;
    }
  /** The form of the people card: `who`, `role`, `of`. */
  | { readonly do: 'note-role'; readonly project: string; readonly inputs: Inputs }
  /** `role`: its `roleKey`. `to`: the id of a person of the project or its roster, the caller where it is absent. `outside`: a name, of somebody who is not in Teams. */
  | {
      readonly do: 'give-role';
      readonly project: string;
      readonly role: string;
      readonly to?: string;
      readonly outside?: string;
      readonly ends?: true;
    }
  /** The answer to being given a role. */
  | { readonly do: 'answer-role'; readonly project: string; readonly role: string; readonly yes: boolean }
  /** A manager's answer to somebody (`who`: their id) who says that they hold a role that opens what is guarded. */
  | {
      readonly do: 'answer-claim';
      readonly project: string;
      readonly who: string;
      readonly role: string;
      readonly yes: boolean;
    }
  /** A manager's yes: whoever is noted `outside` Teams is the person with this id. */
  | {
      readonly do: 'same-person';
      readonly project: string;
      readonly outside: string;
      readonly who: string;
    };
