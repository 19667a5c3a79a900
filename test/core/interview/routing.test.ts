import { describe, expect, test } from 'vitest';
import { loadsOf } from '../../../scripts/routing-shares.ts';
import { subjectKey } from '../../../src/core/interview/answer.ts';
import { canKnow } from '../../../src/core/interview/interviewee.ts';
import { type Open, openQuestionsOf } from '../../../src/core/interview/open-questions.ts';
import { type Ask, type Routing, route, thisWeek } from '../../../src/core/interview/routing.ts';
import type { Content } from '../../../src/core/interview/topic.ts';
import { calculations } from '../../../src/core/judgement/calculations/index.ts';
import { content } from '../../house/cases.ts';
import {
  answer,
  application,
  chance,
  chose,
  integration,
  content as madeOf,
  member,
  project,
  question,
  throughJson,
  unsure,
} from '../builders.ts';
import { anyProject, programme, type Staffed } from './routed-projects.ts';

const openIn = (pack: Content, { project, integrations }: Staffed) =>
  openQuestionsOf(pack, calculations, project, integrations);
const nameOf = ({ question, subject }: Pick<Open, 'question' | 'subject'>) =>
  `${question.key}@${subjectKey(subject)}`;
const shown = ({ parts, nobody }: Routing) => ({
  ...Object.fromEntries(parts.map(({ member, asks }) => [member.id, asks.map(nameOf)])),
  ...(nobody.length > 0 ? { nobody: nobody.map(nameOf) } : {}),
});

describe('a question goes to whoever is placed best', () => {
  const asked = (
    people: Parameters<typeof project>[0],
    key = 'a.volume',
    more: Parameters<typeof question>[1] = {},
    answers: Parameters<typeof integration>[0] = [],
  ) => {
    const pack = madeOf([question(key, { roles: ['source-owner', 'architect'], ...more })]);
    const applications = [application('shop'), application('erp')];
    const whole = { project: project({ applications, ...people }), integrations: [integration(answers)] };
    return shown(route(openIn(pack, whole)));
  };
  const architect = member('ann', 'architect');
  const ofShop = member('ben', { role: 'application-owner', on: 'shop' });
  const ofErp = member('eve', { role: 'application-owner', on: 'erp' });

  test('the owner of the thing before a role on the project', () => {
    expect(asked({ people: [architect, ofErp, ofShop] })).toEqual({ ben: ['a.volume@integration:orders'] });
  });

  test('a role on the project where the thing has no owner among the people', () => {
    expect(asked({ people: [architect, ofErp] })).toEqual({ ann: ['a.volume@integration:orders'] });
  });

  test('among equals whoever has answered its neighbours', () => {
    const people = [architect, member('bob', 'architect')];
    const said = [answer('a.name', chose('yes'), 'bob')];
    const pack = madeOf([question('a.name'), question('a.volume')]);
    const whole = {
      project: project({ people, applications: [application('shop'), application('erp')] }),
      integrations: [integration(said)],
    };
    expect(shown(route(openIn(pack, whole)))).toEqual({ bob: ['a.volume@integration:orders'] });
  });

  test('the next who could know, after somebody did not', () => {
    const people = [architect, ofShop];
    expect(asked({ people }, 'a.volume', {}, [answer('a.volume', unsure, 'ben')])).toEqual({
      ann: ['a.volume@integration:orders'],
    });
  });

  test('nobody, where none of its roles is held, or all who hold one have said that they do not know', () => {
    expect(asked({ people: [ofErp, member('new')] })).toEqual({ nobody: ['a.volume@integration:orders'] });
    expect(asked({ people: [ofShop] }, 'a.volume', {}, [answer('a.volume', unsure, 'ben')])).toEqual({
      nobody: ['a.volume@integration:orders'],
    });
  });

  test('nobody, where only somebody outside Teams would know, who is named', () => {
    const pack = madeOf([question('a.volume')]);
    const outsiders = [{ name: 'Kim Berg', roles: [{ role: 'architect' }] }];
    const { nobody } = route(
      openIn(pack, { project: project({ outsiders }), integrations: [integration()] }),
    );
    expect(nobody.map(({ outside }) => outside)).toEqual([['Kim Berg']]);
  });

  test('nobody, where only a guest would know, who is named', () => {
    const guest = { ...architect, guest: true } as const;
    const pack = madeOf([question('a.volume')]);
    const { parts, nobody } = route(
      openIn(pack, { project: project({ people: [guest] }), integrations: [integration()] }),
    );
    expect([parts, nobody.map(({ outside }) => outside)]).toEqual([[], [[guest.name]]]);
  });

  test('nobody further down whom the data does not reach', () => {
    const owner = (on: string) => member(`owner-of-${on}`, { role: 'application-owner', on });
    const people = [owner('bank'), owner('tax')];
    const toTax = integration([answer('a.volume', chose('yes'))], {
      id: 'tax',
      source: { written: 'ERP', application: 'erp' },
      target: { written: 'Tax', application: 'tax' },
    });
    const pack = madeOf([question('a.volume', { roles: ['downstream-owner'] })]);
    const whole = { project: project({ people }), integrations: [integration(), toTax] };
    expect(shown(route(openIn(pack, whole)))).toEqual({ 'owner-of-tax': ['a.volume@integration:orders'] });
  });

  test('nobody any more, once it is answered', () => {
    expect(asked({ people: [architect] }, 'a.volume', {}, [answer('a.volume', chose('yes'))])).toEqual({});
  });

  describe('and where answers are compared, to the pair that it names', () => {
    const compare = {
      roles: ['source-owner', 'target-owner', 'architect'],
      compare: ['source-owner', 'target-owner'],
    };

    test('one question each', () => {
      expect(asked({ people: [architect, ofErp, ofShop] }, 'a.volume', compare)).toEqual({
        ben: ['a.volume@integration:orders'],
        eve: ['a.volume@integration:orders'],
      });
    });

    test('only to the one who has not answered yet', () => {
      const said = [answer('a.volume', chose('yes'), 'ben')];
      expect(asked({ people: [architect, ofErp, ofShop] }, 'a.volume', compare, said)).toEqual({
        eve: ['a.volume@integration:orders'],
      });
    });

    test('once to somebody who is both, where there is nobody else', () => {
      const both = member(
        'kim',
        { role: 'application-owner', on: 'shop' },
        { role: 'application-owner', on: 'erp' },
      );
      expect(asked({ people: [both] }, 'a.volume', compare)).toEqual({
        kim: ['a.volume@integration:orders'],
      });
      expect(asked({ people: [both, ofErp] }, 'a.volume', compare)).toEqual({
        eve: ['a.volume@integration:orders'],
        kim: ['a.volume@integration:orders'],
      });
    });

    test('to another who can know, where nobody holds either role', () => {
      expect(asked({ people: [architect] }, 'a.volume', compare)).toEqual({
        ann: ['a.volume@integration:orders'],
      });
    });
  });
});

describe('an owner whom risks reach and nobody has asked', () => {
  const pack = madeOf([
    question('a.way', { core: true }),
    question('b.time', { core: true }),
    question('c.volume', { roles: ['source-owner'] }),
  ]);
  const ben = member('ben', { role: 'application-owner', on: 'shop' }, { role: 'architect', in: 'stock' });
  const people = [member('ann', 'architect'), ben];
  const stock = integration([answer('b.time', chose('yes'))], { id: 'stock' });
  const applications = [application('shop'), application('erp')];
  const open = openIn(pack, {
    project: project({ people, applications }),
    integrations: [integration(), stock],
  });
  const forgotten = new Set(['ben']);

  test('comes before whoever has more to answer', () => {
    const more = { ...ben, roles: ben.roles.slice(0, 1) };
    const few = openIn(pack, {
      project: project({ people: [...people.slice(0, 1), more], applications }),
      integrations: [integration()],
    });
    const order = (who?: ReadonlySet<string>) => route(few, 20, who).parts.map(({ member }) => member.id);
    expect(order()).toEqual(['ann', 'ben']);
    expect(order(forgotten)).toEqual(['ben', 'ann']);
    expect(route(few, 20, forgotten).parts.map(({ isForgotten }) => isForgotten)).toEqual([true, false]);
  });

  test('is asked what they own before what they could say of the rest', () => {
    const both = member('ben', { role: 'application-owner', on: 'shop' }, 'architect');
    const rest = openIn(pack, {
      project: project({ people: [both], applications }),
      integrations: [integration()],
    });
    const asked = (who?: ReadonlySet<string>) =>
      route(rest, 20, who).parts.flatMap(({ asks }) => asks.map((ask) => nameOf(ask).charAt(0)));
    expect(asked()).toEqual(['a', 'b', 'c']);
    expect(asked(forgotten)).toEqual(['c', 'a', 'b']);
  });

  test('changes who is asked, and not what', () => {
    const names = (who?: ReadonlySet<string>) =>
      route(open, 20, who)
        .parts.flatMap(({ asks }) => asks.map(nameOf))
        .sort();
    expect(names(forgotten)).toEqual(names());
  });
});

test('in a programme of 30 integrations and 25 people nobody carries what all could answer', () => {
  const loads = loadsOf(content, calculations, programme());
  expect(loads).toMatchObject({ integrations: 30, people: 25 });
  expect(loads.covered).toBe(loads.coveredByAll);
  expect(loads.most).toBeLessThanOrEqual((loads.mostOfAll * 2) / 3);
});

describe('in any project', () => {
  const seeds = Array.from({ length: 40 }, (_, at) => at + 1);
  const all = seeds.map((seed) => {
    const whole = anyProject(content, chance(seed));
    const open = openIn(content, whole);
    return { seed, whole, open, routing: route(open, 5) };
  });
  const asksOf = ({ parts }: Routing) =>
    parts.flatMap(({ member, asks }) => asks.map((ask) => ({ member, ask, name: nameOf(ask) })));

  test('there is something to share out, and something that nobody can answer', () => {
    expect(all.filter(({ routing }) => routing.parts.length > 1).length).toBeGreaterThan(10);
    expect(all.filter(({ routing }) => routing.nobody.length > 0).length).toBeGreaterThan(10);
  });

  test.each(all)(
    'every open question is asked or said to have nobody, never both ($seed)',
    ({ open, routing }) => {
      const asked = new Set(asksOf(routing).map(({ name }) => name));
      const nobody = routing.nobody.map(nameOf);
      expect([...asked, ...nobody].sort()).toEqual(open.map(nameOf).sort());
    },
  );

  test.each(all)(
    'nobody is asked what they cannot know, or have said already ($seed)',
    ({ whole, routing }) => {
      for (const { member, ask } of asksOf(routing)) {
        const seenFrom = whole.integrations.find(({ id }) => id === ask.via);
        if (!seenFrom) throw new Error(`there is no integration ${ask.via}`);
        const who = { member, roles: content.roles, integration: seenFrom, since: '' };
        expect(member.roles).not.toEqual([]);
        expect(member.left).toBeUndefined();
        expect(canKnow(ask.question, ask.subject, who)).toBe(true);
        expect(saidBefore(whole, ask, member.id)).toBe(false);
      }
    },
  );

  test.each(all)(
    'compared questions reach everybody of the pair who is there ($seed)',
    ({ open, routing }) => {
      const asks = asksOf(routing);
      for (const each of open) {
        const who = asks.filter(({ name }) => name === nameOf(each)).map(({ member }) => member.id);
        expect(new Set(who).size).toBe(who.length);
        const seats = each.seats.map(({ candidates }) => candidates.map(({ member }) => member.id));
        for (const seat of seats) if (seat.length > 0) expect(seat.some((id) => who.includes(id))).toBe(true);
        const able = new Set(seats.flat()).size;
        expect(who.length).toBeGreaterThanOrEqual(Math.min(able, 2, seats.length));
      }
    },
  );

  test.each(all)(
    'a week holds no more than its cap, what was asked before in it included ($seed)',
    ({ routing }) => {
      for (const part of routing.parts) {
        expect(thisWeek(part, 5)).toEqual(part.asks.slice(0, 5));
        expect(thisWeek(part, 5, 3)).toHaveLength(Math.min(2, part.asks.length));
        expect(thisWeek(part, 5, 9)).toEqual([]);
      }
    },
  );

  test.each(all)(
    'the same project gives the same plan, in whatever order its people joined ($seed)',
    ({ whole, routing }) => {
      const again = throughJson(whole);
      const people = again.project.people.toReversed();
      const other = route(openIn(content, { ...again, project: { ...again.project, people } }), 5);
      expect(shown(other)).toEqual(shown(routing));
    },
  );

  function saidBefore({ project, integrations }: Staffed, { question, subject }: Ask, who: string): boolean {
    const things = [project, ...project.applications, ...integrations];
    const thing = subject.scope === 'project' ? project : things.slice(1).find(({ id }) => id === subject.id);
    return (thing?.answers ?? []).some(
      ({ by, question: key }) => key === question.key && by.kind === 'person' && by.id === who,
    );
  }
});
