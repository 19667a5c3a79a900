import { expect, it } from 'vitest';
import { listPosted, post } from '../../../src/app/reminder/outbox.ts';
import { openTestStage } from '../interviewing.ts';
import { letterTo, meetThem, openDoor, openPostman, person, standing } from './posting.ts';

it('an outbox that is written to every day does not grow for ever, and nothing is said twice', async () => {
  const stage = await openTestStage();
  await meetThem(stage, 'Dana');
  const door = openDoor(() => stage.house.now());
  const postman = openPostman(stage.house, door.messenger);
  const sizes: number[] = [];
  for (let day = 0; day < 80; day += 1) {
    await post(stage.house, [letterTo(person('Dana'), `day ${day}`)]);
    await postman.deliver();
    stage.wait(24);
    sizes.push((await listPosted(stage.house.store, 'palm')).length);
  }
  expect(Math.max(...sizes)).toBe(61);
  expect(door.got.map(({ title }) => title)).toEqual(Array.from({ length: 80 }, (_, day) => `day ${day}`));
});

it('a letter that is written anew after its namesake has gone is sent, also by another process', async () => {
  const stage = await openTestStage();
  await meetThem(stage, 'Dana');
  const door = openDoor(() => stage.house.now());
  const [one, other] = [
    openPostman(stage.house, door.messenger),
    openPostman(stage.house, door.messenger),
  ] as const;
  await post(stage.house, [letterTo(person('Dana'), 'again')]);
  await one.deliver();
  await other.deliver();
  stage.wait(61 * 24);
  await one.deliver();
  expect(await standing(stage)).toEqual({});
  await other.deliver();
  await post(stage.house, [letterTo(person('Dana'), 'again')]);
  await other.deliver();
  expect(door.got).toHaveLength(2);
});
