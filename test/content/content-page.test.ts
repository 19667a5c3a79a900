/** What `docs/content.md` tells people who adapt the content is tried here: its pack is loaded, and its cases judged. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadContent } from '../../src/content/load-content.ts';
import { assess } from '../../src/core/judgement/assess.ts';
import { calculations } from '../../src/core/judgement/calculations/index.ts';
import { type Case, content, vantageOf } from '../house/cases.ts';

const root = new URL('../../', import.meta.url).pathname;
const page = readFileSync(join(root, 'docs/content.md'), 'utf8');
const blocks = [...page.matchAll(/^```yaml\n# (\S+)\n([\s\S]*?)^```$/gm)].map(([, name = '', text = '']) => ({
  name,
  text,
}));
const folder = mkdtempSync(join(tmpdir(), 'bridgekeeper-page-'));
afterAll(() => rmSync(folder, { recursive: true }));
for (const { name, text } of blocks) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}
const own = loadContent(join(root, 'dialogs'), calculations, join(folder, 'our-pack'));
const cases = parse(readFileSync(join(folder, 'our-cases.yaml'), 'utf8')) as Case[];

describe('the pack on the page', () => {
  test('adds a topic, asks in other words, changes a limit, and switches a question off', () => {
    expect(own.topics.at(-1)).toMatchObject({ id: 'tills', area: 'technology' });
    expect(own.question.get('governance-model.risk-review')?.ask).toContain('Monday round');
    expect(own.limits.find(({ id }) => id === 'slow-answer')?.value).toBe(3);
    expect(own.question.has('proprietary-technology.change-notice')).toBe(false);
  });

  test('leaves all the rest as it is', () => {
    const changed = [...content.question].filter(([key, question]) => {
      const { ask } = own.question.get(key) ?? {};
      return ask !== question.ask;
    });
    expect(changed.map(([key]) => key).sort()).toEqual([
      'governance-model.risk-review',
      'proprietary-technology.change-notice',
    ]);
  });

  test.each(cases.map((each) => ({ ...each })))('$name', (each) => {
    const findings = assess(own, calculations, vantageOf(each, own));
    const found = findings.filter(({ kind }) => kind !== 'assertion').map(({ rule }) => rule);
    expect(found).toEqual(expect.arrayContaining(each.raises ?? []));
    expect(found.filter((rule) => each.silent?.includes(rule))).toEqual([]);
    expect([...(each.raises ?? []), ...(each.silent ?? [])].filter((rule) => !own.risk.has(rule))).toEqual(
      [],
    );
  });

  test('the case of the changed limit is none with ours', () => {
    const changed = cases.find(({ raises }) => raises?.includes('proprietary-technology.no-supplier-help'));
    if (!changed) throw new Error('the page no longer has it');
    const ours = assess(content, calculations, vantageOf(changed));
    expect(ours.filter(({ kind }) => kind === 'risk').map(({ rule }) => rule)).not.toContain(
      'proprietary-technology.no-supplier-help',
    );
  });
});

describe('what the page says of us', () => {
  test('it tells of every leaf a condition can have', () => {
    const schema = JSON.parse(readFileSync(join(root, 'dialogs/topic.schema.json'), 'utf8'));
    const forms = (schema.definitions.condition.anyOf as { required: string[] }[]).flatMap(
      ({ required }) => required,
    );
    const leaves = [...new Set(forms)].filter((each) => each !== 'question');
    expect(leaves).toHaveLength(14);
    expect(leaves.filter((leaf) => !page.includes(`\`${leaf}\``))).toEqual([]);
  });

  test('its links lead somewhere', () => {
    const targets = [...page.matchAll(/\]\(([^)#]+)\)/g)].map(([, target = '']) => target);
    expect(targets.length).toBeGreaterThan(5);
    expect(targets.filter((target) => !existsSync(join(root, 'docs', target)))).toEqual([]);
  });
});
