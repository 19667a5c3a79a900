/**
 * All questions of a vantage: which apply, and what people have said. Everything else (what to ask next, what is a risk)
 * reads from it. An answer whose question no longer applies stays on file and counts for nothing.
 */
import { type Answer, type Subject, subjectKey } from '../interview/answer.ts';
import type { Content, Question, QuestionKey } from '../interview/topic.ts';
import type { Application, Project, Vantage } from '../landscape/landscape.ts';
import type { Calculation } from './calculation.ts';
import { catalogueOf, type Placed } from './catalogue.ts';
import type { Truth } from './condition.ts';
import { Layer } from './layer.ts';
import type { Settlement } from './settlement.ts';
import { type View, ViewOver } from './view.ts';

export interface Standing {
  readonly subject: Subject;
  readonly question: Question;
  readonly applies: Truth;
  /** The newest answer of each person, whether it counts or not. */
  readonly answers: readonly Answer[];
  /** What an imported file suggests. */
  readonly suggested?: Answer;
  /** What counts in the place of the answers. */
  readonly settled?: Settlement;
}

export interface Survey {
  /** In the order of asking. */
  readonly standings: readonly Standing[];
  /** Of one subject and some questions, in the order of asking; the others are not looked at. */
  among(subject: Subject, questions: ReadonlySet<QuestionKey>): readonly Standing[];
  /** What may be looked at when something about this subject is judged. */
  from(subject: Subject): View;
}

export function survey(content: Content, calculations: readonly Calculation[], vantage: Vantage): Survey {
  return surveyor(content, calculations, vantage.project)(vantage);
}

/** For many vantages of one project: what is known about the project and an application is worked out once. */
export function surveyor(
  content: Content,
  calculations: readonly Calculation[],
  project: Project,
): (vantage: Vantage) => Survey {
  const catalogue = catalogueOf(content);
  const byId = new Map(calculations.map((each) => [each.id, each]));
  const ground = { content, catalogue, calculations: byId, project };
  const { name, answers, deeds } = project;
  const ofProject = new Layer(catalogue, { scope: 'project' }, name, answers, deeds, () => fromProject);
  const fromProject = new ViewOver(ground, [ofProject]);
  const known = new Map<Application, Seen>();
  const seenAt = (application: Application): Seen => {
    let seen = known.get(application);
    if (!seen) {
      const subject = { scope: 'application', id: application.id } as const;
      const layer = new Layer(
        catalogue,
        subject,
        application.name,
        application.answers,
        deeds,
        () => from.view,
      );
      const from = { layer, view: new ViewOver(ground, [layer, ofProject]) };
      seen = from;
      known.set(application, seen);
    }
    return seen;
  };
  return ({ integration, applications }) => {
    const ends = applications.map(seenAt);
    const layers = [...ends.map(({ layer }) => layer), ofProject];
    if (integration) {
      const { id, name, answers, deeds } = integration;
      const subject = { scope: 'integration', id } as const;
      layers.unshift(new Layer(catalogue, subject, name, answers, deeds, () => widest));
    }
    const widest = new ViewOver(ground, layers);
    return new Looked(catalogue.questions, layers, (subject) => {
      if (subject.scope === 'integration') return widest;
      if (subject.scope === 'project') return fromProject;
      return ends.find(({ layer }) => isAbout(layer, subject.id))?.view ?? fromProject;
    });
  };
}

/** An application, with what can be seen from it. */
interface Seen {
  readonly layer: Layer;
  readonly view: View;
}

/**
 * A class, because a getter in an object literal gives each object a form of its own, and the young garbage of a large
 * project, which hangs on it, then lives until all memory is swept.
 */
class Looked implements Survey {
  #standings: readonly Standing[] | undefined;

  constructor(
    private readonly questions: readonly Placed[],
    private readonly layers: readonly Layer[],
    readonly from: (subject: Subject) => View,
  ) {}

  get standings(): readonly Standing[] {
    this.#standings ??= standingsOf(this.questions, this.layers);
    return this.#standings;
  }

  among(subject: Subject, keys: ReadonlySet<QuestionKey>): readonly Standing[] {
    const about = subjectKey(subject);
    const layers = this.layers.filter((layer) => subjectKey(layer.subject) === about);
    return standingsOf(
      this.questions.filter(({ question }) => keys.has(question.key)),
      layers,
    );
  }
}

function standingsOf(questions: readonly Placed[], layers: readonly Layer[]): readonly Standing[] {
  const standings: Standing[] = [];
  for (const placed of questions) {
    for (const layer of layers) {
      if (layer.subject.scope === placed.question.scope) standings.push(standingOf(layer, placed));
    }
  }
  return standings;
}

function standingOf(layer: Layer, placed: Placed): Standing {
  const [found] = layer.look(placed);
  const answers = layer.told(placed);
  const settled = layer.settled(placed, answers);
  const suggested = layer.onFile(placed).findLast(({ by }) => by.kind === 'file');
  return {
    subject: layer.subject,
    question: placed.question,
    applies: !found ? 'no' : found.isPending ? 'unknown' : 'yes',
    answers,
    ...(suggested ? { suggested } : {}),
    ...(settled ? { settled } : {}),
  };
}

function isAbout({ subject }: Layer, application: string): boolean {
  return subject.scope === 'application' && subject.id === application;
}
