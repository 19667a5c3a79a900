/** Why an acceptance has ended by itself: it was given for the facts of that day, and until a day. */
import { type Answer, type Said, type Speaker, sameSaid, speakerKey } from '../interview/answer.ts';
import type { QuestionKey } from '../interview/topic.ts';
import type { Finding, Severity } from '../judgement/finding.ts';
import { isRaised } from '../judgement/portfolio/raised.ts';
import { severityOf } from '../judgement/severity.ts';
import type { Integration, Project } from '../landscape/landscape.ts';
import { type Accepted, decisionsIn, deedsOf, isAcceptance } from './decisions.ts';
import type { Ground } from './deed.ts';
import { changesSince, type History, historyOf } from './history.ts';

export type Lapse =
  /** Somebody answers otherwise than when it was accepted. */
  | {
      readonly kind: 'changed';
      readonly question: QuestionKey;
      /** `subjectKey`. */
      readonly about: string;
      readonly by: Speaker;
      readonly at: string;
      readonly said: Said;
    }
  /** More likely, or a larger harm, than what was accepted. */
  | { readonly kind: 'worse'; readonly from: Severity; readonly to: Severity }
  /** Its last day is over. */
  | { readonly kind: 'passed'; readonly until: string };

/** Once ended it stays ended: a fact that changes back is for the approver to look at. Without a finding the risk is gone. */
export function lapsesOf(
  { at, did }: Accepted,
  finding: Finding | undefined,
  history: History,
  today: string,
): readonly Lapse[] {
  const facts = new Map<string, Ground[]>();
  for (const ground of did.ground) {
    const fact = `${ground.question}@${ground.about}`;
    facts.set(fact, [...(facts.get(fact) ?? []), ground]);
  }
  const changed = [...facts.values()].flatMap((known): Lapse[] => {
    const [{ question, about } = { question: '', about: '' }] = known;
    const change = changesSince(history(about), question, at).find((answer) => contradicts(answer, known));
    return change
      ? [{ kind: 'changed', question, about, by: change.by, at: change.at, said: change.said }]
      : [];
  });
  const { probability, impact } = did.rated;
  const isWorse =
    finding !== undefined && isRaised(finding) && finding.probability * finding.impact > probability * impact;
  return [
    ...changed,
    ...(isWorse
      ? [{ kind: 'worse', from: severityOf(probability, impact), to: finding.severity } as const]
      : []),
    ...(did.until < today ? [{ kind: 'passed', until: did.until } as const] : []),
  ];
}

/** `speakerKey` of whoever ended it by an answer, and saw it at once; nothing where it had ended before. */
export function endedBy(lapses: readonly Lapse[]): string | undefined {
  const [first] = lapses
    .flatMap((lapse) => (lapse.kind === 'changed' ? [lapse] : []))
    .sort((one, other) => (one.at < other.at ? -1 : 1));
  if (!first || lapses.some((lapse) => lapse.kind === 'passed' && lapse.until < first.at.slice(0, 10)))
    return undefined;
  return speakerKey(first.by);
}

/** Somebody new who says the same as others, or does not know, changes nothing. */
function contradicts({ by, said }: Answer, known: readonly Ground[]): boolean {
  if (known.some(({ speaker }) => speaker === speakerKey(by))) return true;
  const counts = said.kind === 'value' || said.kind === 'not-applicable';
  return counts && !known.some((ground) => sameSaid(ground.said, said));
}

export interface Lapsed {
  readonly accepted: Accepted;
  /** The risk as it is now; absent where it is gone. */
  readonly finding?: Finding;
  readonly lapses: readonly Lapse[];
}

/** Every acceptance that has ended and was not decided anew. For a look once a day: whoever was told before is not told again. */
export function lapsesDue(
  project: Project,
  integrations: readonly Integration[],
  findings: readonly Finding[],
  today: string,
): Lapsed[] {
  const history = historyOf(project, integrations);
  const known = new Map(findings.filter(isRaised).map((finding) => [finding.id, finding]));
  return [...decisionsIn(deedsOf(project, integrations)).values()].flatMap((decision) => {
    if (!isAcceptance(decision)) return [];
    const finding = known.get(decision.did.finding);
    const lapses = lapsesOf(decision, finding, history, today);
    return lapses.length > 0 ? [{ accepted: decision, lapses, ...(finding ? { finding } : {}) }] : [];
  });
}
