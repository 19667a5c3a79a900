import { expect, test } from 'vitest';
import { calculations } from '../../../../src/core/judgement/calculations/index.ts';
import { advise } from '../../../../src/core/judgement/choosers/advise.ts';
import { content } from '../../../shipped-content.ts';
import { application, chose, integration, log, project } from '../../builders.ts';

function shapeOf(hosting: readonly (string | undefined)[], middleware: string | undefined, count: number) {
  const applications = hosting.map((place, at) =>
    application(`a${at}`, place ? log({ 'connectivity.hosting': chose(place) }) : []),
  );
  const answers = middleware ? log({ 'platform-direction.middleware': chose(middleware) }) : [];
  const integrations = Array.from({ length: count }, (_, at) =>
    integration([], {
      id: `i${at}`,
      source: { written: '', application: `a${at % hosting.length}` },
      target: { written: '', application: `a${(at + 1) % hosting.length}` },
    }),
  );
  const [ofProject] = advise(content, calculations, project({ applications, answers }), integrations);
  return ofProject?.choices.find(({ chooser }) => chooser === 'patterns.topology');
}

const [own, cloud] = ['on-premises', 'same-region'];

test.each([
  [[cloud, 'supplier-cloud', cloud], 'none', 2, 'simple-cloud'],
  [[cloud, own, cloud], 'none', 3, 'simple-hybrid'],
  [[own, own, own, cloud], 'on-premises', 9, 'mostly-own-servers'],
  [[own, cloud, cloud, cloud], 'on-premises', 9, 'hybrid'],
  [[own, cloud, cloud], 'both', 9, 'hybrid'],
  [[own, own, cloud], 'cloud', 9, 'hybrid'],
  [[cloud, cloud, own], 'cloud', 9, 'mostly-cloud'],
  [[cloud, cloud, own], 'none', 6, 'tangle'],
  [[cloud, cloud], 'none', 4, 'tangle'],
] as const)('%j with middleware %s and %i integrations is %s', (hosting, middleware, count, shape) => {
  const made = shapeOf(hosting, middleware, count);
  expect(made?.chosen.way).toBe(shape);
  expect(made?.second?.way).not.toBe(shape);
  expect(made?.chosen.arguments.join()).toContain(`${count} integrations`);
});

test('what is missing is named: where an application stands, and what is between them', () => {
  expect(shapeOf([cloud, undefined], 'none', 1)?.missing.map(({ about }) => about)).toEqual(['A1']);
  expect(shapeOf([cloud, cloud], undefined, 1)).toBeUndefined();
});
