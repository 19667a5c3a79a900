/** "Somebody else knows": whoever is named is asked that one question, and whoever named them hears the answer. */
import { type Answer, newestPerSpeaker, type Subject, subjectKey } from '../../core/interview/answer.ts';
import type { Question, QuestionKey } from '../../core/interview/topic.ts';
import { isAnswered, type Wanted } from '../../core/interview/wanted.ts';
import { answersAbout, type Member, type Project, vantageOf } from '../../core/landscape/landscape.ts';
import type { Letter } from '../../core/reminder/letter.ts';
import { markOf } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { isPartOf, placeOf } from '../interview/scene.ts';
import { goneNotice, notice, say } from '../notices.ts';
import { shorten } from '../project/integrations.ts';
import { post } from '../reminder/outbox.ts';
import type { Button, NoticeReply, Outcome } from '../reply.ts';
import { todayOf } from '../today.ts';
import type { AskingCommand } from './asking-command.ts';
import { nobodyToAsk, personToAsk, whoToAsk, withPerson } from './who-to-ask.ts';

/** Where something was said, and the answers there by now. */
export interface Place {
  readonly project: Project;
  /** In whose interview it is asked. */
  readonly via: string;
  readonly subject: Subject;
  readonly answers: readonly Answer[];
}

export interface Referred {
  /** Questions on their way to somebody. */
  readonly asked: ReadonlySet<QuestionKey>;
  /** For each of the others, why nobody is asked. */
  readonly notices: readonly NoticeReply[];
}

/** After answers to a page are on file. Seen again after a crash or a second tap, the letters are the same and go out once. */
export async function refer(
  house: House,
  turn: Turn,
  page: { readonly turn: string; readonly questions: readonly QuestionKey[] },
  place: Place,
): Promise<Referred> {
  const asked = new Set<QuestionKey>();
  const notices = new Map<string, NoticeReply>();
  for (const key of page.questions) {
    const question = house.content.question.get(key);
    const own = ownAnswer(place, key, turn);
    if (!question || own?.said.kind !== 'referred' || own.turn !== page.turn) continue;
    const found = await whoToAsk(house, place.project, own.said.to);
    const told =
      found.kind === 'found'
        ? await send(house, turn, place, question, own, found.person)
        : nobodyToAsk(house, place.project, found, (person, title) =>
            referButton(place, question, person, title),
          );
    if (!told) asked.add(key);
    // What was noted by an earlier tap was told then.
    else if (own.at === turn.at) notices.set(told.title, forQuestion(told, question));
  }
  return { asked, notices: [...notices.values()] };
}

/** A tap on one of those who may be meant. */
export async function referTo(
  house: House,
  turn: Turn,
  command: Extract<AskingCommand, { do: 'refer-to' }>,
): Promise<Outcome> {
  const found = await placeOf(house, turn, command);
  const question = house.content.question.get(command.question);
  const { subject, integration: via } = command;
  if (!found || question?.scope !== subject.scope) return say(goneNotice());
  const vantage = vantageOf(found.project, found.integration, todayOf(house));
  const person = await personToAsk(house, found.project, command.person);
  if (!person || !isPartOf(vantage, subject)) return say(goneNotice());
  const place = { project: found.project, via, subject, answers: answersAbout(vantage, subject) };
  const own = ownAnswer(place, question.key, turn);
  if (own?.said.kind !== 'referred') {
    const title = 'You have said something else in the meantime';
    return { replace: notice(title, [`It was about: ${question.label}.`], 'change'), messages: [] };
  }
  const told = await send(house, turn, place, question, own, person);
  const done = notice(`I ask ${shorten(person.name)}`, [
    'I tell you when the answer is there, or if they cannot be reached.',
  ]);
  return { replace: forQuestion(told ?? done, question), messages: [] };
}

function ownAnswer({ answers }: Place, key: QuestionKey, { caller }: Turn): Answer | undefined {
  return newestPerSpeaker(answers, key).find(({ by }) => by.kind === 'person' && by.id === caller.id);
}

const forQuestion = (told: NoticeReply, { label }: Question): NoticeReply => ({
  ...told,
  lines: [`${label}: kept as you said it.`, ...told.lines],
});

/** Nothing where they are asked, else why not. */
async function send(
  house: House,
  turn: Turn,
  { project: before, via, subject, answers }: Place,
  question: Question,
  own: Answer,
  person: Member,
): Promise<NoticeReply | undefined> {
  const { caller } = turn;
  if (person.id === caller.id) return notice('That is you', ['Who else could know?'], 'change');
  const wanted: Wanted = { question: question.key, about: subjectKey(subject), via };
  if (isAnswered(wanted, person.id, () => answers))
    return notice(`${shorten(person.name)} was asked that already`, [
      'What they said stands. If they do not know either: who else could?',
    ]);
  const project = await withPerson(house, before, person);
  await post(house, [letterOf(turn, project, person, wanted, own)]);
  return undefined;
}

/** The occasion is what was said: the same again on one day asks nobody twice. */
function letterOf(
  { caller }: Turn,
  { id: project, home }: Project,
  { id, name }: Member,
  wanted: Wanted,
  { at }: Answer,
): Letter {
  return {
    id: `asked/referred/${markOf(caller.id)}/${markOf(id)}/${wanted.question}@${wanted.about}/${at.slice(0, 10)}`,
    project,
    to: { kind: 'person', tenant: home.kind === 'anyone' ? caller.tenant : home.tenant, id, name },
    about: `${caller.name} says that they know the answer to a question`,
    content: {
      kind: 'asked',
      by: { id: caller.id, name: caller.name },
      integration: wanted.via,
      wanted: [wanted],
      waits: true,
      referred: true,
    },
    urgency: 'at-once',
  };
}

function referButton(
  { project, via, subject }: Place,
  { key }: Question,
  { id }: Member,
  title: string,
): Button {
  return {
    title,
    command: { do: 'refer-to', project: project.id, integration: via, subject, question: key, person: id },
  };
}
