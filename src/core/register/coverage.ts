/** How much of what applies is answered. */
import type { Subject } from '../interview/answer.ts';
import type { Content } from '../interview/topic.ts';
import type { Calculation } from '../judgement/calculation.ts';
import { type Standing, surveyor } from '../judgement/survey.ts';
import { type Integration, type Project, type Vantage, vantages } from '../landscape/landscape.ts';

export interface Coverage {
  /** Questions that are known to apply, each once for everything it is about. */
  readonly apply: number;
  /** Old answers, too: they count until somebody says otherwise, and are asked for again where they are to be confirmed. */
  readonly answered: number;
  /** Put to somebody, and nobody knew. */
  readonly unsure: number;
}

interface Kept {
  readonly ground: readonly unknown[];
  readonly coverage: Coverage;
}

/** What lies unchanged on file is counted once. */
const kept = new WeakMap<object, Kept>();

/** Of these integrations, these applications, and of the project itself unless it is left out. */
export function coverageOf(
  content: Content,
  calculations: readonly Calculation[],
  project: Project,
  about: {
    readonly integrations: readonly Integration[];
    readonly applications?: Project['applications'];
    readonly ofProject?: boolean;
  },
): Coverage {
  const { integrations, applications = project.applications, ofProject = true } = about;
  const { answers, stage, dates } = project;
  const look = surveyor(content, calculations, project);
  const vantageOf = vantages(project);
  const count = (document: object, vantage: Vantage, scope: Subject['scope']): Coverage => {
    const ground = [content, calculations, answers, stage, dates, ...vantage.applications];
    const before = kept.get(document);
    if (before && isSame(before.ground, ground)) return before.coverage;
    const coverage = add(look(vantage).standings.flatMap((each) => countOf(each, scope)));
    kept.set(document, { ground, coverage });
    return coverage;
  };
  return add([
    ...integrations.map((each) => count(each, vantageOf(each), 'integration')),
    ...applications.map((each) => count(each, { project, applications: [each] }, 'application')),
    ...(ofProject ? [count(answers, { project, applications: [] }, 'project')] : []),
  ]);
}

function countOf({ subject, applies, answers }: Standing, scope: Subject['scope']): Coverage | [] {
  if (subject.scope !== scope || applies !== 'yes') return [];
  const isAnswered = answers.some(({ said }) => said.kind === 'value' || said.kind === 'not-applicable');
  const isUnsure = !isAnswered && answers.some(({ said }) => said.kind === 'unsure');
  return { apply: 1, answered: isAnswered ? 1 : 0, unsure: isUnsure ? 1 : 0 };
}

function add(parts: readonly Coverage[]): Coverage {
  let [apply, answered, unsure] = [0, 0, 0];
  for (const part of parts) {
    apply += part.apply;
    answered += part.answered;
    unsure += part.unsure;
  }
  return { apply, answered, unsure };
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((part, at) => part === other[at]);
}
