/** A list of applications becomes part of the landscape, and ends that name them get linked. */
import { cell, type Import, type Inventory, type Merged, type Row } from './inventory.ts';
import { equalNames, leftFromEnds, maybeSame } from './inventory-flags.ts';
import type { Application, Integration, Project } from './landscape.ts';
import { type Known, linked } from './linked-end.ts';
import { mergeNotes, originOf, saysMore, suggestions } from './merged-row.ts';
import { nameKey, openRegister, recogniser } from './recognise.ts';

/** `existing` integrations get linked where an end names an application that is known from now on. */
export function mergeApplications(
  project: Project,
  existing: readonly Integration[],
  inventory: Inventory,
  run: Import,
): Merged {
  const list = openList(project.applications, inventory);
  const next = new Map(project.applications.map((application) => [application.id, application]));
  const flagged = [...inventory.flagged];
  let [added, changed, suggested] = [0, 0, 0];
  for (const row of inventory.rows) {
    const { kept, id, flags } = list.claim(row);
    const read = { name: cell(row, 'name'), ...mergeNotes(row, kept) };
    const origin = originOf(row, inventory, kept);
    const answers = suggestions(row, inventory, kept?.answers ?? [], run);
    suggested += answers.length;
    if (!kept) {
      added += 1;
      next.set(id, { id, ...read, ...origin, answers });
    } else if (answers.length > 0 || saysMore(kept, read)) {
      changed += 1;
      next.set(id, { ...kept, ...read, ...origin, answers: [...kept.answers, ...answers] });
    }
    flagged.push(...flags);
  }
  flagged.push(...leftFromEnds(existing, list.unclaimed()));
  const applications = added + changed > 0 ? [...next.values()] : project.applications;
  const linked = linkAll(existing, recogniser(applications));
  const { fields, unknownFields, refused, rows } = inventory;
  const counts = { read: rows.length, added, changed };
  const integrations = { read: 0, added: 0, changed: linked.length };
  return {
    project: added + changed > 0 ? { ...project, applications } : project,
    created: [],
    changed: linked,
    report: { integrations, applications: counts, fields, unknownFields, suggested, refused, flagged },
  };
}

/** Which application on file a row is about: by its name, or, where no row has that name, by a form of it. */
function openList(onFile: readonly Application[], inventory: Inventory) {
  const register = openRegister(onFile);
  const namedHere = new Set(inventory.rows.map((row) => nameKey(cell(row, 'name'))));
  const others = onFile.filter(({ name }) => !namedHere.has(nameKey(name)));
  const alike = recogniser(others);
  const near = recogniser<Pick<Application, 'id' | 'name'>>(others);
  const claimed = new Set<string>();
  return {
    claim(row: Row) {
      const name = cell(row, 'name');
      const { kept: exact, twin } = register.claim(name, row.line);
      const [similar, doubt] = exact || twin ? [] : alike.find(name);
      const kept = exact ?? (similar && !doubt && !claimed.has(similar.id) ? similar : undefined);
      const id = kept?.id ?? register.idFor(name);
      const twins = near.find(name).filter((other) => other.id !== id);
      near.add({ id, name });
      claimed.add(id);
      return { kept, id, flags: twin ? equalNames(row, twin) : maybeSame(row, twins) };
    },
    unclaimed: () => others.filter(({ id }) => !claimed.has(id)),
  };
}

function linkAll(existing: readonly Integration[], known: Known): Integration[] {
  return existing
    .map((kept) => ({ kept, source: linked(kept.source, known), target: linked(kept.target, known) }))
    .filter(({ kept, source, target }) => saysMore(kept, { source, target }))
    .map(({ kept, source, target }) => ({ ...kept, source, target }));
}
