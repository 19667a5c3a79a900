import { describe, expect, test } from 'vitest';
import type { Subject } from '../../../src/core/interview/answer.ts';
import type { HeldRole, Member, Project, RoleOrigin } from '../../../src/core/landscape/landscape.ts';
import { holdersOf, holdsRole, roleKey, type Where } from '../../../src/core/landscape/roles.ts';
import { integration, member, project, roles } from '../builders.ts';

const orders: Where = { subject: { scope: 'integration', id: 'orders' }, integration: integration() };
const wholeProject: Where = { subject: { scope: 'project' } };
const about = (application: string, more: Partial<Where> = {}): Where => ({
  subject: { scope: 'application', id: application } satisfies Subject,
  ...more,
});
const origin = (how: 'claimed' | 'given' | 'confirmed'): RoleOrigin => ({
  how,
  by: { id: 'pat', name: 'Pat' },
  at: '2026-11-02T09:00:00.000Z',
});
const names = (role: string, where: Where, more: Partial<Project>) =>
  holdersOf(roles, role, where, project(more)).map(({ who }) => who.name);

describe('a role', () => {
  const can = (held: HeldRole, role: string, where: Where) =>
    holdsRole(member('x', held), role, where, roles);

  test('held in one integration counts there, and for its applications seen from there', () => {
    const held: HeldRole = { role: 'developer', in: 'orders' };
    expect(can(held, 'developer', orders)).toBe(true);
    expect(can(held, 'developer', about('erp', { integration: integration() }))).toBe(true);
    const stock = integration([], { id: 'stock' });
    expect(
      can(held, 'developer', { subject: { scope: 'integration', id: 'stock' }, integration: stock }),
    ).toBe(false);
    expect(can(held, 'developer', about('erp', { integration: stock }))).toBe(false);
    expect(can(held, 'developer', about('erp'))).toBe(false);
    expect(can(held, 'developer', wholeProject)).toBe(false);
  });

  test('on one application counts for it and for the integrations it is an end of', () => {
    const held: HeldRole = { role: 'vendor', on: 'erp' };
    expect(can(held, 'vendor', about('erp'))).toBe(true);
    expect(can(held, 'vendor', about('shop'))).toBe(false);
    expect(can(held, 'vendor', orders)).toBe(true);
    expect(can(held, 'vendor', wholeProject)).toBe(false);
    expect(can({ role: 'vendor', on: 'warehouse' }, 'vendor', orders)).toBe(false);
  });

  test('of the whole project counts everywhere', () => {
    const held: HeldRole = { role: 'developer' };
    for (const where of [orders, about('erp'), about('erp', { integration: integration() }), wholeProject])
      expect(can(held, 'developer', where)).toBe(true);
  });

  test('of an owner is that of the end their application is', () => {
    const held: HeldRole = { role: 'application-owner', on: 'erp' };
    expect(can(held, 'target-owner', orders)).toBe(true);
    expect(can(held, 'source-owner', orders)).toBe(false);
    expect(can(held, 'application-owner', about('erp'))).toBe(true);
    expect(can(held, 'source-owner', about('erp'))).toBe(true);
    expect(can(held, 'source-owner', about('erp', { integration: integration() }))).toBe(false);
  });

  test('is the same whoever said so, and another on another thing', () => {
    expect(roleKey({ role: 'developer', in: 'orders', from: origin('given') })).toBe('developer#orders');
    expect(roleKey({ role: 'target-owner', on: 'erp' })).toBe('target-owner@erp');
    expect(roleKey({ role: 'developer' })).toBe('developer');
  });
});

describe('who holds a role', () => {
  const owner: HeldRole = { role: 'application-owner', on: 'erp' };
  const dana = member('dana', owner);

  test('are members, then people outside', () => {
    const outsiders = [{ name: 'Jo Miller of Acme', roles: [owner] }];
    const found = holdersOf(roles, 'application-owner', about('erp'), project({ people: [dana], outsiders }));
    expect(found.map(({ who }) => who)).toEqual([
      { id: 'dana', name: 'Name of dana' },
      { name: 'Jo Miller of Acme' },
    ]);
  });

  test('is nobody who has left', () => {
    const gone: Member = { ...dana, left: true };
    expect(names('application-owner', about('erp'), { people: [gone] })).toEqual([]);
  });

  test('may be somebody who was only given it, and says so', () => {
    const given: HeldRole = { ...owner, from: origin('given') };
    const of = (...held: HeldRole[]) =>
      holdersOf(roles, 'application-owner', about('erp'), project({ people: [member('dana', ...held)] }));
    expect(of(given)[0]?.onlyGiven).toBe(true);
    expect(of({ ...owner, from: origin('confirmed') })[0]?.onlyGiven).toBe(false);
    expect(of({ ...owner, from: origin('claimed') })[0]?.onlyGiven).toBe(false);
    expect(of(owner)[0]?.onlyGiven).toBe(false);
    // Given for this application, and theirs by their own word for every one.
    expect(of(given, { role: 'application-owner' })[0]?.onlyGiven).toBe(false);
  });
});
