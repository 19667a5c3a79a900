/** `differences`: where people answered one question differently, and who may look at it. */
import { type Difference, isOpenDifference, restingOn } from '../../core/judgement/differences.ts';
import type { Finding } from '../../core/judgement/finding.ts';
import type { Integration, Member, Project } from '../../core/landscape/landscape.ts';
import type { House, Turn } from '../house.ts';
import { button, noProjectNotice, notice, say } from '../notices.ts';
import { currentProject, memberOf } from '../project/membership.ts';
import type { Button, NoticeReply, Outcome } from '../reply.ts';
import { differencesIn, isGuarded, isVoice } from './difference-known.ts';

/** Beside *Next page* and *Help*. */
const perPage = 4;

/** `differences` */
export async function differences(house: House, turn: Turn, page: number): Promise<Outcome> {
  const project = await currentProject(house, turn.caller);
  if (!project) return say(noProjectNotice());
  const member = await memberOf(house, project, turn.caller);
  const known = await differencesIn(house, project);
  const open = known.differences.filter(isOpenDifference);
  const settled = known.differences.filter((each) => each.settled).length;
  const answering = whoAnswers(project, known.integrations);
  const rest = settled > 0 ? [`${settled} settled.`] : [];
  if (turn.caller.conversation.kind !== 'personal') return say(countsNotice(open, rest, answering));
  const shown = open
    .filter((each) => !isGuarded(each, project, member))
    .sort(byConcern(member, known.findings));
  if (shown.length === 0)
    return say(
      notice(
        nothingTitle(answering),
        [
          answering.questions > 0
            ? `${answering.questions === 1 ? 'One question has' : `${answering.questions} questions have`} several answers, and nothing in them is left to settle.`
            : 'Two people have to answer the same question before I can compare what they say.',
          ...rest,
        ],
        'summary',
      ),
    );
  const pages = Math.ceil(shown.length / perPage);
  const at = Math.min(Math.max(1, page), pages);
  const here = shown.slice((at - 1) * perPage, at * perPage);
  const numberOf = (place: number) => (at - 1) * perPage + place + 1;
  const buttons: Button[] = here.map(({ id, question }, place) => ({
    title: `${numberOf(place)}: ${question.label}`,
    command: { do: 'show-difference', ref: { project: project.id, difference: id } },
  }));
  if (at < pages) buttons.push({ title: 'Next page', command: { do: 'differences', page: at + 1 } });
  return say({
    kind: 'notice',
    tone: 'plain',
    title:
      shown.length === 1
        ? 'One question is answered differently'
        : `${shown.length} questions are answered differently`,
    lines: [...here.map((each, place) => `${numberOf(place)}: ${line(each)}`), ...(at === pages ? rest : [])],
    buttons: [...buttons, button('help')],
  });
}

interface Answering {
  readonly people: number;
  /** Those that more than one of them answered. */
  readonly questions: number;
}

/** Who has said anything that could be compared, and what was said by several. */
function whoAnswers(project: Project, integrations: readonly Integration[]): Answering {
  const people = new Set<string>();
  let questions = 0;
  for (const { answers } of [project, ...project.applications, ...integrations]) {
    const voices = new Map<string, Set<string>>();
    for (const { by, said, question } of answers) {
      if (by.kind !== 'person' || said.kind === 'passed' || said.kind === 'referred') continue;
      people.add(by.id);
      voices.set(question, (voices.get(question) ?? new Set()).add(by.id));
    }
    questions += [...voices.values()].filter(({ size }) => size > 1).length;
  }
  return { people: people.size, questions };
}

function nothingTitle({ people, questions }: Answering): string {
  if (people === 0) return 'Nobody has answered so far';
  if (people === 1) return 'Only one person has answered so far';
  return questions === 0 ? 'No question has two answers so far' : 'Nobody contradicts anybody';
}

/** In a shared conversation nobody is named. */
function countsNotice(
  open: readonly Difference[],
  rest: readonly string[],
  answering: Answering,
): NoticeReply {
  const count = (kind: Difference['kind']) => open.filter((each) => each.kind === kind).length;
  const lines = [
    ...(count('contradiction') > 0 ? [`${count('contradiction')} where both cannot hold.`] : []),
    ...(count('vantage') > 0 ? [`${count('vantage')} seen from two sides.`] : []),
    ...(count('minor') > 0 ? [`${count('minor')} near each other.`] : []),
  ];
  const title =
    open.length === 0
      ? nothingTitle(answering)
      : `Answered differently: ${open.length === 1 ? 'one question' : `${open.length} questions`}`;
  return notice(
    title,
    [
      ...lines,
      ...rest,
      ...(open.length > 0 ? ['Those who answered see it in their chat with me: differences'] : []),
    ],
    'summary',
  );
}

const kindWords: Readonly<Record<Difference['kind'], string>> = {
  contradiction: 'both cannot hold',
  minor: 'near each other',
  vantage: 'seen from two sides',
  stale: 'one answer has grown old',
  gap: 'one of them does not know',
};

function line({ question, about, kind, voices }: Difference): string {
  return `${question.label} (${about}): ${voices.map(({ answer }) => answer.by.name).join(', ')}; ${kindWords[kind]}.`;
}

/** One's own first, then what most hangs on. */
function byConcern({ id }: Member, findings: readonly Finding[]) {
  const rank = (difference: Difference) => {
    const own = isVoice(difference, id) ? 1000 : 0;
    const weight = difference.kind === 'contradiction' ? 100 : 0;
    return own + weight + Math.min(99, restingOn(difference, findings).length);
  };
  return (one: Difference, other: Difference) => rank(other) - rank(one);
}
