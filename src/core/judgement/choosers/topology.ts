/** The shape of a whole landscape, by counting: where applications stand, what is between them, how much hangs together. */
import type { Application, Integration } from '../../landscape/landscape.ts';
import type { Fact, Facts } from '../condition.ts';
import { agreedOption } from '../told.ts';
import type { Candidate, Choice } from './choose.ts';
import type { Chooser, Way } from './chooser.ts';

export const topologyKey = 'patterns.topology';

/** From more integrations than that, or more than that on one application, something belongs between them. */
const manyInAll = 5;
const manyOnOne = 3;

interface Landscape {
  readonly applications: readonly Application[];
  readonly integrations: readonly Integration[];
  readonly facts: Facts;
  readonly factsOf: (application: Application) => Facts;
}

export function chooseTopology(chooser: Chooser, landscape: Landscape): Choice {
  const { applications, integrations, facts, factsOf } = landscape;
  const places = applications.map((application) =>
    agreedOption(factsOf(application), 'connectivity.hosting'),
  );
  const own = places.filter((place) => place === 'on-premises').length;
  const known = places.filter((place) => place !== undefined).length;
  const cloud = known - own;
  const middleware = agreedOption(facts, 'platform-direction.middleware');
  const onOne = Math.max(
    0,
    ...applications.map(
      ({ id }) =>
        integrations.filter(({ source, target }) => source.application === id || target.application === id)
          .length,
    ),
  );
  const missing: Fact[] = [
    ...applications.flatMap((application, at) =>
      places[at] === undefined ? factsOf(application).of('connectivity.hosting') : [],
    ),
    ...(middleware === undefined ? facts.of('platform-direction.middleware') : []),
  ];
  const counted = [
    `${cloud} of ${known} applications stand in clouds, ${own} on servers of one's own`,
    `${integrations.length} integrations, at most ${onOne} on one application`,
  ];
  const candidate = (id: string | undefined): Candidate | undefined => {
    const way = chooser.ways.find((each) => each.id === id);
    return way && { way, arguments: counted, because: [] };
  };
  const [best, next] =
    known === 0 || middleware === undefined
      ? []
      : shapesOf({ own, cloud, middleware, isMuch: integrations.length > manyInAll || onOne > manyOnOne });
  const chosen = candidate(best);
  const second = candidate(next);
  const taken: readonly (Way | undefined)[] = [chosen?.way, second?.way];
  return {
    chooser,
    ...(chosen && { chosen }),
    ...(second && { second }),
    rejected: chosen
      ? chooser.ways
          .filter((way) => !taken.includes(way))
          .map((way) => ({ way, reason: 'the counts are others', struck: false }))
      : [],
    missing,
  };
}

/** The shape, and the one it is nearest to. */
function shapesOf(counts: {
  readonly own: number;
  readonly cloud: number;
  readonly middleware: string;
  readonly isMuch: boolean;
}): readonly [string, string] {
  const { own, cloud, middleware, isMuch } = counts;
  const isMostlyOwn = own >= cloud;
  if (middleware === 'none') {
    if (isMuch) return ['tangle', own > 0 ? 'simple-hybrid' : 'simple-cloud'];
    return own > 0 ? ['simple-hybrid', 'tangle'] : ['simple-cloud', 'tangle'];
  }
  if (middleware === 'on-premises')
    return isMostlyOwn ? ['mostly-own-servers', 'hybrid'] : ['hybrid', 'mostly-own-servers'];
  if (middleware === 'cloud') return isMostlyOwn ? ['hybrid', 'mostly-cloud'] : ['mostly-cloud', 'hybrid'];
  return ['hybrid', isMostlyOwn ? 'mostly-own-servers' : 'mostly-cloud'];
}
