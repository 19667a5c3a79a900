/** The ways on from a summary, and the answers where what it is to be of is not clear. */
import type { Finding } from '../../core/judgement/finding.ts';
import type { Project } from '../../core/landscape/landscape.ts';
import type { StepFilter } from '../../core/register/step-list.ts';
import type { House } from '../house.ts';
import { button, notice } from '../notices.ts';
import { shorten } from '../project/integrations.ts';
import type { Button, NoticeReply } from '../reply.ts';
import type { SummaryOf } from './register-command.ts';
import type { Named } from './summary-of.ts';

/** Buttons for things of one name; a card has room for six. */
const offered = 6;

export const differencesButton: Button = { title: 'Differences', command: { do: 'differences', page: 1 } };

export function buttonsFor(
  house: House,
  project: Project,
  { of, name }: Named,
  worst: Finding | undefined,
  isComparable: boolean,
): Button[] {
  const show = (title: string, what: SummaryOf): Button => ({
    title,
    command: { do: 'show-summary', project: project.id, of: what, page: 1 },
  });
  const stage = house.content.stages.find(({ id }) => id === project.stage);
  const subject = worst?.subject;
  return [
    ...(subject?.scope === 'integration'
      ? [
          {
            title: `Risks: ${worst?.about}`,
            command: { do: 'show-risks', project: project.id, integration: subject.id, page: 1 },
            primary: true,
          } as const,
        ]
      : []),
    ...(of.scope === 'project' ? [] : [show('Whole project', { scope: 'project' })]),
    ...(isComparable ? [button('compare')] : []),
    ...(stage && of.scope !== 'gate' && !isComparable
      ? [show(`Gate ${stage.title}`, { scope: 'gate', id: stage.id })]
      : []),
    {
      title: 'Next steps',
      command: { do: 'show-steps', project: project.id, all: true, page: 1, ...stepsOf({ of, name }) },
    },
  ];
}

/** Those of the part that the summary is of, where steps belong to one. */
function stepsOf({ of, name }: Named): { readonly only?: StepFilter } {
  switch (of.scope) {
    case 'application':
    case 'integration':
      return { only: { about: of } };
    case 'person':
      return { only: { whose: { kind: 'person', name } } };
    default:
      return {};
  }
}

const kinds: Readonly<Record<SummaryOf['scope'], string>> = {
  project: 'project',
  application: 'application',
  integration: 'integration',
  person: 'person',
  topic: 'topic',
  gate: 'gate',
};

export function whichNotice(project: Project, found: readonly Named[], sought: string): NoticeReply {
  return {
    ...notice(`“${shorten(sought)}” can be several`, [
      found.length > offered ? 'These are the first. Say more of the name to find the others.' : 'Which one?',
    ]),
    buttons: found.slice(0, offered).map(({ of, name }) => ({
      title: `${name} (${kinds[of.scope]})`,
      command: { do: 'show-summary', project: project.id, of, page: 1 },
    })),
  };
}

export function unknownName(sought: string): NoticeReply {
  return notice(
    `I know nothing called “${shorten(sought)}”`,
    ['A summary is of the project, an application, an integration, a person or a topic.'],
    'summary',
    'list',
  );
}

export function unknownStage({ content }: House, project: Project, sought: string): NoticeReply {
  return {
    ...notice(`No stage is called “${shorten(sought)}”`, ['Pick one.']),
    buttons: content.stages.map(({ id, title }) => ({
      title,
      command: { do: 'show-summary', project: project.id, of: { scope: 'gate', id }, page: 1 },
    })),
  };
}
