/** What can be seen from a subject: a condition asks here for answers, dates and calculations. */
import type { Content, DateId, QuestionKey, Scope } from '../interview/topic.ts';
import type { Project } from '../landscape/landscape.ts';
import { calculate } from './calculate.ts';
import type { Calculation, Outcome } from './calculation.ts';
import type { Catalogue, Placed } from './catalogue.ts';
import { measure } from './choosers/measures.ts';
import type { Fact, Facts } from './condition.ts';
import type { Layer } from './layer.ts';

export interface View extends Facts {
  /** What was said about each thing that can be seen from here. */
  readonly heard: readonly Layer[];
}

/** All that the views of one project share. */
export interface Ground {
  readonly content: Content;
  readonly catalogue: Catalogue;
  readonly calculations: ReadonlyMap<string, Calculation>;
  readonly project: Project;
}

const nothing: readonly never[] = [];

/** An integration sees its two applications and the project; an application sees the project; nothing sees sideways. */
export class ViewOver implements View {
  private readonly integration: readonly Layer[];
  private readonly applications: readonly Layer[];
  private readonly ofProject: readonly Layer[];
  /** What the applications say together, where there are several. */
  private together: (readonly Fact[] | undefined)[] | undefined;
  private readonly outcomes = new Map<string, Outcome>();

  constructor(
    private readonly ground: Ground,
    readonly heard: readonly Layer[],
  ) {
    const about = (scope: Scope) => heard.filter(({ subject }) => subject.scope === scope);
    this.integration = about('integration');
    this.applications = about('application');
    this.ofProject = about('project');
  }

  of(key: QuestionKey): readonly Fact[] {
    const placed = this.ground.catalogue.byKey.get(key);
    if (!placed) return nothing;
    const layers = this.about(placed.scope);
    return layers.length > 1 ? this.ofEach(placed, layers) : (layers[0]?.look(placed) ?? nothing);
  }

  planDate(id: DateId): string | undefined {
    return this.ground.project.dates[id];
  }

  calculate(id: string): Outcome {
    const kept = this.outcomes.get(id);
    if (kept) return kept;
    const { content, calculations, project } = this.ground;
    const calculation = calculations.get(id);
    const outcome = calculation ? calculate(calculation, this, content) : measure(id, content, project, this);
    if (!outcome) throw new Error(`no calculation is called ${id}`);
    this.outcomes.set(id, outcome);
    return outcome;
  }

  private about(scope: Scope): readonly Layer[] {
    if (scope === 'integration') return this.integration;
    return scope === 'application' ? this.applications : this.ofProject;
  }

  private ofEach(placed: Placed, layers: readonly Layer[]): readonly Fact[] {
    this.together ??= new Array(this.ground.catalogue.many.application);
    const found = this.together[placed.place] ?? layers.flatMap((each) => each.look(placed));
    this.together[placed.place] = found;
    return found;
  }
}
