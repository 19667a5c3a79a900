/** From a project on file to its graph: what people said about each integration decides direction and hardness. */
import type { Content } from '../interview/topic.ts';
import type { Calculation } from '../judgement/calculation.ts';
import type { Finding } from '../judgement/finding.ts';
import { surveyor } from '../judgement/survey.ts';
import { type Consumer, consumersOf, consumersQuestion, withConsumers } from './consumers.ts';
import { type Graph, graphOf, type Node } from './graph.ts';
import { type Integration, type Project, vantages } from './landscape.ts';
import { linkOf } from './link.ts';

export function landscapeGraph(
  content: Content,
  calculations: readonly Calculation[],
  project: Project,
  integrations: readonly Integration[],
  findings: readonly Finding[],
  /** Whether what people named as users of the data of an integration is part of it. */
  hears: (integration: Integration) => boolean = () => true,
): Graph {
  const look = surveyor(content, calculations, project);
  const vantageOf = vantages(project);
  const consumers: Consumer[] = [];
  const links = integrations.map((integration) => {
    const known = look(vantageOf(integration));
    const facts = known.from({ scope: 'integration', id: integration.id });
    const link = linkOf(integration, facts);
    if (hears(integration)) consumers.push(...consumersOf(link, facts));
    return link;
  });
  return withConsumers(graphOf(project.applications, integrations, links, findings), consumers);
}

/** What people named as users of the data and nobody has on a list; without the rest of the graph. */
export function seenPlaces(
  content: Content,
  calculations: readonly Calculation[],
  project: Project,
  integrations: readonly Integration[],
): readonly Node[] {
  const telling = integrations.filter(({ answers }) =>
    answers.some(({ question }) => question === consumersQuestion),
  );
  if (telling.length === 0) return [];
  const look = surveyor(content, calculations, project);
  const vantageOf = vantages(project);
  const consumers = telling.flatMap((integration) => {
    const facts = look(vantageOf(integration)).from({ scope: 'integration', id: integration.id });
    return consumersOf(linkOf(integration, facts), facts);
  });
  const { nodes } = withConsumers(graphOf(project.applications, integrations, []), consumers);
  return nodes.filter(({ seenBy }) => seenBy);
}
