/** Integrations that nothing is said against because little is known about them. */
import { percent } from '../calculations/working.ts';
import { knownParameters } from '../choosers/parameters-known.ts';
import type { Reason } from '../condition.ts';
import { ofProject, type PortfolioRule } from './portfolio-rule.ts';

interface Sketch {
  readonly id: string;
  readonly name: string;
  readonly known: number;
  readonly because: readonly Reason[];
}

export const looksGreen: PortfolioRule<Sketch> = {
  id: 'looks-green',
  scope: 'project',
  needs: ['parameters-few'],
  take({ content, project, integration, facts }) {
    // While the first questions are being asked everything is a sketch.
    if (project.stage === content.stages[0]?.id) return undefined;
    const { known, of, because } = knownParameters(facts);
    return { id: integration.id, name: integration.name, known: of > 0 ? known / of : 1, because };
  },
  look(sketches, { raised, limit, evidence }) {
    const few = limit('parameters-few').value;
    const red = new Set<string>();
    for (const { subject } of raised) if (subject.scope === 'integration') red.add(subject.id);
    const blank = sketches
      .filter(({ id, known }) => !red.has(id) && known * 100 < few)
      .sort((one, other) => one.known - other.known);
    const because = blank.flatMap((each) => each.because.slice(0, 1)).map(evidence);
    // Of a project that nobody has said anything about, everything is blank.
    if (because.length === 0) return [];
    return [
      {
        kind: 'risk',
        subject: ofProject,
        because,
        names: blank.map(({ name }) => name),
        working: blank.map(
          ({ name, known }) => `${name}: ${percent(known)} of what a design rests on is known`,
        ),
      },
    ];
  },
};
