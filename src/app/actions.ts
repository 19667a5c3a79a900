/** What is done at each command: one entry each, by theme. A command without an entry does not compile. */
import type { Command } from './command.ts';
import { digest } from './digest/on-demand.ts';
import { exportAs, exportProject } from './export/export.ts';
import { applyUpload, dropUpload, handIn, showUpload } from './export/hand-in.ts';
import type { House, Turn } from './house.ts';
import { answerPage, back, setAside } from './interview/answer.ts';
import { answerHere, answerInPrivate } from './interview/answer-here.ts';
import { askAgain, listAnswers, showAnswers } from './interview/change.ts';
import { changeBack } from './interview/change-back.ts';
import { confirm, confirmLater, stillTrue } from './interview/confirm.ts';
import type { InterviewCommand } from './interview/interview-command.ts';
import { continueSitting, pause } from './interview/sitting.ts';
import { begin, interview, openInterview } from './interview/start.ts';
import { sayText } from './interview/typed-text.ts';
import { landscape, showPlace } from './landscape/landscape.ts';
import { rosterChanged } from './people/admission.ts';
import { ask, askPerson } from './people/ask.ts';
import type { AskingCommand } from './people/asking-command.ts';
import { answerClaim } from './people/claimed-role.ts';
import { forget, forgetMe, stay } from './people/forget.ts';
import { myData } from './people/my-data.ts';
import { participation, showParticipation } from './people/participation.ts';
import { showPeople, showWhoIsWho } from './people/people.ts';
import type { PeopleCommand } from './people/people-command.ts';
import { plan, sendPlan, showPlan } from './people/plan.ts';
import type { PrivacyCommand } from './people/privacy-command.ts';
import { referTo } from './people/refer.ts';
import { answerRole, giveRole, noteRole, sayRole } from './people/roles.ts';
import { samePerson } from './people/same-person.ts';
import { addIntegration } from './project/add-integration.ts';
import { importText, trySample } from './project/import.ts';
import { listAll } from './project/integrations.ts';
import { project, setProject } from './project/project.ts';
import type { ProjectCommand } from './project/project-command.ts';
import { compare, showCompare } from './register/compare.ts';
import { showDifference } from './register/difference-card.ts';
import { differences } from './register/differences.ts';
import { risks, showRisks } from './register/findings.ts';
import { milestone } from './register/milestone.ts';
import { filterSteps, listSteps, nextSteps, showSteps } from './register/next-steps.ts';
import type { RegisterCommand } from './register/register-command.ts';
import { settle } from './register/settle.ts';
import { moveStep, proveStep, showStep } from './register/step.ts';
import { gate, showSummary, summary } from './register/summary.ts';
import { decide, treat, withdraw } from './register/treat.ts';
import { remindMe, snooze } from './reminder/put-off.ts';
import type { ReminderCommand } from './reminder/reminder-command.ts';
import { reminders, setReminders } from './reminder/reminders.ts';
import { previewSchedule } from './reminder/schedule-card.ts';
import { remindTeam, setSchedule } from './reminder/schedules.ts';
import type { Outcome } from './reply.ts';
import { help, leave, meet } from './welcome.ts';
import { adopt } from './what-if/adopt.ts';
import { changeRequest, previewChange, reopen } from './what-if/change-request.ts';
import { compareProposals, keepProposal, showProposal } from './what-if/proposals.ts';
import { whatIf, whatIfAsk, whatIfOf, whatIfSee } from './what-if/what-if.ts';
import type { WhatIfCommand } from './what-if/what-if-command.ts';

type Action<Each extends Command> = (house: House, turn: Turn, command: Each) => Promise<Outcome>;
type Actions<Theme extends Command> = {
  readonly [Do in Theme['do']]: Action<Extract<Theme, { readonly do: Do }>>;
};

const interviews: Actions<InterviewCommand> = {
  interview,
  'open-interview': openInterview,
  begin,
  continue: continueSitting,
  pause,
  answer: answerPage,
  'set-aside': setAside,
  back,
  say: (house, turn, { text }) => sayText(house, turn, text),
  'ask-again': askAgain,
  'change-back': changeBack,
  change: listAnswers,
  'show-answers': showAnswers,
  confirm,
  'still-true': stillTrue,
  'confirm-later': confirmLater,
  'answer-here': answerHere,
  'answer-in-private': answerInPrivate,
};

const trials: Actions<WhatIfCommand> = {
  'what-if': whatIf,
  'what-if-of': whatIfOf,
  'what-if-ask': whatIfAsk,
  'what-if-see': whatIfSee,
  'keep-proposal': keepProposal,
  'show-proposal': showProposal,
  'compare-proposals': compareProposals,
  adopt,
  'change-request': changeRequest,
  'preview-change': previewChange,
  reopen,
};

const register: Actions<RegisterCommand> = {
  risks,
  'show-risks': showRisks,
  summary,
  'show-summary': showSummary,
  gate,
  milestone,
  compare,
  'show-compare': showCompare,
  decide,
  treat,
  withdraw,
  'next-steps': nextSteps,
  'show-steps': showSteps,
  'list-steps': listSteps,
  'filter-steps': filterSteps,
  'show-step': showStep,
  'move-step': moveStep,
  'prove-step': proveStep,
  differences: (house, turn, { page }) => differences(house, turn, page),
  'show-difference': showDifference,
  settle,
};

const projects: Actions<ProjectCommand> = {
  project: (house, turn, { name }) => project(house, turn, name),
  'set-project': setProject,
  integrations: (house, turn, { page }) => listAll(house, turn, page),
  'add-integration': addIntegration,
  landscape,
  'show-place': showPlace,
  import: importText,
  'try-sample': trySample,
  export: exportProject,
  'export-file': exportAs,
  'hand-in': handIn,
  'show-upload': showUpload,
  'apply-upload': applyUpload,
  'drop-upload': dropUpload,
};

const people: Actions<PeopleCommand> = {
  people: showWhoIsWho,
  'show-people': showPeople,
  'say-role': sayRole,
  'note-role': noteRole,
  'give-role': giveRole,
  'answer-role': answerRole,
  'answer-claim': answerClaim,
  'same-person': samePerson,
};

const reminding: Actions<ReminderCommand> = {
  reminders: (house, turn) =>
    turn.caller.conversation.kind === 'personal' ? reminders(house, turn) : remindTeam(house, turn, ''),
  digest,
  'set-reminders': (house, turn, { inputs }) => setReminders(house, turn, inputs),
  snooze,
  'remind-me': (house, turn, { when }) => remindMe(house, turn, when),
  'remind-team': (house, turn, { when }) => remindTeam(house, turn, when),
  'set-schedule': setSchedule,
  'preview-schedule': previewSchedule,
};

const privacy: Actions<PrivacyCommand> = {
  'my-data': myData,
  'forget-me': forgetMe,
  forget,
  stay,
};

const asking: Actions<AskingCommand> = {
  ask,
  'ask-person': askPerson,
  'refer-to': referTo,
  plan,
  'show-plan': showPlan,
  'send-plan': sendPlan,
  participation,
  'show-participation': showParticipation,
};

const actions: Actions<Command> = {
  ...interviews,
  ...trials,
  ...register,
  ...projects,
  ...people,
  ...reminding,
  ...privacy,
  ...asking,
  help,
  meet: (house, turn, { address }) => meet(house, turn, address),
  leave,
  'roster-changed': rosterChanged,
};

export function carryOut(house: House, turn: Turn, command: Command): Promise<Outcome> {
  // The table holds each action to its own command; which one it is, is known only here.
  const action = actions[command.do] as Action<Command>;
  return action(house, turn, command);
}
