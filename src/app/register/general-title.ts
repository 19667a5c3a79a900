/** The title of a finding where it is about several: "It is not clear what the business gains from an integration". */
import type { Content } from '../../core/interview/topic.ts';
import type { Project } from '../../core/landscape/landscape.ts';

/** Both ends in one breath. */
const pairs: readonly (readonly [RegExp, string])[] = [
  [/\{source\} or \{target\}/g, 'the sending or the receiving application'],
  [/\{source\} and \{target\}/g, 'the sending and the receiving application'],
];
const names: Readonly<Record<string, string>> = {
  integration: 'an integration',
  source: 'the sending application',
  target: 'the receiving application',
  application: 'an application',
};

export function generalTitle(
  { risk, portfolio }: Content,
  project: Pick<Project, 'name'>,
  { rule, title }: { readonly rule: string; readonly title: string },
): string {
  const text = risk.get(rule)?.title ?? portfolio.find(({ key }) => key === rule)?.title;
  if (text === undefined) return title;
  const paired = pairs.reduce((title, [both, words]) => title.replace(both, words), text);
  const filled = paired.replace(/\{(\w+)\}/g, (whole, name: string) =>
    name === 'project' ? project.name : (names[name] ?? whole),
  );
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}
