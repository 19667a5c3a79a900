import { expect, test } from 'vitest';
import { assessProject } from '../../../src/core/judgement/assess-project.ts';
import { calculations } from '../../../src/core/judgement/calculations/index.ts';
import type { Application, Integration } from '../../../src/core/landscape/landscape.ts';
import { causeFinder } from '../../../src/core/register/cause.ts';
import { contentDigests } from '../../../src/core/register/content-digests.ts';
import { driftSince } from '../../../src/core/register/drift.ts';
import { milestoneOf } from '../../../src/core/register/milestone.ts';
import { content } from '../../shipped-content.ts';
import { answer, application, chose, integration, project } from '../builders.ts';

const [before, milestoneAt, after] = [1, 2, 3].map((day) => `2026-03-0${day}T08:00:00.000Z`) as [
  string,
  string,
  string,
];

interface World {
  readonly applications: readonly Application[];
  readonly integrations?: readonly Integration[];
}

/** The causes of what has become of one finding about several things together. */
function causesOf(rule: string, past: World, now: World) {
  const state = ({ applications, integrations = [] }: World) => ({
    project: project({ applications }),
    integrations,
  });
  const judge = (world: World) => {
    const { project: whole, integrations } = state(world);
    return assessProject(content, calculations, whole, integrations);
  };
  const was = state(past);
  const milestone = milestoneOf(content, was.project, was.integrations, judge(past), {
    id: 'gate',
    name: 'Gate',
    at: milestoneAt,
    by: { name: 'Dana' },
  });
  const is = state(now);
  const drift = driftSince(milestone, is.project, is.integrations, judge(now), contentDigests(content));
  const change = drift.changes.find(({ id }) => id.startsWith(`portfolio.${rule}@`));
  if (!change) throw new Error(`portfolio.${rule} has not changed`);
  return { shift: change.shift, causes: causeFinder({ content, calculations, milestone, now: is })(change) };
}

const owner = 'owners-and-stakeholders.accountable-owner';
const unowned = (at: string) => answer(owner, chose('nobody'), 'dana', at);
const owned = (at: string) => answer(owner, chose('one-person'), 'dana', at);
const said = (id: string) => ({
  kind: 'answer',
  subject: { scope: 'application', id },
  question: owner,
  speaker: 'person:dana',
});

test('the second application without an owner is why several have none, not the first', () => {
  const past = { applications: [application('a', [unowned(before)]), application('b', [owned(before)])] };
  const now = {
    applications: [application('a', [unowned(before)]), application('b', [owned(before), unowned(after)])],
  };
  expect(causesOf('unowned', past, now)).toEqual({ shift: 'new', causes: [said('b')] });
  const both = { applications: [application('a', [unowned(before)]), application('b', [unowned(before)])] };
  const one = {
    applications: [application('a', [unowned(before), owned(after)]), application('b', [unowned(before)])],
  };
  expect(causesOf('unowned', both, one)).toEqual({ shift: 'closed', causes: [said('a')] });
});

test('where it took both, both are the cause', () => {
  const past = { applications: [application('a', [owned(before)]), application('b', [owned(before)])] };
  const now = {
    applications: ['a', 'b'].map((id) => application(id, [owned(before), unowned(after)])),
  };
  expect(causesOf('unowned', past, now)).toEqual({ shift: 'new', causes: [said('a'), said('b')] });
});

test('an application that came without an owner is named as what came', () => {
  const past = { applications: [application('a', [unowned(before)])] };
  const now = { applications: [...past.applications, application('b', [unowned(after)])] };
  expect(causesOf('unowned', past, now)).toEqual({
    shift: 'new',
    causes: [{ kind: 'application', id: 'b' }],
  });
});

test('a hot spot that is gone with an integration is closed because of that', () => {
  const stopping = [answer('business-continuity.outage-plan', chose('work-stops'), 'dana', before)];
  const link = (id: string) =>
    integration(stopping, {
      id,
      name: id,
      source: { written: 'hub', application: 'hub' },
      target: { written: id, application: id },
    });
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const applications = ['hub', ...ids].map((id) => application(id));
  const past = { applications, integrations: ids.map(link) };
  const now = { applications, integrations: ids.slice(0, 1).map(link) };
  const { shift, causes } = causesOf('blast-radius', past, now);
  expect(shift).toBe('closed');
  expect(causes).toEqual(ids.slice(1).map((name) => ({ kind: 'gone', name })));
});
