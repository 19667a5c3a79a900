/** For each rule about several integrations together a project that raises it. */
import type { Said } from '../../../../src/core/interview/answer.ts';
import type { Application, Integration, Project } from '../../../../src/core/landscape/landscape.ts';
import {
  answer,
  application,
  between,
  chance,
  chose,
  counted,
  integration,
  log,
  member,
  named,
  project,
  ticked,
  unsure,
  wrote,
} from '../../builders.ts';
import { answersOf, type Plant, scheduleOf } from './schedules.ts';

export interface Whole {
  readonly project: Project;
  readonly integrations: readonly Integration[];
}

type Log = Readonly<Record<string, Said>>;

/** All between the same two. */
function mix(...said: readonly Log[]): Integration[] {
  return said.map((each, at) => between('a', 'b', each, `i-${at}`));
}

const apps = (...ids: string[]) => ids.map((id) => application(id));

function whole(
  applications: readonly Application[],
  integrations: readonly Integration[],
  more: Partial<Project> = {},
): Whole {
  return { project: project({ applications, ...more }), integrations };
}

const planted = (plant: Plant, seed: number): Whole => answersOf(scheduleOf(chance(seed), plant));

const stopping = { 'business-continuity.outage-plan': chose('work-stops') };
const failing = { 'one-size-fits-all.on-failure': chose('unnoticed') };
const undecided = { 'one-size-fits-all.system-of-record': chose('nobody-decided') };
const direct = {
  'platform-direction.built-with': chose('custom-code'),
  'one-size-fits-all.delivery-means': chose('web-call'),
  'one-size-fits-all.frequency': chose('each-change'),
  'one-size-fits-all.waits': chose('user-waits'),
};
const queued = { ...direct, 'one-size-fits-all.delivery-means': chose('queue') };
const owning = {
  'business-continuity.criticality': chose('important'),
  'owners-and-stakeholders.downstream': chose('none-known'),
  'one-size-fits-all.direction': chose('source-to-target'),
  'one-size-fits-all.kind-of-data': ticked('master-data'),
  'one-size-fits-all.system-of-record': chose('source'),
};
const ownedByDana = (id: string) =>
  application(
    id,
    log({
      'owners-and-stakeholders.accountable-owner': chose('one-person'),
      'owners-and-stakeholders.owner-name': named('Dana Fox'),
    }),
  );
const ownedByNobody = (id: string) =>
  application(id, log({ 'owners-and-stakeholders.accountable-owner': chose('nobody') }));

/** `core`: the questions of the core path, of which nobody knows an answer to the first. */
export function portfoliosOf(core: readonly string[]): Readonly<Record<string, Whole>> {
  const known = log({ 'one-size-fits-all.records-per-day': counted(10) });
  const blank = core.map((key) => answer(key, unsure));
  return {
    'blast-radius': whole(apps('hub', 'a', 'b', 'c', 'd', 'e'), [
      between('hub', 'a', stopping),
      between('hub', 'b', {}),
      between('c', 'hub', {}),
      between('a', 'd', {}),
      between('d', 'e', {}),
    ]),
    sprawl: whole(
      apps('a', 'b'),
      mix(
        ...['low-code', 'custom-code', 'custom-code', 'cloud-services', 'middleware'].map((way) => ({
          'platform-direction.built-with': chose(way),
        })),
      ),
    ),
    'people-load': whole(['a', 'b', 'c', 'd'].map(ownedByDana), []),
    'people-load by steps': whole(
      apps('a', 'b'),
      mix(...Array.from({ length: 10 }, (_, at) => (at < 8 ? failing : undecided))),
      {
        people: ['integration-architect', 'operations', 'source-owner', 'functional-lead'].map((role, at) =>
          member(`person-${at}`, role),
        ),
      },
    ),
    unowned: whole([ownedByNobody('a'), ownedByNobody('b'), ...apps('c')], []),
    'point-to-point': whole(apps('a', 'b'), mix(direct, direct, direct, queued)),
    'unknown-rate': whole(
      apps('a', 'b'),
      [0, 1, 2, 3].map((at) => integration([...blank, ...known], { id: `u-${at}`, name: `u-${at}` })),
    ),
    'circular-ownership': whole(apps('a', 'b', 'c'), [
      between('a', 'b', owning),
      between('b', 'c', owning),
      between('c', 'a', owning),
    ]),
    'looks-green': whole(
      apps('a', 'b'),
      [between('a', 'b', { 'one-size-fits-all.direction': chose('source-to-target') })],
      { stage: 'implement' },
    ),
    'not-agreed': whole(
      apps('a', 'b'),
      [
        integration([
          answer('owner-alignment.walk-through', chose('all-together'), 'ann'),
          answer('owner-alignment.walk-through', chose('not-yet'), 'bob'),
        ]),
      ],
      { stage: 'implement' },
    ),
    'owners-not-asked': whole([application('a'), ownedByDana('b')], [between('a', 'b', stopping)]),
    'on-no-list': whole(apps('a', 'b'), [
      between('a', 'b', {
        ...stopping,
        'owners-and-stakeholders.downstream': chose('listed-and-checked'),
        'owners-and-stakeholders.downstream-list': wrote('Sales board'),
      }),
    ]),
    'nobody-to-ask': whole(apps('a', 'b'), [between('a', 'b', {})], {
      people: ['project-manager', 'integration-architect', 'developer', 'security'].map((role, at) =>
        member(`person-${at}`, role),
      ),
    }),
    'shared-pool': planted('pool', 1),
    'shared-identity': planted('identity', 2),
    'shared-events': planted('events', 3),
    'window-clash': planted('window', 4),
    'storage-together': planted('storage', 5),
  };
}
