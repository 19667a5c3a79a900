import type { Participant, ParticipationReply, Standing } from '../app/people/participation-reply.ts';
import { type ExecuteAction, pageTurns, tap } from './action.ts';
import { counted, day, digits, inWords } from './counting.ts';
import type { Wording } from './wording.ts';

export interface ParticipationData {
  readonly speak: string;
  readonly about: string;
  readonly heading: string;
  readonly state: string;
  readonly people: readonly {
    readonly name: string;
    readonly standing: string;
    readonly lines: readonly { readonly text: string }[];
  }[];
  readonly nothing: string;
  readonly note: string;
  readonly actions: readonly ExecuteAction[];
}

export function participationData(reply: ParticipationReply, wording: Wording): ParticipationData {
  const { project, people, total, page, pages, bottleneck } = reply;
  const heading =
    total.asked > 0
      ? `${digits(total.answered)} of ${counted(total.asked, 'question')} answered`
      : 'Nobody has been asked yet';
  const note = bottleneck
    ? `Most waits for ${bottleneck.name}: ${counted(bottleneck.questions, 'question')}, asked on ${day(bottleneck.since)}. A word from you may help more than another reminder, or somebody else could say.`
    : '';
  return {
    speak: wording.spoken([`${heading}.`, note].join(' ')),
    about: `Project · ${wording.run(project.name, 80)}`,
    heading,
    state: [
      ...(total.people > 0 ? [`${counted(total.people, 'person', 'people')} asked`] : []),
      ...(pages > 1 ? [`page ${digits(page)} of ${digits(pages)}`] : []),
    ].join(' · '),
    people: people.map((person) => ({
      name: wording.run(person.name, 80),
      standing: person.standing.map((each) => ` · ${standingWords(each)}`).join(''),
      lines: linesOf(person).map((text) => ({ text })),
    })),
    nothing: people.length > 0 ? '' : 'Nobody has been asked, and nobody has answered.',
    note: wording.run(note),
    actions: [
      tap('Who would be asked next', { do: 'plan', page: 1 }, { withoutInputs: true }),
      ...pageTurns(reply, (to) => ({ do: 'show-participation', project: project.id, page: to })),
    ],
  };
}

function linesOf({ asked, answered, answers, minutes, risks, right }: Participant): string[] {
  const open = asked - answered;
  const own =
    asked > 0
      ? `Asked ${counted(asked, 'question')}, about ${counted(minutes, 'minute')}: ${open === 0 ? 'all answered' : `${digits(answered)} answered, ${digits(open)} open`}`
      : answers > 0
        ? `Answered ${counted(answers, 'question')} without being asked`
        : 'What they were to be asked has not arrived';
  const came = [
    ...(risks > 0 ? [`${counted(risks, 'risk')} found`] : []),
    ...(right > 0 ? [`${counted(right, 'thing')} shown to be in order`] : []),
  ];
  const of = answers > 0 ? `From ${answers === 1 ? 'one answer' : `${inWords(answers)} answers`}: ` : '';
  return [own, ...(came.length > 0 ? [`${of}${came.join(', ')}`] : [])];
}

function standingWords(standing: Standing): string {
  switch (standing.kind) {
    case 'away':
      return `away until ${day(standing.until)}`;
    case 'quiet':
      return 'wants no reminders';
    case 'declined':
      return 'said: not mine';
    case 'unreachable':
      return 'cannot be reached';
    case 'left':
      return 'has left';
  }
}
