/** "Somebody else knows": whoever is named is asked just that, and whoever named them hears the answer. */
import { type Answer, newestPerSpeaker, type Subject, subjectKey } from '../../core/interview/answer.ts';
import type { Question, QuestionKey } from '../../core/interview/topic.ts';
import { isAnswered, type Wanted, wantedKey } from '../../core/interview/wanted.ts';
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
import { askedIn } from './asked.ts';
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
  const passedOn: PassedOn[] = [];
  const notices = new Map<string, NoticeReply>();
  for (const key of page.questions) {
    const question = house.content.question.get(key);
    const own = ownAnswer(place, key, turn);
    if (!question || own?.said.kind !== 'referred' || own.turn !== page.turn) continue;
    const found = await whoToAsk(house, place.project, own.said.to);
    const told =
      found.kind === 'found'
        ? whyNot(turn, place, question, found.person)
        : nobodyToAsk(house, place.project, found, (person, title) =>
            referButton(place, question, person, title),
          );
    if (found.kind === 'found' && !told) passedOn.push({ key, at: own.at, person: found.person });
    // What was noted by an earlier tap was told then.
    else if (told && own.at === turn.at) notices.set(told.title, forQuestion(told, question));
  }
  await send(house, turn, place, passedOn);
  return { asked: new Set(passedOn.map(({ key }) => key)), notices: [...notices.values()] };
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
  const told = whyNot(turn, place, question, person);
  if (!told) await send(house, turn, place, [{ key: question.key, at: own.at, person }]);
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

interface PassedOn {
  readonly key: QuestionKey;
  /** When it was said that they know. */
  readonly at: string;
  readonly person: Member;
}

const wantedAt = ({ subject, via }: Place, question: QuestionKey): Wanted => ({
  question,
  about: subjectKey(subject),
  via,
});

/** Nothing where they can be asked. */
function whyNot({ caller }: Turn, place: Place, question: Question, person: Member): NoticeReply | undefined {
  if (person.id === caller.id) return notice('That is you', ['Who else could know?'], 'change');
  if (!isAnswered(wantedAt(place, question.key), person.id, () => place.answers)) return undefined;
  return notice(`${shorten(person.name)} was asked that already`, [
    'What they said stands. If they do not know either: who else could?',
  ]);
}

/** One letter to each person, whatever was passed on to them with one card; the same again on one day asks nobody twice. */
async function send(house: House, turn: Turn, place: Place, passedOn: readonly PassedOn[]): Promise<void> {
  if (passedOn.length === 0) return;
  const before = await askedIn(house, place.project.id);
  for (const { person } of new Map(passedOn.map((each) => [each.person.id, each])).values()) {
    const theirs = before.filter(
      (each) =>
        each.person.id === person.id && each.content.referred && each.content.by.id === turn.caller.id,
    );
    const isAsked = ({ key, at }: PassedOn) =>
      theirs.some(
        ({ posted, content }) =>
          posted.at.slice(0, 10) === at.slice(0, 10) &&
          content.wanted?.some((each) => wantedKey(each) === wantedKey(wantedAt(place, key))),
      );
    const fresh = passedOn.filter((each) => each.person.id === person.id && !isAsked(each));
    const project = await withPerson(house, place.project, person);
    const [first] = fresh;
    if (first) await post(house, [letterOf(turn, project, place, first, fresh)]);
  }
}

function letterOf(
  { caller }: Turn,
  { id: project, home }: Project,
  place: Place,
  { key, at, person: { id, name } }: PassedOn,
  all: readonly PassedOn[],
): Letter {
  const wanted = all.map((each) => wantedAt(place, each.key));
  return {
    id: `asked/referred/${markOf(caller.id)}/${markOf(id)}/${key}@${subjectKey(place.subject)}/${at.slice(0, 10)}`,
    project,
    to: { kind: 'person', tenant: home.kind === 'anyone' ? caller.tenant : home.tenant, id, name },
    about: `${caller.name} says that they know the answer to ${all.length === 1 ? 'a question' : `${all.length} questions`}`,
    content: {
      kind: 'asked',
      by: { id: caller.id, name: caller.name },
      integration: place.via,
      wanted,
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
