/** A list of integrations becomes part of the landscape. Importing it again changes only what the file says differently. */
import { cell, type Import, type Inventory, type Merged, type Row } from './inventory.ts';
import { endFlags, equalNames } from './inventory-flags.ts';
import type { Application, End, Integration, Project } from './landscape.ts';
import { type Known, linked } from './linked-end.ts';
import { isFirm, mergeNotes, originOf, saysMore, suggestions } from './merged-row.ts';
import { lookOf, openRegister, recogniser } from './recognise.ts';

export function mergeIntegrations(
  project: Project,
  existing: readonly Integration[],
  inventory: Inventory,
  run: Import,
): Merged {
  const known = recogniser(project.applications);
  // A list of applications counts as complete; only where there is none do the ends make one.
  const made = project.applications.length > 0 ? [] : applicationsAtEnds(inventory, known);
  const register = openRegister(existing);
  const created: Integration[] = [];
  const changed: Integration[] = [];
  const flagged = [...inventory.flagged];
  let suggested = 0;
  for (const row of inventory.rows) {
    const { kept, twin } = register.claim(cell(row, 'name'), row.line);
    const read = readIntegration(row, kept, known);
    const origin = originOf(row, inventory, kept);
    const answers = suggestions(row, inventory, kept?.answers ?? [], run);
    suggested += answers.length;
    if (!kept) {
      created.push({ schema: 1, id: register.idFor(read.name), ...read, ...origin, answers, recent: [] });
    } else if (answers.length > 0 || saysMore(kept, read)) {
      changed.push({ ...kept, ...read, ...origin, answers: [...kept.answers, ...answers] });
    }
    flagged.push(...equalNames(row, twin), ...endFlags(row, 'source', read.source, known));
    flagged.push(...endFlags(row, 'target', read.target, known));
  }
  const { fields, unknownFields, refused, rows } = inventory;
  const integrations = { read: rows.length, added: created.length, changed: changed.length };
  const applications = { read: 0, added: made.length, changed: 0 };
  return {
    project: made.length > 0 ? { ...project, applications: made } : project,
    created,
    changed,
    report: { integrations, applications, fields, unknownFields, suggested, refused, flagged },
  };
}

/** Ends that look like one name each; spellings of the same name make one application, under the first of them. */
function applicationsAtEnds(inventory: Inventory, known: Known): Application[] {
  const register = openRegister<Application>([]);
  const made: Application[] = [];
  for (const row of inventory.rows) {
    for (const column of ['source_application', 'target_application']) {
      const written = cell(row, column);
      if (written === '' || lookOf(written) !== 'name') continue;
      const [same, doubt] = known.find(written);
      if (doubt) continue;
      if (same) {
        known.add(same, written);
        continue;
      }
      const application: Application = {
        id: register.idFor(written),
        name: written,
        origin: { file: inventory.file, line: row.line },
        answers: [],
      };
      made.push(application);
      known.add(application);
    }
  }
  return made;
}

function readIntegration(row: Row, kept: Integration | undefined, known: Known) {
  return {
    name: kept && isFirm(kept) ? kept.name : cell(row, 'name'),
    source: mergeEnd(cell(row, 'source_application'), kept?.source, isFirm(kept), known),
    target: mergeEnd(cell(row, 'target_application'), kept?.target, isFirm(kept), known),
    ...mergeNotes(row, kept),
  };
}

function mergeEnd(written: string, kept: End | undefined, firm: boolean, known: Known): End {
  const stays = kept && (written === '' || written === kept.written || (firm && kept.written !== ''));
  return linked(stays ? kept : { written }, known);
}
