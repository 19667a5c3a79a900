import { describe, expect, test } from 'vitest';
import type { CauseLine } from '../../src/app/register/compare-reply.ts';
import { causeText } from '../../src/render/cause-text.ts';
import { wordingFor } from '../../src/render/wording.ts';

const wording = wordingFor({ roles: [], stages: [] }, 1000);

const stale: Extract<CauseLine, { kind: 'stale' }> = {
  kind: 'stale',
  label: 'Deputy',
  about: 'Florida PALM',
  by: 'Iris Wong',
  at: '2026-01-12T16:40:00Z',
  words: 'Yes',
};

describe('an answer that grew old says whose it is, which, and since when', () => {
  const said = 'Deputy (Florida PALM) has grown old: Iris Wong said “Yes” on 12 January 2026';

  test('by its age', () => {
    expect(causeText({ ...stale, since: '2026-03-14' }, wording)).toBe(
      `${said}, to be confirmed since 14 March 2026`,
    );
  });

  test('by a gate or a change', () => {
    expect(causeText({ ...stale, why: 'before the stage Implement' }, wording)).toBe(
      `${said}, before the stage Implement`,
    );
  });

  test('and nobody is named or quoted in a channel', () => {
    expect(causeText({ kind: 'stale', label: 'Deputy', about: 'Florida PALM' }, wording)).toBe(
      'an answer has grown old: Deputy (Florida PALM)',
    );
  });
});
