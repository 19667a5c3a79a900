/** What if: answers that somebody assumes about one integration, and the findings there would be. Nothing here is on file as said. */
import type { Answer, Said, Speaker } from '../interview/answer.ts';
import type { QuestionKey } from '../interview/topic.ts';
import type { Finding } from '../judgement/finding.ts';
import type { Integration } from '../landscape/landscape.ts';
import type { Who } from './deed.ts';
import { type Shift, shiftOf, weightOf } from './drift.ts';
import { type Noted, notedOf } from './milestone.ts';

/** Assumptions that were kept under a name. */
export interface Proposal {
  readonly schema: 1;
  readonly id: string;
  readonly integration: string;
  readonly name: string;
  readonly by: Who;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly assumed: readonly Assumed[];
}

export interface Assumed {
  readonly question: QuestionKey;
  readonly said: Said;
}

/** The integration as it would be, had this person answered so: what others say still counts. */
export function assume(
  integration: Integration,
  assumed: readonly Assumed[],
  by: Speaker,
  at: string,
): Integration {
  const answers = assumed.map(({ question, said }): Answer => ({ question, by, at, turn: 'what-if', said }));
  return { ...integration, answers: [...integration.answers, ...answers] };
}

/** One finding beside itself: as it is, and as it would be under each of the proposals. */
export interface Beside {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly now?: Noted;
  readonly would: readonly { readonly noted?: Noted; readonly shift?: Shift }[];
}

/** Only what is not the same everywhere; the worst first. */
export function besides(now: readonly Finding[], ...then: readonly (readonly Finding[])[]): Beside[] {
  const [present = new Map<string, Noted>(), ...others] = [now, ...then].map(notedById);
  const ids = new Set([present, ...others].flatMap((each) => [...each.keys()]));
  const rows = [...ids].flatMap((id): Beside[] => {
    const before = present.get(id);
    const cells = others.map((each) => {
      const noted = each.get(id);
      const shift = shiftOf(before, noted) ?? settled(before, noted);
      return { ...(noted ? { noted } : {}), ...(shift ? { shift } : {}) };
    });
    const any = before ?? cells.find(({ noted }) => noted)?.noted;
    if (!any || cells.every(({ shift }) => shift === undefined)) return [];
    const { title, about } = any;
    return [{ id, title, about, ...(before ? { now: before } : {}), would: cells }];
  });
  return rows.sort((one, other) => worst(other) - worst(one) || (one.id < other.id ? -1 : 1));
}

/** What could not be judged and is no risk then. */
function settled(before: Noted | undefined, after: Noted | undefined): Shift | undefined {
  return before?.kind === 'unknown' && !after ? 'better' : undefined;
}

function notedById(findings: readonly Finding[]): Map<string, Noted> {
  return new Map(
    findings.flatMap((finding) => {
      const noted = notedOf(finding);
      return noted ? [[noted.id, noted] as const] : [];
    }),
  );
}

function worst({ now, would }: Beside): number {
  return Math.max(...[now, ...would.map(({ noted }) => noted)].map((noted) => weightIn(noted)));
}

const weightIn = (noted: Noted | undefined) =>
  noted === undefined ? 0 : noted.kind === 'unknown' ? weightOf(noted) / 100 : weightOf(noted);
