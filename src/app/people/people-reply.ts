/** Who is who in a project. */
import type { Button } from '../reply.ts';

export interface PeopleReply {
  readonly kind: 'people';
  readonly project: { readonly id: string; readonly name: string };
  /** Of this page. */
  readonly posts: readonly {
    readonly role: string;
    /** The application or integration; absent for the project. */
    readonly about?: string;
    readonly holders: readonly {
      readonly name: string;
      readonly kind: 'member' | 'guest' | 'outside';
      /** Whoever said so, where its holder has not said yes. */
      readonly givenBy?: string;
      /** Their own word, which opens nothing before a manager says yes. */
      readonly unconfirmed?: true;
    }[];
  }[];
  /** Names of applications, as many as are worth reading, and how many there are. */
  readonly ownerless: readonly string[];
  readonly ownerlessTotal: number;
  /** Names of people without a role, and how many there are. */
  readonly roleless: readonly string[];
  readonly rolelessTotal: number;
  /** Who manages the project only because nobody was confirmed as its manager. */
  readonly standIn?: string;
  /** People of the team who never wrote; absent where Teams has not said. */
  readonly silent?: number;
  /** Noted as outside Teams, while somebody of that name is there; absent where there are none. */
  readonly sameNames?: readonly string[];
  readonly roles: readonly { readonly id: string; readonly title: string }[];
  readonly filled: { readonly who: string; readonly role: string; readonly of: string };
  readonly problem?: string;
  readonly page: number;
  readonly pages: number;
  readonly buttons: readonly Button[];
}
