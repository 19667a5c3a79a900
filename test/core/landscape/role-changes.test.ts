import { describe, expect, test } from 'vitest';
import type { RoleOrigin } from '../../../src/core/landscape/landscape.ts';
import { withoutRole, withRole } from '../../../src/core/landscape/role-changes.ts';
import { readRoleKey, roleKey } from '../../../src/core/landscape/roles.ts';
import { member, project } from '../builders.ts';

const dana = { id: 'dana', name: 'Dana' };
const pat = { id: 'pat', name: 'Pat' };
const at = '2026-11-02T09:00:00.000Z';
const from = (how: RoleOrigin['how'], by = pat): RoleOrigin => ({ how, by, at });
const owner = { role: 'application-owner', on: 'erp' };
const empty = project({ people: [member('dana'), member('pat')] });

describe('a role', () => {
  test('is held by who was given it, until they say yes by their own word', () => {
    const given = withRole(empty, dana, { ...owner, from: from('given') });
    expect(given.people[0]?.roles).toEqual([{ ...owner, from: from('given') }]);
    const confirmed = withRole(given, dana, { ...owner, from: from('claimed', dana) });
    expect(confirmed.people[0]?.roles).toEqual([{ ...owner, from: from('confirmed') }]);
  });

  test('that is theirs by their own word is not made less by somebody who says so, too', () => {
    const claimed = withRole(empty, dana, { ...owner, from: from('claimed', dana) });
    expect(withRole(claimed, dana, { ...owner, from: from('given') })).toBe(claimed);
    expect(withRole(claimed, dana, { ...owner, from: from('claimed', dana) })).toBe(claimed);
  });

  test('makes a member of who was only on the roster', () => {
    const eve = { id: 'eve', name: 'Eve' };
    expect(withRole(empty, eve, { ...owner, from: from('given') }).people.at(-1)).toMatchObject(eve);
  });

  test('taken back leaves the others, and taken back again changes nothing', () => {
    const two = withRole(withRole(empty, dana, { ...owner, from: from('given') }), dana, {
      role: 'developer',
      from: from('given'),
    });
    const one = withoutRole(two, dana, roleKey(owner));
    expect(one.people[0]?.roles.map(roleKey)).toEqual(['developer']);
    expect(withoutRole(one, dana, roleKey(owner))).toBe(one);
  });

  test('of somebody outside goes with its holder, whose name may be written otherwise', () => {
    const jo = withRole(empty, { name: 'Jo Miller' }, { ...owner, from: from('given') });
    const same = withRole(jo, { name: 'jo  miller' }, { role: 'vendor', on: 'erp', from: from('given') });
    expect(same.outsiders).toMatchObject([{ name: 'Jo Miller', roles: [owner, { role: 'vendor' }] }]);
    const none = withoutRole(
      withoutRole(same, { name: 'Jo Miller' }, 'vendor@erp'),
      { name: 'Jo Miller' },
      roleKey(owner),
    );
    expect('outsiders' in none).toBe(false);
  });

  test('can be read from its key', () => {
    for (const held of [{ role: 'a' }, { role: 'a', on: 'b' }, { role: 'a', in: 'c' }])
      expect(readRoleKey(roleKey(held))).toEqual(held);
  });
});
