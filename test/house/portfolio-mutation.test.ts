/** What a finding about several things together cites is what it rests on, as `mutation.test.ts` shows it of the others. */
import { expect, test } from 'vitest';
import { assessPortfolio } from '../../src/core/judgement/assess-project.ts';
import { calculations } from '../../src/core/judgement/calculations/index.ts';
import type { Evidence } from '../../src/core/judgement/finding.ts';
import type { Project } from '../../src/core/landscape/landscape.ts';
import { member } from '../core/builders.ts';
import { portfoliosOf, type Whole } from '../core/judgement/portfolio/portfolios.ts';
import { content } from './cases.ts';
import { isDecisive, type Judge, rewritten } from './mutations.ts';

const core = [...content.question.values()].flatMap(({ key, scope, core, when }) =>
  scope === 'integration' && core && !when ? [key] : [],
);
const portfolios = Object.entries(portfoliosOf(core.slice(0, 7)));

test('every rule about several things together is raised by some project', () => {
  const raised = portfolios.flatMap(([, whole]) => judging(whole)().map(({ rule }) => rule));
  expect([...new Set(raised)].sort()).toEqual(content.portfolio.map(({ key }) => key).sort());
});

/** How long a run takes may be bounded by the service or by the sender: what bounds it less has been looked at as well. */
const bounding = new Map([['portfolio.window-clash', 'storage-and-limits.identities']]);

const ruleOf = (name: string) => `portfolio.${name.split(' ')[0]}`;
const foundIn = (name: string, whole: Whole) => judging(whole)().filter(({ rule }) => rule === ruleOf(name));

test.each(portfolios)('%s rests on every answer it cites', (name, whole) => {
  const rule = ruleOf(name);
  const found = foundIn(name, whole);
  expect(found).not.toEqual([]);
  const idle = found.flatMap(({ id, because }) =>
    because
      .filter(({ question }) => question !== bounding.get(rule))
      .filter((evidence) => !isDecisive(evidence, rule, judging(whole, evidence)))
      .map(({ question, about, words }) => `${id} cites ${question} of ${about}, “${words}”, to no effect`),
  );
  expect(idle).toEqual([]);
});

const aboutPeople = portfolios.filter(([name, whole]) =>
  foundIn(name, whole).some(({ because }) => because.length === 0),
);

test('what cites no answer is about people', () => {
  expect(aboutPeople.map(([name]) => name)).toEqual(['nobody-to-ask']);
});

test.each(aboutPeople)(
  '%s rests on what every one of them is, and ends once each role is held',
  (name, whole) => {
    const { people } = whole.project;
    const among = (changed: Project['people']) =>
      foundIn(name, { ...whole, project: { ...whole.project, people: changed } });
    const gist = (changed: Project['people']) =>
      JSON.stringify(among(changed).map(({ working, steps }) => [working, steps]));
    const idle = people.filter(({ id }) => {
      const without = people.map((each) => (each.id === id ? { ...each, roles: [] } : each));
      return gist(without) === gist(people);
    });
    expect(idle).toEqual([]);
    expect(among([...people, member('newcomer', ...content.roles.map(({ id }) => id))])).toEqual([]);
  },
);

/** The project with other answers to the question of the evidence, about the same thing. */
function judging({ project, integrations }: Whole, evidence?: Evidence): Judge {
  return (rewrite = (answer) => answer) => {
    const change = <T extends Parameters<typeof rewritten>[0]>(thing: T): T =>
      evidence ? rewritten(thing, evidence, rewrite) : thing;
    const changed = { ...change(project), applications: project.applications.map(change) };
    return assessPortfolio(content, calculations, changed, integrations.map(change));
  };
}
