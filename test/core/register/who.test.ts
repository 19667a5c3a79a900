import { describe, expect, test } from 'vitest';
import { readWho } from '../../../src/core/register/who.ts';

const dana = { id: 'dana', name: 'Dana Fox' };
const lee = { id: 'lee', name: 'Lee Park' };
const people = [dana, lee];

describe('a name that only looks like somebody’s', () => {
  test.each([
    ['letters of another script', 'Dаnа Fох'],
    ['Greek letters', 'Dαna Fοx'],
    ['something that cannot be seen', 'Dana\u200b Fox'],
    ['a direction mark', '\u202eDana Fox'],
    ['a joiner', 'Da\u2060na Fox'],
    ['dots behind it', 'Dana Fox..'],
    ['marks', 'Dána Fox'],
    ['a nought', 'Dana F0x'],
    ['two letters for one', 'Dana F ox'],
  ])('means nobody until it is asked: %s', (_, typed) => {
    expect(readWho(typed, people)).toMatchObject({ ok: false, which: [dana] });
  });

  test('is asked after by a part of it, too', () => {
    expect(readWho('Dаna', people)).toMatchObject({ ok: false, which: [dana] });
  });

  test('and other capitals or spaces are the same name', () => {
    expect(readWho(' dana  FOX ', people)).toEqual({ ok: true, who: dana });
  });
});

test('somebody who calls themselves like another makes nobody be picked', () => {
  const twin = { id: 'eve', name: 'Dаnа Fox' };
  expect(readWho('Dana Fox', [...people, twin])).toMatchObject({ ok: false, which: [dana, twin] });
  expect(readWho('Dana', [...people, { id: 'eve', name: 'Dana\u200b Smith' }])).toMatchObject({ ok: false });
});

test('who has left is nobody who could be meant', () => {
  expect(readWho('Dana Fox', [{ ...dana, left: true }, lee])).toEqual({
    ok: true,
    who: { name: 'Dana Fox' },
  });
});

test('somebody outside is known by the name they were given', () => {
  const jo = { name: 'Jo Miller of Acme' };
  expect(readWho('jo miller of acme', [...people, jo])).toEqual({ ok: true, who: jo });
});
