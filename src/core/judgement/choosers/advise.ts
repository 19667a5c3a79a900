/** What all choosers say of a project: of the landscape, and of each integration. */
import type { Content } from '../../interview/topic.ts';
import { type Integration, type Project, vantages } from '../../landscape/landscape.ts';
import type { Calculation } from '../calculation.ts';
import { waitingOn } from '../evidence.ts';
import type { Waiting } from '../finding.ts';
import { surveyor } from '../survey.ts';
import { type Candidate, type Choice, choose } from './choose.ts';
import { chooseTopology, topologyKey } from './topology.ts';

export interface Advice {
  /** The project's name, or the integration's. */
  readonly about: string;
  readonly integration?: string;
  readonly choices: readonly ChoiceReport[];
}

/** A choice as a value to show or to hand on. */
export interface ChoiceReport {
  readonly chooser: string;
  readonly title: string;
  readonly chosen: WayReport;
  readonly second?: WayReport;
  readonly rejected: readonly {
    readonly way: string;
    readonly text: string;
    readonly reason: string;
    readonly struck: boolean;
  }[];
  /** What would have to be answered for a choice that stands on everything. */
  readonly missing: readonly Waiting[];
  readonly stated?: { readonly way: string; readonly text: string };
}

export interface WayReport {
  readonly way: string;
  readonly text: string;
  readonly arguments: readonly string[];
  readonly checks: readonly string[];
}

/** Only choosers that have something to say are listed. */
export function advise(
  content: Content,
  calculations: readonly Calculation[],
  project: Project,
  integrations: readonly Integration[],
): readonly Advice[] {
  const { applications } = project;
  const look = surveyor(content, calculations, project);
  const vantageOf = vantages(project);
  const facts = look({ project, applications: [] }).from({ scope: 'project' });
  const landscape = {
    applications,
    integrations,
    facts,
    factsOf: ({ id }: { readonly id: string }) =>
      look({ project, applications }).from({ scope: 'application', id }),
  };
  const saying = (choice: Choice | undefined) => (choice ? reportOf(choice, content) : []);
  const ofProject = content.choosers
    .filter(({ scope }) => scope === 'project')
    .flatMap((chooser) =>
      saying(chooser.key === topologyKey ? chooseTopology(chooser, landscape) : choose(chooser, facts)),
    );
  return [
    { about: project.name, choices: ofProject },
    ...integrations.map((integration) => {
      const { id, name } = integration;
      const view = look(vantageOf(integration)).from({ scope: 'integration', id });
      const choices = content.choosers
        .filter(({ scope }) => scope === 'integration')
        .flatMap((chooser) => saying(choose(chooser, view)));
      return { about: name, integration: id, choices };
    }),
  ].filter(({ choices }) => choices.length > 0);
}

/** Empty where nothing that was said speaks for any way. */
function reportOf(
  { chooser, chosen, second, rejected, missing, stated }: Choice,
  content: Content,
): ChoiceReport[] {
  if (!chosen) return [];
  return [
    {
      chooser: chooser.key,
      title: chooser.title,
      chosen: wayReport(chosen),
      ...(second && { second: wayReport(second) }),
      rejected: rejected.map(({ way, reason, struck }) => ({ way: way.id, text: way.text, reason, struck })),
      missing: waitingOn({ waitingFor: missing, waitingForDates: [] }, content),
      ...(stated && { stated: { way: stated.way.id, text: stated.way.text } }),
    },
  ];
}

function wayReport({ way, arguments: reasons }: Candidate): WayReport {
  return { way: way.id, text: way.text, arguments: reasons, checks: way.checks };
}
