import type { IntegrationsReply } from '../app/project/project-reply.ts';
import { ends } from './about-line.ts';
import { buttonRow, type ExecuteAction, type LinkAction, link, pageTurns } from './action.ts';
import { counted } from './counting.ts';
import type { Wording } from './wording.ts';

export interface IntegrationsData {
  readonly speak: string;
  readonly project: string;
  readonly rows: readonly {
    readonly name: string;
    readonly ends: string;
    readonly state: string;
    readonly verb: 'Continue' | 'Interview';
    readonly interview: LinkAction;
    readonly risks: LinkAction;
  }[];
  readonly actions: readonly ExecuteAction[];
}

type Item = IntegrationsReply['items'][number];

export function integrationsData(reply: IntegrationsReply, wording: Wording): IntegrationsData {
  const total = reply.total === 0 ? 'no integrations yet' : counted(reply.total, 'integration');
  const place = reply.pages > 1 ? ` · page ${reply.page} of ${reply.pages}` : '';
  return {
    speak: wording.spoken(
      `${reply.project}: ${total}. ${reply.items.map((item) => item.integration.name).join(', ')}`,
    ),
    project: `${wording.run(reply.project, 80)} · ${total}${place}`,
    rows: reply.items.map((item) => row(item, wording)),
    actions: buttonRow(
      reply.buttons,
      wording,
      pageTurns(reply, (page) => ({ do: 'integrations', page })),
    ),
  };
}

function row(item: Item, wording: Wording): IntegrationsData['rows'][number] {
  const { project, id: integration, name } = item.integration;
  const verb = item.open ? 'Continue' : 'Interview';
  const called = wording.plain(name, 40);
  const joined = ends(item.integration, wording);
  return {
    name: wording.run(name, 100),
    // Each on a line of its own, in one block: a block for each line would halve the rows a card has room for.
    ends: joined && `\n${joined}`,
    state: `\n${state(item)}`,
    verb,
    interview: link(
      `${verb}: ${called}`,
      item.open ? { do: 'continue' } : { do: 'open-interview', project, integration },
    ),
    risks: link(`Risks: ${called}`, { do: 'show-risks', project, integration, page: 1 }),
  };
}

function state({ answered, worst }: Item): string {
  return [
    answered === 0 ? 'no answers yet' : counted(answered, 'answer'),
    worst ? `worst risk: ${worst}` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
