/** Going back on what was said: the list of one's answers, and one question opened again. */
import { isBy } from '../../core/interview/interviewee.ts';
import type { Standing } from '../../core/judgement/survey.ts';
import { answersAbout, type Project } from '../../core/landscape/landscape.ts';
import type { Command } from '../command.ts';
import { listIntegrations, readPerson } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { button, goneNotice, noProjectNotice, notice, say, toPersonalChat } from '../notices.ts';
import { findIntegration } from '../project/integrations.ts';
import { currentProject } from '../project/membership.ts';
import { nameWithin } from '../project/name-within.ts';
import type { Outcome } from '../reply.ts';
import type { AnswersReply, PageReply } from './interview-reply.ts';
import { aboutSubject, nameOf, notedLine, pageReply, topicTitle } from './page.ts';
import { questionsMeant } from './questions-meant.ts';
import { isPartOf, openScene, type Place, placeOf, type Scene } from './scene.ts';

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
    if ('integration' in found)
      return answersAt(house, turn, { project, integration: found.integration }, page);
    const meant = found.matches === 0 && (await answersMeant(house, turn, project, name, page));
    return meant || say(found.notice);
  }
  const place = await currentPlace(house, turn);
  if (!place) {
    return say(
      notice('You have not answered anything yet', ['Pick an integration and I will interview you.'], 'list'),
    );
  }
  return answersAt(house, turn, place, page);
}

async function currentPlace(house: House, turn: Turn): Promise<Place | undefined> {
  const person = await readPerson(house.store, turn.caller);
  return person?.sitting && placeOf(house, turn, person.sitting);
}

/** `change deputy`, `change API002 records a day`: of one's answers those that are called so; the one, to change it. */
async function answersMeant(
  house: House,
  turn: Turn,
  project: Project,
  typed: string,
  page: number,
): Promise<Outcome | undefined> {
  const named = nameWithin(typed, await listIntegrations(house.store, project.id));
  const place = named ? { project, integration: named.integration } : await currentPlace(house, turn);
  if (!place) return undefined;
  const scene = await openScene(house, turn, place);
  const found = questionsMeant(house, scene, answeredIn(scene), named?.words ?? typed, 'labels');
  const [only, other] = found;
  if (!only) return named && answersAt(house, turn, place, 1);
  if (other) return answersAt(house, turn, place, page, { typed, found });
  return say(pageAgain(house, scene, only));
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

/** What they said, and then what they went over: theirs to answer for as long as it is asked. */
function answeredIn({ known, who }: Scene): readonly Standing[] {
  const own = ({ answers }: Standing) => answers.find((answer) => isBy(answer, who))?.said.kind;
  const isSkipped = (standing: Standing) => own(standing) === 'passed';
  const mine = known.standings.filter(own);
  return [
    ...mine.filter((standing) => !isSkipped(standing)),
    ...mine.filter((standing) => isSkipped(standing) && standing.applies === 'yes'),
  ];
}

/** `among`: only these, which those words found. */
async function answersAt(
  house: House,
  turn: Turn,
  place: Place,
  page: number,
  among?: { readonly typed: string; readonly found: readonly Standing[] },
): Promise<Outcome> {
  const scene = await openScene(house, turn, place);
  const { vantage, who } = scene;
  const mine = among?.found ?? answeredIn(scene);
  if (mine.length === 0) {
    const { name, id: integration } = place.integration;
    return say({
      ...notice(`You have not answered anything about ${name} yet`, []),
      buttons: [
        {
          title: 'Start the interview',
          command: { do: 'open-interview', project: place.project.id, integration },
          primary: true,
        },
        button('list'),
      ],
    });
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
    ...(among ? { typed: among.typed } : {}),
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
  const scene = await openScene(house, turn, place);
  const { subject } = command;
  return say(
    isPartOf(scene.vantage, subject) ? pageAgain(house, scene, { subject, question }) : goneNotice(),
  );
}

function pageAgain(
  house: House,
  { vantage, who }: Scene,
  { subject, question }: Pick<Standing, 'subject' | 'question'>,
): PageReply {
  return pageReply(house, vantage, who, { subject, questions: [question], back: false, correction: true });
}
