import type { WelcomeReply } from '../app/reply.ts';
import { buttonRow, type ExecuteAction } from './action.ts';
import { counted } from './counting.ts';
import type { Wording } from './wording.ts';

export interface WelcomeData {
  readonly speak: string;
  readonly purpose: string;
  readonly project: string;
  readonly hint: string;
  readonly actions: readonly ExecuteAction[];
}

const personal =
  'I ask you a few short questions about the integrations of your project. Then I say which risks the answers hold, why, and what to do next.';
const shared =
  'I ask people about the integrations of this project, each in personal chat. Here I show the risks, why, and what to do next. Mention me to ask.';

export function welcomeData(reply: WelcomeReply, wording: Wording): WelcomeData {
  const purpose = reply.where === 'personal' ? personal : shared;
  return {
    speak: wording.spoken(`Hello, I am Bridgekeeper. ${purpose}`),
    purpose,
    project: projectLine(reply.project, wording),
    hint: reply.where === 'personal' ? 'Type “help” at any time.' : 'Mention me with “help” at any time.',
    actions: buttonRow(reply.buttons, wording),
  };
}

export function projectLine(project: WelcomeReply['project'], wording: Wording): string {
  if (!project) return 'There is no project here yet: import an inventory, or add a first integration.';
  return `Project: ${wording.run(project.name, 80)} · ${counted(project.integrations, 'integration')}`;
}
