import type { AddIntegrationReply } from '../app/project/project-reply.ts';
import { type ExecuteAction, tap } from './action.ts';
import type { Wording } from './wording.ts';

export interface AddIntegrationData {
  readonly speak: string;
  readonly problem: string;
  readonly known: string;
  readonly name: string;
  readonly source: string;
  readonly target: string;
  readonly actions: readonly ExecuteAction[];
}

const mostKnown = 12;

export function addIntegrationData(reply: AddIntegrationReply, wording: Wording): AddIntegrationData {
  return {
    speak: wording.spoken(
      `Add an integration: its name, and the applications it joins. ${reply.problem ?? ''}`,
    ),
    problem: wording.run(reply.problem ?? ''),
    known: known(reply.applications, wording),
    ...reply.filled,
    actions: [
      tap('Add', { do: 'add-integration' }, { primary: true, form: true }),
      tap('Not now', { do: 'integrations', page: 1 }, { withoutInputs: true }),
    ],
  };
}

function known(applications: readonly string[], wording: Wording): string {
  if (applications.length === 0) return '';
  const shown = applications.slice(0, mostKnown).map((name) => wording.run(name, 40));
  const rest = applications.length - shown.length;
  return `Known applications: ${shown.join(' · ')}${rest > 0 ? ` · and ${rest} more` : ''}`;
}
