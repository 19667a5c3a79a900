/** Who takes a step on, and by when, as far as that is known. */
import { subjectKey } from '../../core/interview/answer.ts';
import type { Who } from '../../core/register/deed.ts';
import type { StepEntry } from '../../core/register/steps.ts';
import { dayWords, listed } from './day-words.ts';
import type { Ground } from './ground.ts';

/** What a manager decides is who does it, and by when. */
export function whomFor(ground: Ground, step: StepEntry): string {
  const { house, reader, today } = ground;
  const { role, owners, moved, late, due } = step;
  const isNew = moved !== undefined && late;
  const date = isNew ? 'a new date' : 'a date';
  const until = due && due > today ? `by ${dayWords(due, today)}` : undefined;
  const knows = mostHeard(ground, step);
  const names = owners.map(({ name }) => name);
  if (names.length === 0) {
    const { phrase = role } = house.content.roles.find(({ id }) => id === role) ?? {};
    const choose = knows
      ? `ask ${knows.name}, who answered, ${until ? `to do it ${until}` : `for ${date}`}`
      : `name somebody, ${until ?? `and ${date}`}`;
    return `No ${phrase.replace(/^the /, '')} is named: ${choose}.`;
  }
  if (owners.some(({ id }) => id === reader.id)) {
    const set = until ? 'take it on' : `set ${date}`;
    const act = knows ? `talk to ${knows.name}${until ? '' : ` and ${set}`}` : set;
    return `Yours${until ? `, ${until}` : ''}: ${act}, or give it to somebody.`;
  }
  if (isNew) return `Agree with ${listed(names, 2)} on a new date.`;
  return names.length === 1
    ? `Ask ${names.join()} to take it on, ${until ?? 'with a date'}.`
    : `Ask ${listed(names, 2)} who takes it on, ${until ?? 'and by when'}.`;
}

/** Of those who are still there, whoever has answered most about what the step is about. */
function mostHeard({ project, judged, others }: Ground, { subject }: StepEntry): Who | undefined {
  const places = [
    ...judged.integrations.map(({ id, answers }) => ({ scope: 'integration', id, answers })),
    ...project.applications.map(({ id, answers }) => ({ scope: 'application', id, answers })),
  ];
  const place = places.find(({ scope, id }) => subjectKey(subject) === `${scope}:${id}`);
  const said = (place?.answers ?? []).filter(({ said: { kind } }) => kind === 'value');
  const heard = others
    .map(({ member }) => ({
      member,
      count: said.filter(({ by }) => by.kind === 'person' && by.id === member.id).length,
    }))
    .filter(({ count }) => count > 0);
  return heard.toSorted((one, other) => other.count - one.count)[0]?.member;
}
