import { describe, expect, test } from 'vitest';
import { assessPortfolio } from '../../../../src/core/judgement/assess-project.ts';
import { calculations } from '../../../../src/core/judgement/calculations/index.ts';
import type { Finding } from '../../../../src/core/judgement/finding.ts';
import { content } from '../../../shipped-content.ts';
import { chance } from '../../builders.ts';
import { answersOf, applications, type Plant, type Schedule, scheduleOf } from './schedules.ts';
import {
  databaseIsFull,
  environmentSlowsDown,
  identityIsRefused,
  lateOn,
  poolRunsDry,
} from './simulation.ts';

const plants = ['pool', 'identity', 'events', 'window', 'storage'] as const;

/** What is raised about several integrations together: which rule, about what. Each schedule is judged once. */
function clashesIn(schedule: Schedule): Finding[] {
  const known = judged.get(schedule) ?? judgeTogether(schedule);
  judged.set(schedule, known);
  return known;
}

const judged = new WeakMap<Schedule, Finding[]>();

function judgeTogether(schedule: Schedule): Finding[] {
  const { project, integrations } = answersOf(schedule);
  const contended = ['shared-pool', 'shared-identity', 'shared-events', 'window-clash', 'storage-together'];
  return assessPortfolio(content, calculations, project, integrations).filter(
    ({ rule, kind }) => kind === 'risk' && contended.includes(rule.replace('portfolio.', '')),
  );
}

/** Where something may clash, and whether it does when the schedule is played through. */
const happens: Readonly<Record<string, (schedule: Schedule) => boolean>> = {
  'portfolio.shared-pool@project': poolRunsDry,
  'portfolio.shared-identity@project': identityIsRefused,
  'portfolio.shared-events@project': environmentSlowsDown,
  'portfolio.storage-together@project': databaseIsFull,
  ...Object.fromEntries(
    applications.map((application) => [
      `portfolio.window-clash@application:${application}`,
      (schedule: Schedule) => lateOn(schedule, application),
    ]),
  ),
};

function simulated(schedule: Schedule): string[] {
  return Object.keys(happens).filter((where) => happens[where]?.(schedule));
}

/** The schedule without one of its jobs. */
function without(schedule: Schedule, id: string): Schedule {
  return { ...schedule, jobs: schedule.jobs.filter((job) => job.id !== id) };
}

const seeds = (plant: Plant) =>
  Array.from({ length: 100 }, (_, seed) =>
    scheduleOf(chance(seed + 1_000 * plants.indexOf(plant ?? 'pool')), plant),
  );

const whereOf: Record<Exclude<Plant, undefined>, string> = {
  pool: 'portfolio.shared-pool@project',
  identity: 'portfolio.shared-identity@project',
  events: 'portfolio.shared-events@project',
  window: 'portfolio.window-clash@application:erp',
  storage: 'portfolio.storage-together@project',
};

describe.each(plants)('a clash planted in the %s', (plant) => {
  const schedules = seeds(plant);

  test('is found every time, and nothing that the simulation does not show', () => {
    for (const [seed, schedule] of schedules.entries()) {
      const shown = simulated(schedule);
      expect(shown, `seed ${seed}: the plant`).toContain(whereOf[plant]);
      expect(
        clashesIn(schedule)
          .map(({ id }) => id)
          .sort(),
        `seed ${seed}`,
      ).toEqual(shown.sort());
    }
  });

  test('names the integrations, and as the one to move that whose move clears it, where one does', () => {
    for (const [seed, schedule] of schedules.entries()) {
      const found = clashesIn(schedule).find(({ id }) => id === whereOf[plant]);
      if (!found) throw new Error(`seed ${seed}: not found`);
      const named = [
        ...new Set(found.because.flatMap(({ about }) => (about.startsWith('job-') ? [about] : []))),
      ];
      expect(named.length, `seed ${seed}`).toBeGreaterThan(1);
      const first = /job-\d+/.exec(found.steps[0]?.action ?? '')?.[0] ?? '';
      expect(named, `seed ${seed}`).toContain(first);
      const isClearedBy = (id: string) => !happens[whereOf[plant]]?.(without(schedule, id));
      const clearing = schedule.jobs.filter(({ id }) => isClearedBy(id));
      if (clearing.length > 0)
        expect(
          clearing.map(({ id }) => id),
          `seed ${seed}`,
        ).toContain(first);
    }
  });
});

test('of 100 schedules without a plant, those that clash in the simulation are reported, and no others', () => {
  let quiet = 0;
  for (const [seed, schedule] of seeds(undefined).entries()) {
    const shown = simulated(schedule);
    expect(
      clashesIn(schedule)
        .map(({ id }) => id)
        .sort(),
      `seed ${seed}`,
    ).toEqual(shown.sort());
    if (shown.length === 0) quiet += 1;
  }
  expect(quiet).toBeGreaterThan(20);
});

test('every clash rests on answers, shows its arithmetic and cites the guidance', () => {
  for (const plant of plants) {
    for (const found of clashesIn(scheduleOf(chance(7), plant))) {
      expect(found.because.length).toBeGreaterThan(1);
      expect(found.working.join('\n')).toMatch(/Together|without|Without/);
      expect(found.cites.heading).not.toBe('');
      expect(JSON.stringify(found)).not.toMatch(/\{(integrations|first|project|application)\}/);
    }
  }
});
