/** Going back on what was said: the list of one's answers, and one question opened again. */
import { isBy } from '../../core/interview/interviewee.ts';
import { answersAbout } from '../../core/landscape/landscape.ts';
import type { Command } from '../command.ts';
import { readPerson } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { button, goneNotice, noProjectNotice, notice, say, toPersonalChat } from '../notices.ts';
import { findIntegration } from '../project/integrations.ts';
import { currentProject } from '../project/membership.ts';
import type { Outcome } from '../reply.ts';
import type { AnswersReply } from './interview-reply.ts';
import { aboutSubject, nameOf, notedLine, pageReply, topicTitle } from './page.ts';
import { isPartOf, openScene, type Place, placeOf } from './scene.ts';

/** Lines on one card: more than two sittings' worth is paged. */
const perPage = 12;

/** `change`, `change <integration>` */
export async function listAnswers(
  house: House,
  turn: Turn,
  { name = '', page }: Extract<Command, { do: 'change' }>,
): Promise<Outcome> {
  if (turn.caller.conversation.kind !== 'personal') return say(toPersonalChat(`change ${name}`.trim()));
  if (name) {
    const project = await currentProject(house, turn.caller);
    if (!project) return say(noProjectNotice());
    const open = (integration: string) =>
      ({ do: 'show-answers', project: project.id, integration, page: 1 }) as const;
    const found = await findIntegration(house, project, name, open);
    if ('notice' in found) return say(found.notice);
    return answersAt(house, turn, { project, integration: found.integration }, page);
  }
  const person = await readPerson(house.store, turn.caller);
  const place = person?.sitting && (await placeOf(house, turn, person.sitting));
  if (!person?.sitting || !place) {
    return say(
      notice('You have not answered anything yet', ['Pick an integration and I will interview you.'], 'list'),
    );
  }
  return answersAt(house, turn, place, page);
}

/** A card's way to the same, of one integration. */
export async function showAnswers(
  house: House,
  turn: Turn,
  command: Extract<Command, { do: 'show-answers' }>,
): Promise<Outcome> {
  if (turn.caller.conversation.kind !== 'personal') return say(toPersonalChat('change'));
  const place = await placeOf(house, turn, command);
  return place ? answersAt(house, turn, place, command.page) : say(goneNotice());
}

async function answersAt(house: House, turn: Turn, place: Place, page: number): Promise<Outcome> {
  const { vantage, who, known } = await openScene(house, turn, place);
  const mine = known.standings.filter(({ answers }) =>
    answers.some((answer) => isBy(answer, who) && answer.said.kind !== 'passed'),
  );
  if (mine.length === 0) {
    return say(
      notice(`You have not answered anything about ${place.integration.name} yet`, [], 'continue', 'list'),
    );
  }
  const pages = Math.ceil(mine.length / perPage);
  const at = Math.min(Math.max(1, page), pages);
  const groups: AnswersReply['groups'][number][] = [];
  for (const { subject, question, applies } of mine.slice((at - 1) * perPage, at * perPage)) {
    const about = aboutSubject(vantage, subject);
    const heading = topicTitle(house, question.topic);
    const noted = notedLine(house, question, answersAbout(vantage, subject), who);
    const line = {
      ...noted,
      words: applies === 'no' ? `${noted.words} (no longer counts)` : noted.words,
      change: {
        do: 'ask-again',
        project: place.project.id,
        integration: place.integration.id,
        subject,
        question: question.key,
      },
    } as const;
    const same = groups.findIndex(
      (group) =>
        group.heading === heading && group.about.scope === about.scope && group.about.name === about.name,
    );
    const group = groups[same];
    if (group) groups[same] = { ...group, lines: [...group.lines, line] };
    else groups.push({ about, heading, lines: [line] });
  }
  return say({
    kind: 'answers',
    integration: nameOf(place.project, place.integration),
    groups,
    page: at,
    pages,
    buttons: [button('continue'), button('list')],
  });
}

/** *Change* beside a noted line. */
export async function askAgain(
  house: House,
  turn: Turn,
  command: Extract<Command, { do: 'ask-again' }>,
): Promise<Outcome> {
  const place = await placeOf(house, turn, command);
  const question = house.content.question.get(command.question);
  if (!place || !question || question.scope !== command.subject.scope) return say(goneNotice());
  const { vantage, who } = await openScene(house, turn, place);
  if (!isPartOf(vantage, command.subject)) return say(goneNotice());
  return say(
    pageReply(house, vantage, who, {
      subject: command.subject,
      questions: [question],
      back: false,
      correction: true,
    }),
  );
}
