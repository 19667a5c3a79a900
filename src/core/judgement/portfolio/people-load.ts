/** Whether one person carries too much: the owner of many applications, or of a large part of the open steps. */
import type { RoleId } from '../../interview/topic.ts';
import { takesPart } from '../../landscape/roles.ts';
import { givenValue } from '../fact.ts';
import type { Evidence, Finding } from '../finding.ts';
import { told } from '../told.ts';
import { ofProject, type Portfolio, type PortfolioRule, type Sighting } from './portfolio-rule.ts';

export const peopleLoad: PortfolioRule<never> = {
  id: 'people-load',
  scope: 'project',
  needs: ['applications-per-owner', 'share-of-steps', 'few-steps'],
  take: () => undefined,
  look(_, portfolio) {
    const loads = [...ownersOfMany(portfolio), ...holdersOfMany(portfolio)];
    const because = [...new Set(loads.flatMap((load) => load.because))];
    if (because.length === 0) return [];
    const sighting: Sighting = {
      kind: 'risk',
      subject: ofProject,
      because,
      names: [...new Set(loads.map(({ who }) => who))],
      working: loads.map(({ words }) => words),
    };
    return [sighting];
  },
};

const team = 4;

interface Load {
  readonly who: string;
  readonly words: string;
  readonly because: readonly Evidence[];
}

function ownersOfMany({ project, factsOf, limit, evidence }: Portfolio): Load[] {
  const owned = new Map<string, { who: string; applications: string[]; because: Evidence[] }>();
  for (const application of project.applications) {
    for (const reason of told(factsOf(application), 'owners-and-stakeholders.owner-name')) {
      const value = givenValue(reason);
      for (const who of value.type === 'people' ? value.names : []) {
        const plain = who.trim().toLowerCase();
        const load = owned.get(plain) ?? { who: who.trim(), applications: [], because: [] };
        if (!load.applications.includes(application.name)) load.applications.push(application.name);
        load.because.push(evidence(reason));
        owned.set(plain, load);
      }
    }
  }
  return [...owned.values()]
    .filter(({ applications }) => applications.length > limit('applications-per-owner').value)
    .map(({ who, applications, because }) => ({
      who,
      words: `${who} answers for ${applications.length} applications: ${applications.join(', ')}`,
      because,
    }));
}

/** A step falls to whoever holds its role; where several do, they share it. */
function holdersOfMany({ project, raised, limit }: Portfolio): Load[] {
  // With a few people in the project each has a large part of everything.
  if (project.people.filter(({ roles }) => roles.length > 0).length < team) return [];
  const stepsOf = new Map<RoleId, { steps: number; readonly findings: Finding[] }>();
  let open = 0;
  for (const finding of raised) {
    for (const { owner } of finding.steps) {
      const load = stepsOf.get(owner) ?? { steps: 0, findings: [] };
      load.steps += 1;
      if (load.findings.length < 5) load.findings.push(finding);
      stepsOf.set(owner, load);
      open += 1;
    }
  }
  if (open < limit('few-steps').value) return [];
  const loads = new Map<string, { who: string; steps: number; readonly findings: Finding[] }>();
  for (const [role, { steps, findings }] of stepsOf) {
    const people = project.people.filter(
      (member) => takesPart(member) && member.roles.some((held) => held.role === role),
    );
    for (const { id, name } of people) {
      const load = loads.get(id) ?? { who: name, steps: 0, findings: [] };
      load.steps += steps / people.length;
      load.findings.push(...findings);
      loads.set(id, load);
    }
  }
  if (loads.size < team) return [];
  return [...loads.values()]
    .filter(({ steps }) => (steps / open) * 100 > limit('share-of-steps').value)
    .map(({ who, steps, findings: theirs }) => ({
      who,
      words: `${who} has ${Math.round(steps)} of ${open} open steps`,
      because: theirs.slice(0, 5).flatMap(({ because }) => because.slice(0, 1)),
    }));
}
