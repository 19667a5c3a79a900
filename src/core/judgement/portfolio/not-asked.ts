/** Whom open risks reach along the data, and who has not been heard: owners nobody has asked, and places without one. */
import { type Consumer, consumersOf, withConsumers } from '../../landscape/consumers.ts';
import { graphOf } from '../../landscape/graph.ts';
import type { Integration } from '../../landscape/landscape.ts';
import type { Link } from '../../landscape/link.ts';
import { nameKey } from '../../landscape/recognise.ts';
import type { Who } from '../../register/deed.ts';
import type { Evidence } from '../finding.ts';
import {
  type Forgotten,
  forgottenIn,
  interviewed,
  ownerNameQuestion,
  ownersOf,
  speakersOf,
} from '../forgotten.ts';
import { agreedOption, told } from '../told.ts';
import { ofProject, type Portfolio, type PortfolioRule, type Sighting } from './portfolio-rule.ts';

interface Edge {
  readonly integration: Integration;
  readonly link: Link;
  readonly consumers: readonly Consumer[];
  readonly speakers: readonly Who[];
}

/** Both rules look at the same, and so it is worked out once. */
const found = new WeakMap<Portfolio, readonly Forgotten[]>();

const take: PortfolioRule<Edge>['take'] = ({ integration, facts, link }) => ({
  integration,
  link,
  consumers: consumersOf(link, facts),
  speakers: speakersOf(integration),
});

/** The owner is known, and joins when the plan has long been made. */
export const ownersNotAsked: PortfolioRule<Edge> = {
  id: 'owners-not-asked',
  scope: 'project',
  needs: [],
  take,
  look(edges, portfolio) {
    const { project, factsOf, evidence } = portfolio;
    return sighting(
      forgotten(edges, portfolio).filter(
        ({ owners, application }) => owners.length > 0 && !hasAgreed(application, portfolio),
      ),
      ({ owners, name }) => `${owners.map((who) => who.name).join(', ')} (${name})`,
      ({ application }) =>
        project.applications
          .filter(({ id }) => id === application)
          .flatMap((each) => told(factsOf(each), ownerNameQuestion).map(evidence)),
    );
  },
};

/**
 * Somebody has seen it, and it is on no list. Who answers for an application on the list is asked in the interview, and
 * not known is not missing; about this one nobody will ever be asked.
 */
export const onNoList: PortfolioRule<Edge> = {
  id: 'on-no-list',
  scope: 'project',
  needs: [],
  take,
  look: (edges, portfolio) =>
    sighting(
      forgotten(edges, portfolio).filter(({ seenBy }) => seenBy !== undefined),
      ({ name, seenBy = [] }) => `${name} (seen by ${seenBy.join(', ')})`,
      ({ name }) =>
        edges
          .flatMap(({ consumers }) => consumers)
          .filter(({ written }) => nameKey(written) === nameKey(name))
          .map(({ reason }) => portfolio.evidence(reason)),
    ),
};

const commitmentQuestion = 'owners-and-stakeholders.owner-commitment';

/** Whoever has agreed to scope and dates in writing brings no conditions that nobody counted on. */
function hasAgreed(id: string | undefined, { project, factsOf }: Portfolio): boolean {
  const application = project.applications.find((each) => each.id === id);
  if (!application) return false;
  return agreedOption(factsOf(application), commitmentQuestion) === 'agreed-in-writing';
}

function forgotten(edges: readonly Edge[], portfolio: Portfolio): readonly Forgotten[] {
  let places = found.get(portfolio);
  if (!places) {
    places = lookAlong(edges, portfolio);
    found.set(portfolio, places);
  }
  return places;
}

function lookAlong(edges: readonly Edge[], portfolio: Portfolio): readonly Forgotten[] {
  const { project, raised, content, factsOf } = portfolio;
  const consumers = edges.flatMap((edge) => edge.consumers);
  const owners = ownersOf(content, project, factsOf);
  const named = project.applications.flatMap(owners);
  // Then there is nobody to be found, however far anything reaches.
  if (named.length === 0 && consumers.length === 0) return [];
  const speakers = edges.flatMap((edge) => edge.speakers);
  const isInterviewed = interviewed(project, speakers);
  if (named.every(isInterviewed) && consumers.length === 0) return [];
  const graph = graphOf(
    project.applications,
    edges.map(({ integration }) => integration),
    edges.map(({ link }) => link),
  );
  return forgottenIn(withConsumers(graph, consumers), { project, raised, ownersOf: owners, isInterviewed });
}

/** So many ways are told, and so many answers cited; the rest is counted. */
const mostWays = 12;
const mostCited = 8;

function sighting(
  places: readonly Forgotten[],
  called: (place: Forgotten) => string,
  toldAt: (place: Forgotten) => readonly Evidence[],
): readonly Sighting[] {
  if (places.length === 0) return [];
  const because = places
    .slice(0, mostCited)
    .flatMap((place) => [...toldAt(place), ...place.from.because.slice(0, 1)]);
  const left = places.length - mostWays;
  return [
    {
      kind: 'risk',
      subject: ofProject,
      because: [...new Set(because)].slice(0, mostCited),
      names: places.map(({ name }) => name),
      working: [
        ...places.slice(0, mostWays).map((place) => `${called(place)}: ${wayTo(place)}`),
        ...(left > 0 ? [`and ${left} more`] : []),
      ],
    },
  ];
}

function wayTo({ from, path }: Forgotten): string {
  const open = `open is “${from.title}”`;
  return path.length === 0 ? open : `${open}; from there by ${path.map(({ name }) => name).join(', then ')}`;
}
