/** Everything that the form of a single file cannot tell. The complaints go to the files. */
import type { Calculation } from '../core/judgement/calculation.ts';
import type { Ground } from './check-condition.ts';
import { topicIdFaults, twiceIn } from './check-ids.ts';
import { questionFaults } from './check-question.ts';
import { riskFaults } from './check-risk.ts';
import { stepFaults } from './check-step.ts';
import { coverCircles, unusedQuestions, usedQuestions } from './check-use.ts';
import type { Fault } from './complaint.ts';
import { holds, indexNames, isReadable } from './names.ts';
import type { Listing, Pack } from './read-pack.ts';

export function checkPack(pack: Pack, calculations: readonly Calculation[]): void {
  const ground: Ground = {
    pack,
    names: indexNames(pack.topics),
    calculations: new Map(calculations.map((calculation) => [calculation.id, calculation])),
  };
  // What has a mistake in its form may be the only place that uses a question.
  const used = pack.topics.every(({ whole }) => whole) ? usedQuestions(ground) : undefined;
  for (const list of [pack.roles, pack.stages, pack.dates, pack.limits, pack.reasons]) {
    list.file.complain(twiceIn(list.ids ?? [], [list.field]));
  }
  pack.roles.file.complain(
    neededFaults(pack.roles, 'project-manager', 'what nobody else owns falls to this role'),
  );
  pack.reasons.file.complain(neededFaults(pack.reasons, 'other', 'a typed "n/a" is filed under it'));
  pack.inventory.file.complain(columnFaults(ground));
  for (const topic of pack.topics) {
    topic.file.complain([
      ...topicIdFaults(topic, pack.topics),
      ...(topic.questions ?? []).filter(isReadable).flatMap((question) => questionFaults(question, ground)),
      ...(topic.risks ?? []).filter(isReadable).flatMap((risk) => riskFaults(risk, ground)),
      ...(topic.steps ?? []).filter(isReadable).flatMap((step) => stepFaults(step, topic, ground)),
      ...coverCircles(topic, ground.names),
      ...(used ? unusedQuestions(topic, used) : []),
    ]);
  }
}

function columnFaults({ pack, names }: Ground): Fault[] {
  return Object.entries(pack.inventory.columns).flatMap(([column, question]) =>
    names.question(question)
      ? []
      : [{ path: ['columns', column], message: `there is no question "${question}"` }],
  );
}

/** The few ids that code relies on. */
function neededFaults(listing: Listing<unknown>, id: string, because: string): Fault[] {
  return holds(listing, id) ? [] : [{ path: [listing.field], message: `"${id}" is missing: ${because}` }];
}
