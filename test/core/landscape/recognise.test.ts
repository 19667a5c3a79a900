import { describe, expect, test } from 'vitest';
import {
  lookOf,
  openRegister,
  recognise,
  recogniser,
  slugOf,
} from '../../../src/core/landscape/recognise.ts';

const applications = [
  'Agency Business Systems (ABS)',
  'Florida PALM',
  'LAS/PBS',
  'FACTS',
  'MFMP',
  'People First',
  'Human Resource Information Systems (HRIS)',
].map((name) => ({ id: slugOf(name), name }));

const found = (written: string, known = applications) => recognise(written, known)?.name;

describe('an end that somebody wrote', () => {
  test.each([
    ['Agency Business Systems (ABS)', 'Agency Business Systems (ABS)'],
    ['Agency Business System (ABS)', 'Agency Business Systems (ABS)'],
    ['agency business systems', 'Agency Business Systems (ABS)'],
    ['an  Agency Business System', 'Agency Business Systems (ABS)'],
    ['AGENCY BUSINESS SYSTEMS', 'Agency Business Systems (ABS)'],
    ['ABS', 'Agency Business Systems (ABS)'],
    ['the ABS', 'Agency Business Systems (ABS)'],
    ['agency\u00a0business\nsystems(ABS)', 'Agency Business Systems (ABS)'],
    ['Planning and Budgeting System (LAS/PBS)', undefined],
    ['Legislative Appropriations System / Planning and Budgeting Subsystem (LAS/PBS)', undefined],
    ['Florida Accountability Contract Tracking System (FACTS)', 'FACTS'],
    ['florida palm', 'Florida PALM'],
    ['Human Resource Information Systems', 'Human Resource Information Systems (HRIS)'],
  ])('%j is recognised as %j', (written, name) => {
    expect(found(written)).toBe(name);
  });

  test.each([
    'FACTS and Agency Business Systems',
    'FACTS and Agency Business Systems (ABS)',
    'Agency Business Systems, MFMP',
    'Agency Business Systems, and Enterprise partners',
    'Human Resource Information Systems (HRIS), such as People First',
    'LAS/PBS and agencies',
    'Florida PALM (test)',
    'Florida',
    'Business Systems',
    'PALM',
    '',
    '(ABS)',
  ])('%j is nobody we know', (written) => {
    expect(found(written)).toBeUndefined();
  });

  test('that fits two applications is neither of them', () => {
    const two = [
      { id: 'a', name: 'Finance Systems' },
      { id: 'b', name: 'The Finance System' },
    ];
    expect(found('finance system', two)).toBeUndefined();
    expect(recogniser(two).find('a finance system')).toHaveLength(2);
  });

  test('that is spelled like one application is that one, whatever other forms it fits', () => {
    const two = [
      { id: 'a', name: 'ABS' },
      { id: 'b', name: 'Agency Business Systems (ABS)' },
    ];
    expect(found('abs', two)).toBe('ABS');
    expect(found('Agency Business System (ABS)', two)).toBeUndefined();
  });

  test('keeps what stands in brackets where it is no abbreviation', () => {
    const two = [
      { id: 'eu', name: 'ERP (EU)' },
      { id: 'us', name: 'ERP (US)' },
    ];
    expect(found('ERP', two)).toBeUndefined();
    expect(found('ERP (US)', two)).toBe('ERP (US)');
    expect(found('ERP', [{ id: 'eu', name: 'ERP (EU)' }])).toBeUndefined();
  });

  test('with another abbreviation is another application', () => {
    expect(found('Sales Platform (SPL)', [{ id: 'a', name: 'Sales Platform (SP)' }])).toBeUndefined();
  });

  test('in short capitals does not lose its s', () => {
    expect(found('MAPS', [{ id: 'a', name: 'MAP' }])).toBeUndefined();
    expect(found('AWS', [{ id: 'a', name: 'AW' }])).toBeUndefined();
  });

  test('comes to an end, however odd it is', () => {
    // A pattern that goes back over them again and again would take for ever.
    const odd = [`${'a'.repeat(50_000)} (AAAAAAAAAAB)`, `${'('.repeat(50_000)}`, `a${' '.repeat(50_000)}(AB`];
    for (const written of odd) expect(found(written)).toBeUndefined();
  });
});

describe('without a list', () => {
  test.each([
    ['Central FLAIR', 'name'],
    ['salesforce', 'name'],
    ['EOG/OPB', 'name'],
    ['Agency Business System (ABS)', 'name'],
    ['FACTS and Agency Business Systems', 'several'],
    ['Agency Business Systems, MFMP', 'several'],
    ['SAP & Oracle', 'several'],
    ['SAP\nOracle', 'several'],
    ['third parties (e.g., banks)', 'several'],
    ['various agency/enterprise systems', 'several'],
    ['spreadsheet (Excel)', 'file'],
    ['spreadsheet template (DFS and agency users)', 'file'],
    ['predefined excel spreadsheet', 'file'],
    ['external systems (agency)', 'description'],
    ['authorized external business systems', 'description'],
    ['source systems', 'description'],
    ['agencies', 'description'],
    ['2024', 'description'],
    ['', 'description'],
  ] as const)('%j looks like a %s', (written, look) => {
    expect(lookOf(written)).toBe(look);
  });
});

describe('an id', () => {
  test.each([
    ['Inbound Voucher Load (API002)', 'inbound-voucher-load-api002'],
    ['  Ünïcode -- Straße & Øresund ', 'unicode-strasse-oresund'],
    ['Café Łódź', 'cafe-lodz'],
    ['__proto__', 'proto'],
  ])('is made of the letters of %j', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  test('is never empty, never long, and the same each time', () => {
    const names = [
      '顧客',
      'Заказы',
      '🚀',
      '---',
      '…',
      'x'.repeat(500),
      `${'顧客 CRM '.repeat(40)}`,
      'हिन्दी',
      '0',
    ];
    const slugs = names.map(slugOf);
    for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9][a-z0-9-]{0,51}(?<!-)$/);
    expect(new Set(slugs).size).toBe(names.length);
    expect(names.map(slugOf)).toEqual(slugs);
    expect(slugOf('顧客 CRM')).not.toBe(slugOf('顧問 CRM'));
  });

  test('gets a number where it is taken', () => {
    const register = openRegister([{ id: 'orders', name: 'Orders' }]);
    expect(['Orders', 'orders!', 'Orders'].map(register.idFor)).toEqual(['orders-2', 'orders-3', 'orders-4']);
  });

  test('stays within 60 characters with its number', () => {
    const register = openRegister([]);
    const ids = Array.from({ length: 2000 }, () => register.idFor('long '.repeat(30)));
    expect(new Set(ids).size).toBe(2000);
    for (const id of ids) expect(id.length).toBeLessThanOrEqual(60);
  });

  test('of a removed thing is not given to a later one of the same name, so the order of rows holds', () => {
    const kept = [
      { id: 'orders-10', name: 'Orders' },
      { id: 'orders-7', name: 'ORDERS' },
      { id: 'made-by-hand-1', name: 'orders' },
    ];
    const register = openRegister(kept);
    const ids = [2, 3, 4].map((line) => register.claim('Orders', line).kept?.id);
    expect(ids).toEqual(['made-by-hand-1', 'orders-7', 'orders-10']);
    expect(register.claim('Orders', 5)).toEqual({ kept: undefined, twin: 2 });
    expect(register.idFor('Orders')).toBe('orders-11');
  });
});
