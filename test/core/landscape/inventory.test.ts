import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ImportReport } from '../../../src/app/project/project-reply.ts';
import { readInventory } from '../../../src/app/project/read-inventory.ts';
import type { Answer, Said } from '../../../src/core/interview/answer.ts';
import type { Import, Inventory, Merged } from '../../../src/core/landscape/inventory.ts';
import type { Integration, Project } from '../../../src/core/landscape/landscape.ts';
import { mergeApplications } from '../../../src/core/landscape/merge-applications.ts';
import { mergeIntegrations } from '../../../src/core/landscape/merge-integrations.ts';

const empty: Project = {
  schema: 1,
  id: 'palm',
  name: 'PALM',
  home: { kind: 'anyone' },
  stage: 'initiate',
  dates: {},
  people: [],
  applications: [],
  answers: [],
  recent: [],
};

const text = (words: string): Said => ({ kind: 'value', value: { type: 'text', text: words } });
const run: Import = {
  at: '2026-03-02T08:00:00.000Z',
  turn: 'turn-1',
  columns: new Map([
    ['frequency', 'patterns.frequency'],
    ['owner', 'owners.business-owner'],
    ['applications.owner', 'owners.application-owner'],
  ]),
  suggest: (column, words) =>
    column === 'frequency' && words === 'unreadable' ? undefined : text(words.toLowerCase()),
};

interface State {
  readonly project: Project;
  readonly integrations: readonly Integration[];
}
const nothing: State = { project: empty, integrations: [] };

/** Imports and puts everything on file, in the order a folder lists it, through JSON as a store does. */
function take(state: State, inventory: Inventory): State & { readonly report: ImportReport; merged: Merged } {
  const merge = inventory.kind === 'applications' ? mergeApplications : mergeIntegrations;
  const merged = merge(state.project, state.integrations, inventory, run);
  const byId = new Map(state.integrations.map((integration) => [integration.id, integration]));
  for (const integration of merged.created) expect(byId.has(integration.id)).toBe(false);
  for (const integration of [...merged.created, ...merged.changed]) byId.set(integration.id, integration);
  const integrations = [...byId.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    ...(JSON.parse(JSON.stringify({ project: merged.project, integrations })) as State),
    report: merged.report,
    merged,
  };
}

function read(file: string, words: string): Inventory {
  const inventory = readInventory(file, words);
  if (!inventory.ok) throw new Error(inventory.reason);
  return inventory;
}

const sample = (file: string) =>
  read(file, readFileSync(new URL(`../../../samples/florida-palm/${file}`, import.meta.url), 'utf8'));
const ends = 'name,source_application,target_application';
const integrations = (...rows: string[]) => read('list.csv', [ends, ...rows].join('\n'));
const withFrequency = (...rows: string[]) =>
  read('list.csv', [`${ends},frequency,notes`, ...rows].join('\n'));
const applications = (...rows: string[]) => read('apps.csv', ['name,owner,notes', ...rows].join('\n'));
const byName = (state: State, name: string) =>
  state.integrations.filter((integration) => integration.name === name);
const noChange = { added: 0, changed: 0 };

describe('the Florida PALM inventory', () => {
  const listed = take(nothing, sample('applications.csv'));
  const complete = take(listed, sample('integrations.csv'));

  test('gives 13 applications and 30 integrations, and says how much of it is unknown', () => {
    expect(listed.report).toMatchObject({
      applications: { read: 13, added: 13, changed: 0 },
      fields: 52,
      unknownFields: 36,
      refused: [],
      flagged: [],
    });
    expect(complete.report).toMatchObject({
      integrations: { read: 30, added: 30, changed: 0 },
      applications: { read: 0, added: 0, changed: 0 },
      fields: 330,
      unknownFields: 141,
      refused: [],
    });
    expect(complete.project.applications).toHaveLength(13);
    expect(complete.integrations).toHaveLength(30);
  });

  test('flags each end that names no single application of the list, and keeps it as written', () => {
    const flagged = complete.report.flagged.map(({ line, note }) => [line, /"(.*?)"/.exec(note)?.[1]]);
    expect(flagged).toEqual([
      [3, 'external systems (agency)'],
      [4, 'authorized external business systems'],
      [5, 'various agency/enterprise systems'],
      [6, 'source systems'],
      [7, 'FACTS and Agency Business Systems'],
      [8, 'Agency Business System (ABS) and 3rd party providers'],
      [11, 'Agency Business Systems, and Enterprise partners'],
      [12, 'LAS/PBS and agencies'],
      [13, 'EOG/OPB'],
      [14, 'agencies'],
      [15, 'spreadsheet template (DFS and agency users)'],
      [16, 'Agency Business Systems and MFMP'],
      [17, 'Agency Business Systems, MFMP'],
      [18, 'spreadsheet (Excel)'],
      [22, 'external systems'],
      [23, 'predefined excel spreadsheet'],
      [26, 'Human Resource Information Systems (HRIS), such as People First'],
    ]);
    const unlinked = complete.integrations.flatMap(({ source, target }) =>
      [source, target].filter((end) => end.written !== '' && end.application === undefined),
    );
    expect(unlinked.map(({ written }) => written).toSorted()).toEqual(
      flagged.map(([, end]) => end).toSorted(),
    );
  });

  test('links every spelling of the same application', () => {
    const agency = complete.integrations.flatMap(({ source, target }) =>
      [source, target]
        .filter(({ application }) => application === 'agency-business-systems-abs')
        .map((end) => end.written),
    );
    expect(new Set(agency)).toEqual(
      new Set([
        'Agency Business System (ABS)',
        'agency business systems',
        'an Agency Business System',
        'Agency Business System',
        'Agency Business Systems',
        'agency business systems (ABS)',
      ]),
    );
  });

  test('imported a second time changes nothing', () => {
    for (const file of ['applications.csv', 'integrations.csv']) {
      const again = take(complete, sample(file));
      expect(again.report.integrations).toMatchObject(noChange);
      expect(again.report.applications).toMatchObject(noChange);
      expect(again.report.suggested).toBe(0);
      expect(again.merged.project).toBe(complete.project);
      expect(again.integrations).toEqual(complete.integrations);
    }
  });

  test('comes to the same links whichever file is read first', () => {
    const ends = take(nothing, sample('integrations.csv'));
    expect(ends.project.applications.map(({ name }) => name)).toEqual([
      'Agency Business System (ABS)',
      'Florida PALM',
      'Central FLAIR',
      'EOG/OPB',
      'Human Resource Information Systems',
      'LAS/PBS',
    ]);
    const both = take(ends, sample('applications.csv'));
    expect(both.report.applications).toEqual({ read: 13, added: 8, changed: 5 });
    expect(both.report.flagged).toEqual([
      { line: 1, note: '"EOG/OPB" came from line 13 of integrations.csv and is not on this list; it stays.' },
    ]);
    const nameOf = (state: State, id?: string) =>
      state.project.applications.find((one) => one.id === id)?.name;
    for (const { name, source, target } of complete.integrations) {
      const [other] = byName(both, name);
      for (const [mine, theirs] of [
        [source, other?.source],
        [target, other?.target],
      ]) {
        if (mine?.written === 'EOG/OPB') continue;
        expect(nameOf(both, theirs?.application)).toBe(nameOf(complete, mine?.application));
      }
    }
  });

  test('keeps source and target as given, whatever the direction says', () => {
    const [outbound] = byName(complete, 'Outbound Deposit Data (ARI024)');
    expect(outbound).toMatchObject({
      id: 'outbound-deposit-data-ari024',
      source: { written: 'Florida PALM', application: 'florida-palm' },
      target: { written: 'agency business systems', application: 'agency-business-systems-abs' },
      origin: { file: 'integrations.csv', line: 10 },
    });
  });

  test('makes an answer by the file of what a cell says, and none of an empty one', () => {
    const [deposits] = byName(complete, 'Outbound Deposit Data (ARI024)');
    expect(deposits?.answers).toEqual([
      {
        question: 'patterns.frequency',
        by: { kind: 'file', name: 'integrations.csv', line: 10 },
        at: run.at,
        turn: 'turn-1',
        said: text('daily'),
      },
    ]);
    expect(byName(complete, 'Inbound Supplier Load (API015)')[0]?.answers).toEqual([]);
    expect(complete.report.suggested).toBe(15);
  });

  test('takes the owner of an application for an answer about the application', () => {
    expect(listed.report.suggested).toBe(3);
    const [palm] = listed.project.applications;
    expect(palm?.answers.map(({ question }) => question)).toEqual(['owners.application-owner']);
  });
});

describe('a file that changed', () => {
  const first = take(nothing, withFrequency('Orders,Shop,ERP,daily,old', 'Stock,ERP,Shop,hourly,'));

  test('changes only the row that says something else', () => {
    const second = take(first, withFrequency('Orders,Shop,ERP,weekly,new', 'Stock,ERP,Shop,hourly,'));
    expect(second.report.integrations).toEqual({ read: 2, added: 0, changed: 1 });
    expect(second.report.suggested).toBe(1);
    const [orders] = byName(second, 'Orders');
    expect(orders?.answers.map(({ said }) => said)).toEqual([text('daily'), text('weekly')]);
    expect(orders?.notes).toBe('new');
    const back = take(second, withFrequency('Orders,Shop,ERP,daily,new', 'Stock,ERP,Shop,hourly,'));
    expect(byName(back, 'Orders')[0]?.answers).toHaveLength(3);
  });

  test('takes nothing back where a cell was emptied', () => {
    const second = take(first, withFrequency('Orders,,TBD,?,-', 'Stock,ERP,Shop,,'));
    expect(second.report.integrations).toMatchObject(noChange);
    expect(second.integrations).toEqual(first.integrations);
  });

  test('leaves what people answered as it is', () => {
    const answer: Answer = {
      question: 'patterns.frequency',
      by: { kind: 'person', id: 'dana', name: 'Dana' },
      at: run.at,
      turn: 't',
      said: text('monthly'),
    };
    const answered = {
      ...first,
      integrations: first.integrations.map((one) => ({ ...one, answers: [...one.answers, answer] })),
    };
    expect(
      take(answered, withFrequency('Orders,Shop,ERP,daily,old', 'Stock,ERP,Shop,hourly,')).report,
    ).toMatchObject({
      integrations: noChange,
      suggested: 0,
    });
    const second = take(answered, withFrequency('Orders,Shop,ERP,weekly,old', 'Stock,ERP,Shop,hourly,'));
    expect(byName(second, 'Orders')[0]?.answers.map(({ by }) => by.kind)).toEqual(['file', 'person', 'file']);
  });

  test('is the same file under another name and with its rows in another order', () => {
    const rows = ['Stock,ERP,Shop,hourly,', 'Orders,Shop,ERP,daily,old'];
    const renamed = read('copy (2).csv', [`${ends},frequency,notes`, '', ...rows].join('\n'));
    expect(take(first, renamed).integrations).toEqual(first.integrations);
  });

  test('adds rows, and names no new application once there is a list', () => {
    const second = take(first, withFrequency('Orders,Shop,ERP,daily,old', 'Pay,Bank of X,ERP,,'));
    expect(second.report.integrations).toEqual({ read: 2, added: 1, changed: 0 });
    expect(second.project.applications).toEqual(first.project.applications);
    expect(second.report.flagged).toEqual([
      {
        line: 3,
        note: 'The source "Bank of X" names no application on the list; it stays as written.',
        end: true,
      },
    ]);
    expect(second.integrations).toHaveLength(3);
  });

  test('suggests nothing where a cell cannot be read as an answer', () => {
    const unread = take(nothing, withFrequency('Orders,Shop,ERP,unreadable,'));
    expect(unread.report.suggested).toBe(0);
    expect(unread.integrations[0]?.answers).toEqual([]);
  });
});

describe('equal names', () => {
  const rows = ['Orders,Shop,ERP', 'Stock,ERP,Shop', 'ORDERS,CRM,ERP', 'orders ,Portal,ERP'];
  const first = take(nothing, integrations(...rows));

  test('stay apart and are flagged with both lines', () => {
    expect(first.merged.created.map(({ id }) => id)).toEqual(['orders', 'stock', 'orders-2', 'orders-3']);
    expect(first.report.flagged).toEqual([
      { line: 4, note: '"ORDERS" stands on line 2 already; the two are kept apart.' },
      { line: 5, note: '"orders" stands on line 2 already; the two are kept apart.' },
    ]);
  });

  test('find themselves again, first to first and second to second', () => {
    expect(take(first, integrations(...rows)).merged.changed).toEqual([]);
    const second = take(first, integrations(...rows.with(2, 'ORDERS,ERP,ERP')));
    expect(second.merged.changed.map(({ id }) => id)).toEqual(['orders-2']);
  });

  test('find themselves again where there are more than nine', () => {
    const many = integrations(...Array.from({ length: 25 }, (_, at) => `Orders,Shop ${at},ERP`));
    const once = take(nothing, many);
    expect(take(once, many).merged.changed).toEqual([]);
  });
});

describe('an integration that a person put on the list', () => {
  const own: Integration = {
    schema: 1,
    id: 'orders',
    name: 'orders',
    source: { written: 'Web shop' },
    target: { written: '' },
    answers: [],
    recent: [],
  };

  test('is filled where it has gaps and contradicted nowhere', () => {
    const once = take({ ...nothing, integrations: [own] }, withFrequency('Orders,Shop,ERP,daily,note'));
    expect(once.integrations).toEqual([
      {
        ...own,
        target: { written: 'ERP', application: 'erp' },
        notes: 'note',
        answers: [expect.objectContaining({ said: text('daily') })],
      },
    ]);
    expect(once.report.flagged.map(({ note }) => note)).toEqual([
      'The file says "Shop" for the source; what a person wrote, "Web shop", stays.',
      'The source "Web shop" names no application on the list; it stays as written.',
    ]);
    const again = take(once, withFrequency('Orders,Shop,ERP,daily,other note'));
    expect(again.integrations).toEqual(once.integrations);
  });
});

describe('without a list of applications', () => {
  test('spellings of one name make one application under the first of them', () => {
    const state = take(
      nothing,
      integrations(
        'A,agency business systems,ERP',
        'B,The Sales Platform (SP),erp',
        'C,SP,a Sales Platforms',
      ),
    );
    expect(state.project.applications).toMatchObject([
      { id: 'erp', name: 'ERP', origin: { file: 'list.csv', line: 2 }, answers: [] },
      { id: 'the-sales-platform-sp', name: 'The Sales Platform (SP)' },
    ]);
    expect(state.report.applications).toEqual({ read: 0, added: 2, changed: 0 });
    expect(byName(state, 'C')[0]).toMatchObject({
      source: { written: 'SP', application: 'the-sales-platform-sp' },
      target: { written: 'a Sales Platforms', application: 'the-sales-platform-sp' },
    });
    expect(byName(state, 'A')[0]?.source).toEqual({ written: 'agency business systems' });
  });

  test('ends that name several or a file make none', () => {
    const state = take(nothing, integrations('A,SAP and Oracle,CSV file', 'B,"SAP, Oracle",Excel'));
    expect(state.merged.project).toBe(nothing.project);
    expect(state.report.flagged).toHaveLength(4);
  });
});

describe('a list of applications', () => {
  test('links the ends that it now names, and leaves links that are there', () => {
    const state = take(
      take(nothing, applications('ERP')),
      integrations('A,Shop,ERP', 'B,Shops and ERP,Unknown'),
    );
    const linkedByHand = {
      ...state,
      integrations: state.integrations.map((one) =>
        one.name === 'B' ? { ...one, target: { written: 'Shop', application: 'erp' } } : one,
      ),
    };
    const later = take(linkedByHand, applications('ERP', 'The Shop'));
    expect(later.report).toMatchObject({
      integrations: { read: 0, added: 0, changed: 1 },
      applications: { read: 2, added: 1, changed: 0 },
    });
    expect(byName(later, 'A')[0]?.source).toEqual({ written: 'Shop', application: 'the-shop' });
    expect(byName(later, 'B')[0]?.target).toEqual({ written: 'Shop', application: 'erp' });
  });

  test('takes over an application that was made from an end, under its own spelling', () => {
    const state = take(nothing, integrations('A,Sales Platform (SP),ERP'));
    const later = take(state, applications('The Sales Platforms (SP),Kim,runs the shop', 'ERP'));
    expect(later.project.applications).toMatchObject([
      {
        id: 'sales-platform-sp',
        name: 'The Sales Platforms (SP)',
        notes: 'runs the shop',
        origin: { file: 'apps.csv', line: 2 },
        answers: [{ question: 'owners.application-owner', said: text('kim') }],
      },
      { id: 'erp' },
    ]);
    expect(later.report.applications).toEqual({ read: 2, added: 0, changed: 1 });
    expect(
      take(later, applications('The Sales Platforms (SP),Kim,runs the shop', 'ERP')).merged.project,
    ).toBe(later.project);
  });

  test('keeps two rows apart that may be the same, and says so', () => {
    const state = take(nothing, applications('ABS', 'Agency Business Systems (ABS)', 'ABS'));
    expect(state.project.applications.map(({ id }) => id)).toEqual([
      'abs',
      'agency-business-systems-abs',
      'abs-2',
    ]);
    expect(state.report.flagged).toEqual([
      {
        line: 3,
        note: '"Agency Business Systems (ABS)" may be the same as "ABS"; they are kept apart.',
      },
      { line: 4, note: '"ABS" stands on line 2 already; the two are kept apart.' },
    ]);
  });

  test('says between which applications an end cannot be decided', () => {
    const state = take(
      take(nothing, applications('Finance Systems', 'The Finance System')),
      integrations('A,finance system,'),
    );
    expect(state.report.flagged.map(({ note }) => note)).toEqual([
      'The source "finance system" could be "Finance Systems" or "The Finance System"; it stays as written.',
    ]);
  });

  test('leaves the notes of an application that a person made', () => {
    const project = { ...empty, applications: [{ id: 'erp', name: 'Erp', notes: 'ours', answers: [] }] };
    const state = take({ ...nothing, project }, applications('ERP,Kim,theirs'));
    expect(state.project.applications).toMatchObject([{ id: 'erp', name: 'ERP', notes: 'ours' }]);
    expect(take(state, applications('ERP,Kim,theirs')).merged.project).toBe(state.project);
  });
});

test('5,000 rows are merged, and merged again they change nothing', () => {
  const rows = Array.from({ length: 5000 }, (_, at) => `Flow ${at % 2500},System ${at % 700},Hub ${at % 3}`);
  const inventory = integrations(...rows);
  const once = mergeIntegrations(empty, [], inventory, run);
  const twice = mergeIntegrations(once.project, once.created, inventory, run);
  expect(once.created).toHaveLength(5000);
  expect(once.project.applications).toHaveLength(703);
  expect(twice.changed).toEqual([]);
});
