import { describe, expect, test } from 'vitest';
import { afterComings, comings, type Listed } from '../../../src/core/landscape/roster.ts';
import { member, project } from '../builders.ts';

const listed = (...ids: string[]): Listed[] => ids.map((id) => ({ id, name: `Name of ${id}` }));
const people = [member('dana'), member('eve')];
const hows = (...args: Parameters<typeof comings>) =>
  comings(...args).map(({ who, how }) => `${who.id} ${how}`);

describe('a roster that was read to its end', () => {
  test('says who left, and who is back', () => {
    expect(hows({ people }, listed('dana'), undefined)).toEqual(['eve left']);
    const gone = afterComings(project({ people }), comings({ people }, listed('dana'), undefined));
    expect(gone.people.map(({ left }) => left)).toEqual([undefined, true]);
    expect(hows(gone, listed('dana', 'eve'), listed('dana'))).toEqual(['eve back']);
    expect(afterComings(gone, comings(gone, listed('dana', 'eve'), listed('dana'))).people).toEqual(people);
  });

  test('says nothing where it is empty', () => {
    expect(hows({ people }, [], listed('dana', 'eve'))).toEqual([]);
  });

  test('does not say that somebody left whom it never named', () => {
    expect(hows({ people }, listed('dana'), listed('dana'))).toEqual([]);
  });

  test('knows people by either of their ids', () => {
    expect(hows({ people }, [{ id: 'x', name: 'Dana', also: 'dana' }, ...listed('eve')], undefined)).toEqual(
      [],
    );
  });

  test('says who is a guest, and who is one no more', () => {
    const [dana, eve] = listed('dana', 'eve') as [Listed, Listed];
    const guests = comings({ people }, [dana, { ...eve, guest: true }], undefined);
    expect(guests).toMatchObject([{ how: 'guest' }]);
    const after = afterComings(project({ people }), guests);
    expect(after.people[1]?.guest).toBe(true);
    expect(hows(after, [dana, eve], [dana, eve])).toEqual(['eve no-guest']);
  });

  test('that says nothing new leaves the project as it is', () => {
    const known = project({ people });
    expect(afterComings(known, comings(known, listed('dana', 'eve'), undefined))).toBe(known);
  });
});
