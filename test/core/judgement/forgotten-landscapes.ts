/**
 * Landscapes with circles, of up to 300 applications, in which it is known who owns what, who has been heard and what is
 * open. How far that reaches is worked out here once more, by going over all integrations until nothing is added.
 */
import type { Answer, Said } from '../../../src/core/interview/answer.ts';
import type { Finding } from '../../../src/core/judgement/finding.ts';
import type { Integration, Member, Project } from '../../../src/core/landscape/landscape.ts';
import {
  answer,
  application,
  type Chance,
  chance,
  chose,
  integration,
  member,
  named,
  project,
  wrote,
} from '../builders.ts';

export interface ForgottenLandscape {
  readonly project: Project;
  readonly integrations: readonly Integration[];
  readonly findings: readonly Finding[];
  /** `place: owner` for each who should be named, `place:` where there is nobody to name. */
  readonly expected: readonly string[];
  /** Ways of data that close a circle. */
  readonly circles: number;
}

interface Edge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly both: boolean;
}

const ways = ['source-to-target', 'target-to-source', 'both'] as const;
const apart: readonly Record<string, Said>[] = [
  {},
  { 'one-size-fits-all.waits': chose('user-waits') },
  { 'one-size-fits-all.delivery-means': chose('queue') },
];

export function forgottenLandscape(seed: number): ForgottenLandscape {
  const dice = chance(seed);
  const size = 5 + dice.below(296);
  const ids = Array.from({ length: size }, (_, at) => `a${at}`);
  const edges = Array.from({ length: Math.floor(size * 1.1) }, (_, at): Edge => {
    const [from, to] = [dice.oneOf(ids), dice.oneOf(ids)];
    return { id: `i${at}`, from, to, both: dice.below(8) === 0 };
  });
  const people = Array.from({ length: 40 }, (_, at) => `p${at}`);
  const heard = new Set(people.filter(() => dice.below(3) === 0));
  const owners = new Map(ids.map((id) => [id, ownersOf(dice, people)]));
  const applications = ids.map((id) =>
    application(id, owners.get(id)?.named.length ? ownerAnswers(owners.get(id)?.named ?? []) : []),
  );
  const seen = new Map<string, string>();
  const integrations = edges.map((edge, at) => {
    const said: Record<string, Said> = { ...dice.oneOf(apart) };
    const way = edge.both ? 'both' : dice.oneOf(ways.slice(0, 2));
    // Written from either side: the answer says which way the data goes.
    const [source, target] = way === 'target-to-source' ? [edge.to, edge.from] : [edge.from, edge.to];
    said['one-size-fits-all.direction'] = chose(way);
    if (dice.below(12) === 0) {
      seen.set(edge.id, `Dashboard ${at}`);
      said['owners-and-stakeholders.downstream'] = chose('listed-unchecked');
      said['owners-and-stakeholders.downstream-list'] = wrote(`none, Dashboard ${at}`);
    }
    return integration(
      Object.entries(said).map(([question, each]) => answer(question, each, 'scribe')),
      {
        id: edge.id,
        name: edge.id,
        source: { written: source, application: source },
        target: { written: target, application: target },
      },
    );
  });
  const members: readonly Member[] = people.map((id) =>
    member(
      id,
      ...[...owners].flatMap(([on, { held }]) =>
        held.filter((who) => who === id).map(() => ({ role: 'application-owner', on })),
      ),
    ),
  );
  const findings = Array.from({ length: 1 + dice.below(3) }, () => open(dice, ids, edges));
  const reached = naiveReach(edges, seen, findings);
  const expected = [...reached].flatMap((place): string[] => {
    const own = owners.get(place);
    const all = own ? [...new Set([...own.held, ...own.named])] : [];
    if (all.length === 0) return [`${place}:`];
    return all.filter((who) => !heard.has(who)).map((who) => `${place}: ${who}`);
  });
  return {
    project: project({
      people: members,
      applications,
      answers: [...heard].map((who) => answer('governance-model.who-decides', chose('nobody'), who)),
    }),
    integrations,
    findings,
    expected: expected.sort(),
    circles: edges.filter((edge) => naiveReach(edges, new Map(), [], [edge.to]).has(edge.from)).length,
  };
}

function ownersOf(dice: Chance, people: readonly string[]) {
  const some = () => Array.from({ length: dice.below(3) }, () => dice.oneOf(people));
  const held = dice.below(2) === 0 ? some() : [];
  return { held: [...new Set(held)], named: dice.below(3) === 0 ? [dice.oneOf(people)] : [] };
}

function ownerAnswers(names: readonly string[]): readonly Answer[] {
  return [
    answer('owners-and-stakeholders.accountable-owner', chose('one-person'), 'scribe'),
    answer(
      'owners-and-stakeholders.owner-name',
      named(...names.map((id) => `name  of ${id.toUpperCase()}`)),
      'scribe',
    ),
  ];
}

function open(dice: Chance, ids: readonly string[], edges: readonly Edge[]): Finding {
  const edge = dice.oneOf(edges);
  const subject =
    dice.below(2) === 0
      ? ({ scope: 'application', id: dice.oneOf(ids) } as const)
      : ({ scope: 'integration', id: edge.id } as const);
  return {
    id: `rule@${subject.id}`,
    topic: 'readiness',
    rule: 'rule',
    subject,
    about: subject.id,
    kind: dice.oneOf(['risk', 'issue']),
    title: `Something is open about ${subject.id}`,
    ...{ cause: '', event: '', effect: '', clears: '' },
    ...{ probability: 1 + dice.below(5), impact: 1 + dice.below(5), severity: 'high' },
    ...{ reasoning: [], because: [], waitingFor: [], steps: [], working: [] },
    cites: { title: '', revision: '', heading: '' },
  };
}

/** No queue, no order, no graph: whatever is reached sends on, until a whole round adds nothing. */
function naiveReach(
  edges: readonly Edge[],
  seen: ReadonlyMap<string, string>,
  findings: readonly Finding[],
  starts: readonly string[] = [],
): ReadonlySet<string> {
  const flows = edges.flatMap(({ id, from, to, both }) => [
    { id, from, to },
    ...(both ? [{ id, from: to, to: from }] : []),
  ]);
  const isOpen = (id: string) => findings.some(({ subject }) => 'id' in subject && subject.id === id);
  const reached = new Set(starts);
  const ends = new Set<string>();
  for (const { subject } of findings) if (subject.scope === 'application') reached.add(subject.id);
  for (const { id, from, to } of flows)
    if (isOpen(id)) {
      if (from !== to) reached.add(to);
      for (const end of [from, to]) ends.add(end);
    }
  for (let before = -1; before < reached.size; ) {
    before = reached.size;
    for (const { from, to } of flows) if (reached.has(from)) reached.add(to);
    for (const { id, from, to } of flows) {
      const user = seen.get(id);
      if (user && from !== to && reached.has(to)) reached.add(user);
    }
  }
  return new Set([...reached, ...ends]);
}
