/** From a project on file to its graph: what people said about each integration decides direction and hardness. */
import type { Content } from '../interview/topic.ts';
import type { Calculation } from '../judgement/calculation.ts';
import type { Finding } from '../judgement/finding.ts';
import { surveyor } from '../judgement/survey.ts';
import { type Consumer, consumersOf, withConsumers } from './consumers.ts';
import { type Graph, graphOf } from './graph.ts';
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
