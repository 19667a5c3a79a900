/** Who waits or is waited for, named kindly: a reason to talk to somebody, and never a mark against them. */
import { foresee, nextPage } from '../../core/interview/interview.ts';
import { isBy } from '../../core/interview/interviewee.ts';
import type { Integration } from '../../core/landscape/landscape.ts';
import { takesPart } from '../../core/landscape/roles.ts';
import type { Posted } from '../../core/reminder/letter.ts';
import { sceneOf } from '../interview/scene.ts';
import { listPosted } from '../reminder/outbox.ts';
import { counted, countWords, daysFrom, dayWords, whenWords } from './day-words.ts';
import { called, dayOf, type Ground, type Other } from './ground.ts';

const mostLines = 3;

export async function stuckIn(ground: Ground): Promise<string[]> {
  const posted = await listPosted(ground.house.store, ground.project.id);
  const asked = posted.flatMap((each) => askedLine(ground, each) ?? []);
  const halfway = ground.others.flatMap((other) => halfwayLine(ground, other) ?? []);
  const all = [...new Set([...asked, ...halfway])];
  const more = all.length - mostLines;
  return more > 0 ? [...all.slice(0, mostLines), `And ${countWords(more)} more like this.`] : all;
}

function askedLine(ground: Ground, { letter, delivery }: Posted): string | undefined {
  const { content, to, id } = letter;
  if (content.kind !== 'asked' || to.kind !== 'person' || to.id === ground.reader.id) return undefined;
  if (ground.project.people.some((member) => member.id === to.id && !takesPart(member))) return undefined;
  // Somebody may be asked who has never been seen in the project.
  const stranger: Other = { member: { id: to.id, name: to.name, roles: [] }, nudged: {} };
  const other = ground.others.find(({ member }) => member.id === to.id) ?? stranger;
  const { member, person, nudged } = other;
  const integration = ground.judged.integrations.find((each) => each.id === content.integration);
  if (!integration || delivery.state === 'waiting' || delivery.state === 'claimed') return undefined;
  if (delivery.state === 'failed')
    return `I cannot reach ${member.name} about ${integration.name}. Please ask in person.`;
  if (delivery.state === 'dropped' || hasSpoken(integration, other, delivery.at)) return undefined;
  const { today } = ground;
  const { awayUntil, stopped } = person?.reminders ?? {};
  if (awayUntil !== undefined && awayUntil >= today)
    return `${member.name} is away until ${dayWords(awayUntil, today)}; ${integration.name} waits till then.`;
  const known = nudged[`asked/${ground.project.id}/${id}`];
  if (known?.over === 'not-mine')
    return `${member.name} is not the one to ask about ${integration.name}. Who is?`;
  const asker = called(ground, content.by);
  const asked = dayOf(ground, delivery.at);
  // Told before, it does not read word for word as it did.
  const since = isTold(ground, delivery.at)
    ? `${member.name} has not answered ${asker} about ${integration.name} for ${counted(daysFrom(asked, today), 'day')}`
    : `${member.name} has not answered about ${integration.name} since ${asker} asked ${whenWords(asked, today)}`;
  if (stopped) return `${since}, and wants no reminders; a word from you might help.`;
  if (known?.over === 'passed-on') return `${since} and two reminders; a call might help.`;
  return (known?.times ?? 0) > 1 ? `${since}; I have sent one reminder.` : `${since}.`;
}

/** The digest before could tell it. */
const isTold = ({ since }: Ground, at: string) => since !== undefined && at < since.at;

function hasSpoken({ answers }: Integration, { member }: Other, since: string): boolean {
  return answers.some((answer) => answer.at > since && isBy(answer, { member }));
}

function halfwayLine(ground: Ground, { member, person }: Other): string | undefined {
  const { house, project, judged, today } = ground;
  const sitting = person?.sitting;
  if (!sitting || sitting.project !== project.id || dayOf(ground, sitting.since) >= today) return undefined;
  const integration = judged.integrations.find(({ id }) => id === sitting.integration);
  if (!integration) return undefined;
  const scene = sceneOf(
    house,
    { project, integration },
    { ...sitting, member, since: house.now().toISOString() },
  );
  // Who has answered their ten has done what was asked of them, whatever is left for another day.
  if (nextPage(scene.known, { ...scene.who, since: sitting.since }).kind !== 'page') return undefined;
  const { questions } = foresee(scene.known, scene.who);
  const day = dayOf(ground, sitting.since);
  const when = isTold(ground, sitting.since)
    ? `${counted(daysFrom(day, today), 'day')} ago`
    : whenWords(day, today);
  return `${member.name} stopped half-way through ${integration.name} ${when}; ${counted(questions, 'question')} left.`;
}
