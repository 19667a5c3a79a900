/**
 * All questions of a vantage: which apply, and what people have said. Everything else (what to ask next, what is a risk)
 * reads from it. An answer whose question no longer applies stays on file and counts for nothing.
 */
import { type Answer, newestPerSpeaker, type Subject, subjectKey } from '../interview/answer.ts';
import type { AnswerShape, Content, Question, QuestionKey, Scope } from '../interview/topic.ts';
import type { Application, Project, Vantage } from '../landscape/landscape.ts';
import type { Deed } from '../register/deed.ts';
import { calculate } from './calculate.ts';
import type { Calculation, Outcome } from './calculation.ts';
import { measure } from './choosers/measures.ts';
import { type Fact, type Facts, type Test, type Truth, testOf } from './condition.ts';
import { roots, type Spoken } from './fact.ts';
import { fits } from './fits.ts';
import type { Heard } from './rules.ts';
import { holding, type Settlement, settlementsIn } from './settlement.ts';
import { those } from './those.ts';

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
  /** What may be looked at when something about this subject is judged. */
  from(subject: Subject): View;
}

export interface View extends Facts {
  /** What was said about each thing that can be seen from here. */
  readonly heard: readonly Heard[];
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
  const look = (layers: readonly Layer[]) => viewOver(layers, catalogue, project, content, calculations);
  const { questions } = catalogue;
  const ofProject = layer(
    catalogue,
    { scope: 'project' },
    project.name,
    project,
    project.deeds,
    () => fromProject,
  );
  const fromProject = look([ofProject]);
  const ofApplications = new Map<Application, { readonly layer: Layer; readonly view: View }>();
  const applicationLayer = (application: Application) => {
    const kept = ofApplications.get(application);
    if (kept) return kept;
    const { id, name } = application;
    const own = layer(
      catalogue,
      { scope: 'application', id },
      name,
      application,
      project.deeds,
      () => made.view,
    );
    const made = { layer: own, view: look([own, ofProject]) };
    ofApplications.set(application, made);
    return made;
  };
  return ({ integration, applications }) => {
    const known = applications.map(applicationLayer);
    const layers = [...known.map((each) => each.layer), ofProject];
    if (integration) {
      const { id, name, deeds } = integration;
      layers.unshift(layer(catalogue, { scope: 'integration', id }, name, integration, deeds, () => widest));
    }
    const widest = look(layers);
    return new Looked(questions, layers, (subject) => {
      if (subject.scope === 'integration') return widest;
      if (subject.scope === 'project') return fromProject;
      return known.find((each) => isAbout(each.layer, subject.id))?.view ?? fromProject;
    });
  };
}

/**
 * A class, because a getter in an object literal gives each object a form of its own, and the young garbage of a large
 * project, which hangs on it, then lives until all memory is swept.
 */
class Looked implements Survey {
  #standings: readonly Standing[] | undefined;

  constructor(
    private readonly questions: readonly Question[],
    private readonly layers: readonly Layer[],
    readonly from: (subject: Subject) => View,
  ) {}

  get standings(): readonly Standing[] {
    this.#standings ??= standingsOf(this.questions, this.layers);
    return this.#standings;
  }
}

function standingsOf(questions: readonly Question[], layers: readonly Layer[]): readonly Standing[] {
  const standings: Standing[] = [];
  for (const [place, question] of questions.entries()) {
    for (const each of layers) {
      if (each.subject.scope === question.scope) standings.push(standingOf(each, question, place));
    }
  }
  return standings;
}

function isAbout({ subject }: Layer, application: string): boolean {
  return subject.scope === 'application' && subject.id === application;
}

/** All questions in the order of asking, each known by its place. */
interface Catalogue {
  readonly questions: readonly Question[];
  /** Whether each applies; absent where it always does. */
  readonly whens: readonly (Test | undefined)[];
  readonly places: ReadonlyMap<QuestionKey, number>;
}

const catalogues = new WeakMap<Content, Catalogue>();

function catalogueOf(content: Content): Catalogue {
  let catalogue = catalogues.get(content);
  if (!catalogue) {
    const questions = content.topics.flatMap((topic) => topic.questions);
    catalogue = {
      questions,
      whens: questions.map(({ when }) => when && testOf(when)),
      places: new Map(questions.map(({ key }, place) => [key, place])),
    };
    catalogues.set(content, catalogue);
  }
  return catalogue;
}

/** One subject: each question is looked at when something asks for it, and once. */
interface Layer {
  readonly subject: Subject;
  /** The questions to which something is on file, as often as it is. */
  readonly said: readonly QuestionKey[];
  /** Those of them to which somebody has given no answer. */
  readonly unsettled: readonly QuestionKey[];
  /** Questions go by their place in the content. */
  readonly told: (place: number) => Told;
  /** Empty where the question does not apply. */
  readonly look: (place: number) => readonly Found[];
}

/** What is on file about one question, whether it counts or not. */
interface Told {
  /** The newest answer of each speaker. */
  readonly onFile: readonly Answer[];
  /** Those of people. */
  readonly answers: readonly Answer[];
  readonly settled: Settlement | undefined;
}

/** One question at one subject. All facts have the same form, because a judgement looks at a hundred thousand of them. */
class Found implements Fact {
  spoken: Spoken | undefined = undefined;
  private roots: readonly Fact[] | undefined = undefined;

  constructor(
    readonly question: Question,
    readonly subject: Subject,
    readonly about: string,
    readonly answers: readonly Answer[],
    /** Where it is not known whether the question applies: what decides it, and what that looks at. */
    private readonly pending: { readonly when: Test; readonly view: Facts } | undefined,
  ) {}

  /** It is not known whether the question applies. */
  get isPending(): boolean {
    return this.pending !== undefined;
  }

  /** Looked for when somebody asks. */
  get behind(): readonly Fact[] | undefined {
    if (!this.pending) return undefined;
    const { when, view } = this.pending;
    this.roots ??= when.judge(view, 'yes').waitingFor.flatMap(roots);
    return this.roots;
  }
}

const nothing: readonly never[] = [];

function layer(
  { questions, whens, places }: Catalogue,
  subject: Subject,
  about: string,
  { answers: said }: { readonly answers: readonly Answer[] },
  deeds: readonly Deed[] | undefined,
  view: () => Facts,
): Layer {
  const filed = byPlace(said, places, questions.length);
  const settlements = settlementsIn(deeds).get(subjectKey(subject));
  const looked: (readonly Found[] | undefined)[] = new Array(questions.length);
  const told = (place: number): Told => {
    const { key, answer: shape } = questionAt(questions, place);
    const onFile = filed[place] ?? nothing;
    const answers = those(onFile, (answer) => counts(answer, shape));
    const settled = settlements && holding(settlements.get(key), shape, answers);
    return { onFile, answers, settled };
  };
  const lookAt = (place: number): readonly Found[] => {
    const question = questionAt(questions, place);
    const when = whens[place];
    const applies = when ? when.truth(view(), 'yes') : 'yes';
    if (applies === 'no') return nothing;
    if (when && applies === 'unknown')
      return [new Found(question, subject, about, nothing, { when, view: view() })];
    const { answers, settled } = told(place);
    return [new Found(question, subject, about, settled ? [settled.answer] : answers, undefined)];
  };
  return {
    subject,
    said: said.map(({ question }) => question),
    unsettled: those(said, ({ said: what }) => what.kind !== 'value').map(({ question }) => question),
    told,
    look(place) {
      let found = looked[place];
      if (!found) {
        found = lookAt(place);
        looked[place] = found;
      }
      return found;
    },
  };
}

function questionAt(questions: readonly Question[], place: number): Question {
  const question = questions[place];
  if (!question) throw new Error(`there is no question at ${place}`);
  return question;
}

/** What people say counts; what a file says is suggested. */
function counts({ by, said }: Answer, shape: AnswerShape): boolean {
  return by.kind === 'person' && fits(shape, said);
}

function standingOf(layer: Layer, question: Question, place: number): Standing {
  const { subject } = layer;
  const [found] = layer.look(place);
  const applies = !found ? 'no' : found.isPending ? 'unknown' : 'yes';
  const { answers, onFile, settled } = layer.told(place);
  const suggested = onFile.findLast(({ by }) => by.kind === 'file');
  return {
    subject,
    question,
    applies,
    answers,
    ...(suggested ? { suggested } : {}),
    ...(settled ? { settled } : {}),
  };
}

function byPlace(
  answers: readonly Answer[],
  places: ReadonlyMap<QuestionKey, number>,
  many: number,
): readonly (readonly Answer[] | undefined)[] {
  const filed: (Answer[] | undefined)[] = new Array(many);
  for (const answer of answers) {
    const place = places.get(answer.question);
    if (place === undefined) continue;
    const group = filed[place];
    filed[place] = group ? newestPerSpeaker([...group, answer], answer.question) : [answer];
  }
  return filed;
}

/** An integration sees its two applications and the project; an application sees the project; nothing sees sideways. */
function viewOver(
  layers: readonly Layer[],
  catalogue: Catalogue,
  project: Project,
  content: Content,
  calculations: readonly Calculation[],
): View {
  const outcomes = new Map<string, Outcome>();
  const ofScope = (scope: Scope) => layers.filter(({ subject }) => subject.scope === scope);
  const within = {
    integration: ofScope('integration'),
    application: ofScope('application'),
    project: ofScope('project'),
  };
  const found: (readonly Fact[] | undefined)[] = new Array(catalogue.questions.length);
  const find = (place: number): readonly Fact[] => {
    const scope = catalogue.questions[place]?.scope;
    const about = scope ? within[scope] : nothing;
    // Only applications come in twos.
    if (about.length > 1) return about.flatMap((each) => each.look(place));
    return about[0]?.look(place) ?? nothing;
  };
  const view: View = {
    of(key) {
      const place = catalogue.places.get(key);
      if (place === undefined) return nothing;
      const kept = found[place] ?? find(place);
      found[place] = kept;
      return kept;
    },
    heard: layers,
    planDate: (id) => project.dates[id],
    calculate: (id) => {
      const kept = outcomes.get(id);
      if (kept) return kept;
      const calculation = calculations.find((candidate) => candidate.id === id);
      const outcome = calculation
        ? calculate(calculation, view, content)
        : measure(id, content, project, view);
      if (!outcome) throw new Error(`no calculation is called ${id}`);
      outcomes.set(id, outcome);
      return outcome;
    },
  };
  return view;
}
