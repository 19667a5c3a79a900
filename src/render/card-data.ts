/** Kind of reply ↔ what its template is bound to. The template of a kind is `cards/<kind>.json`. */
import type { Reply } from '../app/reply.ts';
import { addIntegrationData } from './add-integration-data.ts';
import { answersData } from './answers-data.ts';
import { changeRequestData } from './change-request-data.ts';
import { changesData } from './changes-data.ts';
import { compareData } from './compare-data.ts';
import { confirmData } from './confirm-data.ts';
import { decideData } from './decide-data.ts';
import { differenceData } from './difference-data.ts';
import { digestData } from './digest-data.ts';
import { fileData } from './file-data.ts';
import { findingsData } from './findings-data.ts';
import { forgetData } from './forget-data.ts';
import { governanceData } from './governance-data.ts';
import { helpData } from './help-data.ts';
import { importedData } from './imported-data.ts';
import { integrationsData } from './integrations-data.ts';
import { landscapeData } from './landscape-data.ts';
import { nextStepsData } from './next-steps-data.ts';
import { notedData } from './noted-data.ts';
import { noticeData } from './notice-data.ts';
import { pageData } from './page-data.ts';
import { participationData } from './participation-data.ts';
import { peopleData } from './people-data.ts';
import { planData } from './plan-data.ts';
import { projectData } from './project-data.ts';
import { reachData } from './reach-data.ts';
import { reminderData } from './reminder-data.ts';
import { remindersData } from './reminders-data.ts';
import { scheduleData } from './schedule-data.ts';
import { sideBySideData } from './side-by-side-data.ts';
import { startData } from './start-data.ts';
import { stepData } from './step-data.ts';
import { summaryData } from './summary-data.ts';
import { treatData } from './treat-data.ts';
import { welcomeData } from './welcome-data.ts';
import { whatIfData } from './what-if-data.ts';
import type { Wording } from './wording.ts';

/** Every template reads at least this. */
export interface CardData {
  readonly speak: string;
}

export type Kind = Reply['kind'];

const dataOf: { readonly [K in Kind]: (reply: Extract<Reply, { kind: K }>, wording: Wording) => CardData } = {
  welcome: welcomeData,
  help: helpData,
  notice: noticeData,
  integrations: integrationsData,
  'add-integration': addIntegrationData,
  start: startData,
  page: pageData,
  noted: notedData,
  findings: findingsData,
  answers: answersData,
  imported: importedData,
  project: projectData,
  landscape: landscapeData,
  reach: reachData,
  summary: summaryData,
  decide: decideData,
  treat: treatData,
  'next-steps': nextStepsData,
  step: stepData,
  reminder: reminderData,
  reminders: remindersData,
  compare: compareData,
  file: fileData,
  changes: changesData,
  confirm: confirmData,
  'change-request': changeRequestData,
  'what-if': whatIfData,
  difference: differenceData,
  'side-by-side': sideBySideData,
  governance: governanceData,
  schedule: scheduleData,
  plan: planData,
  participation: participationData,
  digest: digestData,
  people: peopleData,
  forget: forgetData,
};

export const kinds = Object.keys(dataOf) as readonly Kind[];

export function cardData(reply: Reply, wording: Wording): CardData {
  // The table above pairs kind and reply; TypeScript cannot follow that through a look-up.
  const toData = dataOf[reply.kind] as (reply: Reply, wording: Wording) => CardData;
  return toData(reply, wording);
}
