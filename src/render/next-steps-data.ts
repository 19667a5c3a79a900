import type { NextStepsReply } from '../app/register/register-reply.ts';
import { buttonRow, type ExecuteAction, pageTurns, tap } from './action.ts';
import { counted } from './counting.ts';
import { servedBy, standing, whose } from './step-words.ts';
import type { Wording } from './wording.ts';

export interface NextStepsData {
  readonly speak: string;
  readonly about: string;
  readonly heading: string;
  readonly state: string;
  readonly steps: readonly {
    readonly mark: string;
    readonly color: 'Attention' | 'Default';
    readonly action: string;
    readonly lines: readonly { readonly lead: string; readonly text: string }[];
    readonly change: ExecuteAction;
  }[];
  readonly nothing: string;
  readonly actions: readonly ExecuteAction[];
}

export function nextStepsData(reply: NextStepsReply, wording: Wording): NextStepsData {
  const { project, whose: of, steps, total, late, page, pages } = reply;
  const heading = headline(reply);
  const [first] = steps;
  return {
    speak: wording.spoken(`${heading}. ${first ? `First: ${first.step.action}` : ''}`),
    about: `Project · ${wording.run(project.name, 80)}`,
    heading,
    state: [late > 0 ? `${late} late` : '', pages > 1 ? `page ${page} of ${pages}` : '']
      .filter(Boolean)
      .join(' · '),
    steps: steps.map((entry) => ({
      mark: `${standing(entry, wording)}\n`,
      color: entry.late ? 'Attention' : 'Default',
      action: wording.run(entry.step.action),
      lines: [
        { lead: 'For ', text: servedBy(entry, wording) },
        { lead: 'Owner: ', text: whose(entry, wording) },
      ],
      change: tap(`Open: ${wording.plain(entry.step.action, 60)}`, {
        do: 'show-step',
        project: project.id,
        step: entry.id,
      }),
    })),
    nothing: total > 0 ? '' : nothingTo(reply),
    actions: buttonRow(
      reply.buttons,
      wording,
      pageTurns(reply, (to) => ({ do: 'show-steps', project: project.id, all: of === 'all', page: to })),
    ),
  };
}

function headline({ whose: of, total }: NextStepsReply): string {
  if (of === 'mine') return total === 0 ? 'Nothing waits for you' : `${counted(total, 'next step')} for you`;
  return total === 0 ? 'No next steps' : counted(total, 'next step');
}

function nothingTo({ whose: of, others }: NextStepsReply): string {
  if (of === 'mine' && others > 0)
    return `${counted(others, 'step')} of the project ${others === 1 ? 'belongs' : 'belong'} to others, or to nobody yet.`;
  return 'Next steps come with the risks that the answers show.';
}
