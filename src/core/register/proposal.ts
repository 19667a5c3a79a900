/**
 * What if: answers that somebody assumes about one integration, its applications and the project, and the findings there
 * would be. Nothing here is on file as said.
 */
import { type Answer, type Said, type Speaker, type Subject, subjectKey } from '../interview/answer.ts';
import type { Content, QuestionKey } from '../interview/topic.ts';
import type { Finding } from '../judgement/finding.ts';
import { changeAnswers, type Integration, type Project } from '../landscape/landscape.ts';
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
  /** The application it is about; absent where it is about the integration or the project. */
  readonly on?: string;
}

/** What an assumption is about; nothing where there is no such question, or it does not say of which application. */
export function assumedOf(
  { question }: Pick<Content, 'question'>,
  integration: string,
  { question: key, on }: Pick<Assumed, 'question' | 'on'>,
): Subject | undefined {
  const scope = question.get(key)?.scope;
  if (scope === 'project') return { scope };
  if (scope === 'integration') return { scope, id: integration };
  return scope && on !== undefined ? { scope, id: on } : undefined;
}

interface Whole {
  readonly project: Project;
  readonly integrations: readonly Integration[];
}

/** The project as it would be, had this person answered so about the integration: what others say still counts. */
export function assume(
  content: Pick<Content, 'question'>,
  { project, integrations }: Whole,
  { integration, assumed }: Pick<Proposal, 'integration' | 'assumed'>,
  by: Speaker,
  at: string,
): Whole {
  const about = new Map<string, { readonly subject: Subject; readonly answers: Answer[] }>();
  for (const each of assumed) {
    const subject = assumedOf(content, integration, each);
    if (!subject) continue;
    const answer = { question: each.question, by, at, turn: 'what-if', said: each.said };
    const known = about.get(subjectKey(subject));
    if (known) known.answers.push(answer);
    else about.set(subjectKey(subject), { subject, answers: [answer] });
  }
  const own = about.get(subjectKey({ scope: 'integration', id: integration }))?.answers ?? [];
  return {
    project: [...about.values()].reduce(
      (whole, { subject, answers }) =>
        subject.scope === 'integration'
          ? whole
          : changeAnswers(whole, subject, (before) => [...before, ...answers]),
      project,
    ),
    integrations: integrations.map((each) =>
      each.id === integration && own.length > 0 ? { ...each, answers: [...each.answers, ...own] } : each,
    ),
  };
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
