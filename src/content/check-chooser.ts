/** Whether a chooser looks at what exists, and its words can be filled in. */
import { type Ground, leafFaults, type Stand } from './check-condition.ts';
import { twiceIn } from './check-ids.ts';
import { placeholderFaults } from './check-placeholders.ts';
import type { Fault, Path } from './complaint.ts';
import type { WrittenCondition } from './condition-schema.ts';
import { type Leaf, leavesOf } from './leaves.ts';
import { absentId, type Readable } from './names.ts';
import type { WrittenChooser } from './pattern-schema.ts';

export function chooserFaults({ at, topic, written }: Readable<WrittenChooser>, ground: Ground): Fault[] {
  const path = ['choosers', at];
  const { ways, stated, cites } = written;
  const stand: Stand = { kind: 'chooser', topic, scope: written.scope, isEarlier: () => true };
  const ids = ways.map(({ id }) => id);
  return [
    ...twiceIn(ids, [...path, 'ways']),
    ...conditionsIn(written).flatMap(({ leaves }) =>
      leaves.flatMap((leaf) => leafFaults({ ...leaf, path: [...path, ...leaf.path] }, stand, ground)),
    ),
    ...stated.flatMap(({ way }, place) =>
      ids.includes(way)
        ? []
        : [{ path: [...path, 'stated', place], message: `there is no way "${way}"`, at: ['way'] }],
    ),
    ...absentId(cites, topicsOf(ground), 'topic', [...path, 'cites']),
    ...ways.flatMap(({ text, fits, against, checks }, place) => {
      const words = [text, ...checks, ...[...fits, ...against].map(({ because }) => because)];
      return placeholderFaults({ text: words.join(' ') }, [...path, 'ways', place], [written.scope]);
    }),
  ];
}

/** Every condition of a chooser, by its leaves, with their paths from the chooser on. */
export function conditionsIn({ when, ways, stated }: WrittenChooser): { readonly leaves: Leaf[] }[] {
  const at = (condition: WrittenCondition | undefined, ...path: Path) => ({
    leaves: leavesOf(condition, path),
  });
  return [
    at(when, 'when'),
    ...ways.flatMap(({ fits, against }, way) => [
      ...fits.map((each, place) => at(each.when, 'ways', way, 'fits', place, 'when')),
      ...against.map((each, place) => at(each.when, 'ways', way, 'against', place, 'when')),
    ]),
    ...stated.map((each, place) => at(each.when, 'stated', place, 'when')),
  ];
}

export function topicsOf({ pack }: Ground) {
  return { ids: pack.topics.map(({ id }) => id) };
}
