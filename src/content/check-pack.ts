/** Everything that the form of a single file cannot tell. The complaints go to the files. */
import type { Calculation } from '../core/judgement/calculation.ts';
import { chooserFaults } from './check-chooser.ts';
import type { Ground } from './check-condition.ts';
import { orderFaults } from './check-ids.ts';
import { portfolioFaults } from './check-portfolio.ts';
import { questionFaults } from './check-question.ts';
import { riskFaults } from './check-risk.ts';
import { stepFaults } from './check-step.ts';
import { circleFaults, unusedFaults, usedQuestions } from './check-use.ts';
import type { Fault, Path } from './complaint.ts';
import { absentId, absentIds, holds, indexNames, isReadable, type Readable } from './names.ts';
import type { Inventory, Listing, Pack } from './read-pack.ts';
import type { Entry } from './read-topic.ts';

export function checkPack(pack: Pack, calculations: readonly Calculation[]): void {
  const ground: Ground = {
    pack,
    names: indexNames(pack.topics),
    calculations: new Map(calculations.map((calculation) => [calculation.id, calculation])),
  };
  // What has a mistake in its form may be the only place that uses a question.
  const isWhole = [...pack.topics.map(({ head }) => head), ...pack.choosers.map(({ written }) => written)];
  const used = isWhole.every(Boolean) ? usedQuestions(ground) : undefined;
  pack.roles.file.complain(
    neededFaults(pack.roles, 'project-manager', 'what nobody else owns falls to this role'),
  );
  pack.reasons.file.complain(neededFaults(pack.reasons, 'other', 'a typed "n/a" is filed under it'));
  pack.stages.file.complain(
    pack.stages.entries.flatMap(({ ends = [] }, at) =>
      absentIds(ends, pack.dates, 'date', ['stages', at, 'ends']),
    ),
  );
  pack.stages.file.complain(
    pack.stages.entries.flatMap(({ reconfirm = [] }, at) =>
      unknownTopics(reconfirm, pack, ['stages', at, 'reconfirm']),
    ),
  );
  pack.changes.file.complain(
    pack.changes.entries.flatMap(({ questions }, at) => changeFaults(questions, ['changes', at], ground)),
  );
  for (const { columns, file } of pack.inventory) file.complain(columnFaults(columns, ground));
  for (const topic of pack.topics) {
    topic.file.complain(orderFaults(topic, pack.topics));
    const inStages = Object.keys(topic.head?.staleAfter?.stages ?? {});
    topic.file.complain(
      inStages.flatMap((stage) => absentId(stage, pack.stages, 'stage', ['staleAfter', 'stages', stage])),
    );
    each(topic.questions, (question) => [
      ...questionFaults(question, ground),
      ...(used ? unusedFaults(question, used) : []),
    ]);
    each(topic.risks, (risk) => [...riskFaults(risk, ground), ...circleFaults(risk, ground.names)]);
    each(topic.steps, (step) => stepFaults(step, topic, ground));
  }
  each(pack.choosers, (chooser) => chooserFaults(chooser, ground));
  each(pack.portfolio, (text) => portfolioFaults(text, ground));
}

/** Complains to the file in which the entry stands. */
function each<T>(
  entries: readonly Entry<T>[] | undefined,
  faultsOf: (entry: Readable<T>) => readonly Fault[],
): void {
  for (const entry of (entries ?? []).filter(isReadable)) entry.file.complain(faultsOf(entry));
}

function columnFaults(columns: Inventory['columns'], { names }: Ground): Fault[] {
  return Object.entries(columns).flatMap(([column, question]) =>
    names.question(question)
      ? []
      : [{ path: ['columns', column], message: `there is no question "${question}"` }],
  );
}

function unknownTopics(ids: readonly string[], { topics }: Pack, path: Path): Fault[] {
  return ids.flatMap((id, at) =>
    topics.some((topic) => topic.id === id)
      ? []
      : [{ path: [...path, at], message: `there is no topic "${id}"` }],
  );
}

/** What is said once about the whole project no single application makes untrue. */
function changeFaults(questions: readonly string[], path: Path, { names }: Ground): Fault[] {
  return questions.flatMap((key, at) => {
    const question = names.question(key);
    if (question === 'unreadable') return [];
    const message = !question
      ? `there is no question "${key}"`
      : question.written.scope === 'project'
        ? `"${key}" is asked about the project as a whole, and only an application or an integration changes`
        : '';
    return message ? [{ path: [...path, 'questions', at], message }] : [];
  });
}

/** The few ids that code relies on. */
function neededFaults(listing: Listing<unknown>, id: string, because: string): Fault[] {
  return holds(listing, id) ? [] : [{ path: [listing.field], message: `"${id}" is missing: ${because}` }];
}
