import { describe, expect, it } from 'vitest';
import type { Integration, Project } from '../../../src/core/landscape/landscape.ts';
import { type AuditEntry, auditOf } from '../../../src/core/register/audit.ts';
import type { Deed, Did } from '../../../src/core/register/deed.ts';
import {
  answer,
  application,
  chose,
  content,
  integration,
  project,
  question,
  risk,
  unsure,
} from '../builders.ts';

const pack = content(
  [question('owners.who', { scope: 'application' }), question('load.peak')],
  [risk('load.too-much', { question: 'load.peak', is: 'yes' } as never)],
);
const hour = (at: number) => `2026-03-02T${String(at).padStart(2, '0')}:00:00.000Z`;
const deed = (at: number, did: Did, door: Deed['door'] = 'teams'): Deed => ({
  by: { id: 'omar', name: 'Omar Haddad' },
  at: hour(at),
  turn: `turn ${at}`,
  door,
  did,
});

const inShort = ({ by, about, what, from, to }: AuditEntry) =>
  `${by.name}: ${about}: ${what}: ${from ? `${from} → ` : ''}${to}`;
const audit = (whole: Partial<Project>, ...integrations: Integration[]) =>
  auditOf(pack, project(whole), integrations).map(inShort);

describe('the audit', () => {
  it('puts the answers and deeds of all documents into the order of time', () => {
    const flow = integration([answer('load.peak', chose('yes'), 'dana', hour(11))], {
      deeds: [deed(12, { kind: 'withdrawn', finding: 'load.too-much@integration:orders' })],
    });
    const shop = application('shop', [answer('owners.who', chose('no'), 'dana', hour(10))]);
    const deeds = [deed(9, { kind: 'set', field: 'stage', from: 'initiate', to: 'implement' })];
    expect(audit({ applications: [shop], deeds }, flow)).toEqual([
      'Omar Haddad: Programme: Stage of the project: initiate → implement',
      'Name of dana: SHOP: Label of owners.who: no',
      'Name of dana: Web orders: Label of load.peak: yes',
      'Omar Haddad: Web orders: Risk: Risk load.too-much of Web orders: taken back',
    ]);
  });

  it('names milestones and proposals among them, with who made them', () => {
    const log = [answer('load.peak', chose('yes'), 'dana', hour(9))];
    const made = { schema: 1, by: { id: 'omar', name: 'Omar Haddad' } };
    const entries = auditOf(pack, project({}), [integration(log)], {
      milestones: [{ ...made, id: 'one', name: 'Gate 1', at: hour(8) }],
      proposals: [{ ...made, id: 'two', name: 'By night', at: hour(10), integration: 'orders' }],
    });
    expect(entries.map(inShort)).toEqual([
      'Omar Haddad: Programme: Milestone: Gate 1',
      'Name of dana: Web orders: Label of load.peak: yes',
      'Omar Haddad: Web orders: What if, kept beside the record: By night',
    ]);
    expect(entries.map(({ kind }) => kind)).toEqual(['milestone', 'answered', 'proposal']);
  });

  it('says what the same person had said before, and not what others said', () => {
    const log = [
      answer('load.peak', chose('yes'), 'dana', hour(8)),
      answer('load.peak', unsure, 'omar', hour(9)),
      answer('load.peak', chose('no'), 'dana', hour(10)),
    ];
    expect(audit({}, integration(log)).at(-1)).toBe('Name of dana: Web orders: Label of load.peak: yes → no');
    expect(audit({}, integration(log))[1]).toBe('Name of omar: Web orders: Label of load.peak: I don’t know');
  });

  it('follows one risk through its decisions, and one step through its states', () => {
    const finding = 'load.too-much@integration:orders';
    const owner = { name: 'Li Wei' };
    const step = 'load.act@integration:orders';
    const deeds = [
      deed(8, { kind: 'treated', finding, treatment: 'reduce', owner, due: '2026-04-01' }),
      deed(9, {
        kind: 'accepted',
        finding,
        owner,
        reason: 'Two weeks only',
        approver: { name: 'Carla Ruiz' },
        until: '2026-05-01',
        rated: { probability: 3, impact: 3 },
        ground: [],
      }),
      deed(10, { kind: 'moved-step', step, to: 'doing', owner }),
      deed(11, { kind: 'moved-step', step, to: 'dropped', reason: 'Not needed' }),
    ];
    expect(audit({}, integration([], { deeds })).slice(1)).toEqual([
      'Omar Haddad: Web orders: Risk: Risk load.too-much of Web orders: reduce, owner Li Wei; by 1 April 2026 → accepted until 1 May 2026, owner Li Wei; approved by Carla Ruiz; Two weeks only',
      'Omar Haddad: Web orders: Next step: Act on Web orders: under way; owner Li Wei',
      'Omar Haddad: Web orders: Next step: Act on Web orders: under way; owner Li Wei → dropped; Not needed',
    ]);
  });

  it('knows through which door a file came, and its suggestions with it', () => {
    const suggested = {
      ...answer('load.peak', chose('yes'), 'x', hour(8)),
      by: { kind: 'file', name: 'list.csv', line: 7 } as const,
      turn: 'turn 8',
    };
    const did = { kind: 'imported', file: 'list.csv', added: 1, changed: 0, answers: 1 } as const;
    const entries = auditOf(pack, project({ deeds: [deed(8, did, 'command-line')] }), [
      integration([suggested]),
    ]);
    expect(entries.map(({ kind, door, by }) => [kind, door, by.name])).toEqual([
      ['imported', 'command-line', 'Omar Haddad'],
      ['suggested', 'command-line', 'list.csv, line 7'],
    ]);
  });

  it('keeps what the content has dropped since', () => {
    const finding = 'gone.rule@application:gone';
    const flow = integration([answer('gone.question', chose('yes'), 'dana', hour(8))], {
      deeds: [deed(9, { kind: 'withdrawn', finding })],
    });
    expect(audit({}, flow)).toEqual([
      'Name of dana: Web orders: gone.question: value',
      'Omar Haddad: application:gone: Risk: gone.rule: taken back',
    ]);
  });
});
