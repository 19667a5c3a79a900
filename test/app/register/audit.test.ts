import { describe, expect, it } from 'vitest';
import { commandWords } from '../../../src/app/command-words.ts';
import type { Application, Integration, Project } from '../../../src/core/landscape/landscape.ts';
import { auditOf } from '../../../src/core/register/audit.ts';
import { type Chance, chance } from '../../core/builders.ts';
import { content, privately, type Stage } from '../../journeys/stage.ts';
import { buttonsOf, type Filled, partsOf } from '../../journeys/tapping.ts';
import { everything, openTeamProject, openTestStage, projectOf, team } from '../interviewing.ts';

const whoever = ['Dana', 'Omar', 'Li'];

/** Every log there is: by document, and by application within the project. */
async function logs(stage: Stage): Promise<Map<string, readonly unknown[]>> {
  const all = new Map<string, readonly unknown[]>();
  for (const [key, document] of await everything(stage)) {
    if (!/^projects\/[^/]+\/(?:project|integrations\/)/.test(key)) continue;
    const { answers, deeds = [] } = document as Project | Integration;
    all.set(`${key} answers`, answers).set(`${key} deeds`, deeds);
    const { applications = [] } = document as { applications?: readonly Application[] };
    for (const each of applications) all.set(`${key} ${each.id}`, each.answers);
  }
  return all;
}

/** Something in every input of a card, whatever it is for. */
function anything(card: object, dice: Chance): Filled {
  const inputs = partsOf(card).filter(({ type }) => String(type).startsWith('Input.'));
  return Object.fromEntries(
    inputs.flatMap(({ type, label, title, choices, isMultiSelect }) => {
      const name = String(label ?? title).replace(/ \([^()]*\)$/, '');
      if (type === 'Input.Toggle' || isMultiSelect || dice.below(4) === 0) return [];
      const words = Array.isArray(choices)
        ? dice.oneOf(choices as { title: string }[]).title
        : dice.oneOf(['5', '2026-06-01', 'Carla Ruiz', 'Voucher load 1', '']);
      return [[name, words] as const];
    }),
  );
}

/** To be forgotten is the one thing that takes something out of the record, and it is noted there. */
const forgetting = new Set(['Forget me', 'Take my name off', 'Remove my answers too']);
const pressable = (card: object) => buttonsOf(card).filter((title) => !forgetting.has(title));

async function doAnything(stage: Stage, dice: Chance): Promise<string> {
  const who = dice.oneOf(whoever);
  const place = dice.below(4) === 0 ? team : privately(who);
  const cards = stage.onScreen(place).filter(({ card }) => pressable(card).length > 0);
  if (cards.length === 0 || dice.below(3) === 0) {
    const { word, takes } = dice.oneOf(commandWords);
    const text = takes && dice.below(3) > 0 ? `${word} Voucher load ${1 + dice.below(3)}` : word;
    await stage.says(who, text, { place });
    return `${who} types ${text}`;
  }
  const { card } = dice.oneOf(cards.slice(0, 3));
  const onward = pressable(card).filter((title) => ['Start', 'Next', 'Save', 'Interview'].includes(title));
  const title = onward.length > 0 && dice.below(3) > 0 ? dice.oneOf(onward) : dice.oneOf(pressable(card));
  // Two inputs of a card may have one label.
  await stage.taps(who, title, anything(card, dice), { card, place }).catch(() => undefined);
  return `${who} taps ${title}`;
}

describe('the record', () => {
  it.each([1, 2, 3])('only grows, whatever people do but ask to be forgotten (%i)', async (seed) => {
    const stage = await openTestStage();
    await openTeamProject(stage, 3, ...whoever);
    const dice = chance(seed);
    let before = await logs(stage);
    let grown = 0;
    for (let turn = 0; turn < 500; turn += 1) {
      const done = await doAnything(stage, dice);
      const after = await logs(stage);
      for (const [key, log] of before) {
        const now = after.get(key) ?? [];
        // A thousand logs a run: only one that differs is looked at closely.
        const isAsBefore = JSON.stringify(now.slice(0, log.length)) === JSON.stringify(log);
        if (!isAsBefore) expect(now.slice(0, log.length), `${done}, in ${key}`).toEqual(log);
        grown += now.length - log.length;
      }
      before = after;
    }
    expect(grown).toBeGreaterThan(20);
  });

  it('names who listed, imported, set and chose what, with what was there before', async () => {
    const stage = await openTestStage();
    const project = await openTeamProject(stage, 1);
    const inputs = { name: 'Payments', source: 'Ledger', target: 'Bank' };
    await stage.take('Omar', { do: 'help' }, { place: team });
    await stage.take('Omar', { do: 'add-integration', inputs });
    await stage.take('Omar', { do: 'add-integration', inputs });
    const set = { name: 'Florida PALM', stage: 'implement', 'date:go-live': '2026-11-01' };
    await stage.take('Dana', { do: 'set-project', project, inputs: set });
    await stage.take('Dana', { do: 'set-project', project, inputs: set });
    await stage.take('Dana', { do: 'set-project', project, inputs: { 'date:go-live': '' } });
    const role = { project, integration: 'voucher-load-1' };
    await stage.take('Li', { do: 'help' }, { place: team });
    await stage.take('Li', { do: 'begin', ...role, inputs: { role: 'project-manager' } });
    await stage.take('Li', { do: 'begin', ...role, inputs: { role: 'project-manager' } });
    await stage.take('Li', { do: 'begin', ...role, inputs: { role: 'everything' } });
    const kept = await everything(stage);
    const integrations = [...kept].filter(([key]) => key.includes('/integrations/'));
    const entries = auditOf(
      content,
      await projectOf(stage),
      integrations.map(([, document]) => document as Integration),
    );
    expect(
      entries.map(({ by, about, what, from, to }) => [by.name, about, what, from, to].join(' | ')),
    ).toEqual([
      'Dana | Florida PALM | Import |  | list.csv: 3 new, 0 changed, 0 answers',
      'Omar | Bank | New application |  | Bank',
      'Omar | Payments | New integration |  | Payments',
      'Dana | Florida PALM | Name of the project | My project | Florida PALM',
      'Dana | Florida PALM | Stage of the project | Initiate | Implement',
      'Dana | Florida PALM | Date: Go-live |  | 1 November 2026',
      'Dana | Florida PALM | Date: Go-live | 1 November 2026 | ',
      'Li | Florida PALM | Own roles |  | Project manager',
      'Li | Florida PALM | Own roles | Project manager | everything',
    ]);
    expect(new Set(entries.map(({ door }) => door))).toEqual(new Set(['teams']));
  });
});
