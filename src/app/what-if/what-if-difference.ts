/** The findings as they are beside those that there would be, under one proposal or several. */
import { assessProject } from '../../core/judgement/assess-project.ts';
import type { Finding } from '../../core/judgement/finding.ts';
import { type Assumed, assume, besides } from '../../core/register/proposal.ts';
import type { House, Turn } from '../house.ts';
import { nameOf } from '../interview/page.ts';
import type { Scene } from '../interview/scene.ts';
import { judgeProject } from '../register/judge-project.ts';
import { todayOf } from '../today.ts';
import { guessesOf, linesOf } from './what-if-assumed.ts';
import type { DifferenceReply, Rated } from './what-if-reply.ts';

const mostRows = 12;

interface Option {
  readonly id: string;
  readonly name: string;
  readonly assumed: readonly Assumed[];
}

export async function difference(
  house: House,
  turn: Turn,
  scene: Scene,
  options: readonly Option[],
): Promise<DifferenceReply> {
  const { project } = scene.vantage;
  const { integration } = scene.who;
  const { integrations, findings } = await judgeProject(house, project);
  const by = { kind: 'person', id: turn.caller.id, name: turn.caller.name } as const;
  const judged = options.map(({ assumed }): readonly Finding[] => {
    const { content, calculations, judged: memory } = house;
    const proposal = { integration: integration.id, assumed };
    const would = assume(content, { project, integrations }, proposal, by, turn.at);
    // Another project would push what is known of this one out of memory.
    const known = would.project === project ? memory : undefined;
    return assessProject(content, calculations, would.project, would.integrations, known, todayOf(house));
  });
  const rows = besides(findings, ...judged);
  const rated = (noted: { readonly kind: string; readonly severity: Rated } | undefined): Rated =>
    noted ? (noted.kind === 'unknown' ? 'unknown' : noted.severity) : 'none';
  const [only] = options;
  return {
    kind: 'difference',
    integration: nameOf(project, integration),
    options: options.map(({ id, name, assumed }) => ({
      id,
      name,
      lines: linesOf(house, scene, assumed),
    })),
    rows: rows.slice(0, mostRows).map(({ title, now, would }) => ({
      title,
      now: rated(now),
      would: would.map(({ noted, shift }) => ({ rated: rated(noted), ...(shift ? { shift } : {}) })),
    })),
    more: Math.max(0, rows.length - mostRows),
    assumed: only && options.length === 1 ? guessesOf(only.assumed) : [],
  };
}
