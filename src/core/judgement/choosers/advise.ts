/** What all choosers say of a project: of the landscape, and of each integration. */
import type { Content } from '../../interview/topic.ts';
import { type Integration, type Project, vantages } from '../../landscape/landscape.ts';
import type { Calculation } from '../calculation.ts';
import { surveyor } from '../survey.ts';
import { type Choice, choose } from './choose.ts';
import { chooseTopology, topologyKey } from './topology.ts';

export interface Advice {
  /** The project's name, or the integration's. */
  readonly about: string;
  readonly integration?: string;
  readonly choices: readonly Choice[];
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
  const saying = (choice: Choice | undefined): Choice[] => (choice?.chosen ? [choice] : []);
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
