/** *Adopt*: what a proposal assumes becomes what the person says who adopts it. */
import {
  type Answer,
  newestPerSpeaker,
  type Subject,
  sameSaid,
  subjectKey,
} from '../../core/interview/answer.ts';
import {
  answersAbout,
  changeAnswers,
  type Integration,
  type Project,
  subjectName,
  type Vantage,
} from '../../core/landscape/landscape.ts';
import { assumedOf, type Proposal } from '../../core/register/proposal.ts';
import type { Command } from '../command.ts';
import { listed } from '../digest/day-words.ts';
import { changeIntegration, changeProject, remember } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { privateScene } from '../interview/private-scene.ts';
import { goneNotice, notice, say } from '../notices.ts';
import { deedFor, withDeeds } from '../register/deeds.ts';
import { lapsedLine, tellLapses } from '../register/tell-lapses.ts';
import type { Outcome } from '../reply.ts';
import { openProposal } from './proposals-on-file.ts';

export async function adopt(
  house: House,
  turn: Turn,
  command: Extract<Command, { do: 'adopt' }>,
): Promise<Outcome> {
  const opened = await openProposal(house, turn, command);
  if (!opened) return say(goneNotice());
  const { scene, proposal } = opened;
  const { project } = command;
  const { id: integration } = scene.who.integration;
  const own = { scope: 'integration', id: integration } as const;
  const wide = subjectsIn(house, proposal).filter(({ scope }) => scope !== 'integration');
  let news: readonly News[] = [];
  if (wide.length > 0)
    await changeProject(house.store, project, (current) => {
      const vantage = { project: current, applications: current.applications };
      news = newsFor(house, turn, proposal, wide, vantage);
      const changed = news.reduce(
        (whole, { subject, answers }) => changeAnswers(whole, subject, (before) => [...before, ...answers]),
        current,
      );
      return withDeed(house, turn, proposal, changed, count(news));
    });
  const shared = news;
  await changeIntegration(house.store, project, integration, (current) => {
    const vantage = { ...scene.vantage, integration: current };
    const here = newsFor(house, turn, proposal, [own], vantage);
    news = [...shared, ...here];
    if (here.length === 0) return current;
    const answers = [...current.answers, ...here.flatMap((each) => each.answers)];
    return withDeed(house, turn, proposal, { ...current, answers }, count(here));
  });
  const adopted = count(news);
  const after = (await privateScene(house, turn, { project, integration })) ?? scene;
  // What is about an application or the project may end acceptances of any other integration, too.
  const lapsed = await tellLapses(house, turn, { subject: wide[0] ?? own }, scene, after);
  const about = listed(news.map(({ subject }) => subjectName(after.vantage, subject)));
  return {
    replace: {
      ...notice(
        adopted > 0 ? `Adopted: ${proposal.name}` : `${proposal.name} was adopted already`,
        adopted > 0
          ? [
              `${adopted === 1 ? 'One answer' : `${adopted} answers`} about ${about} now ${adopted === 1 ? 'stands' : 'stand'} in your name.`,
              ...lapsed.map(lapsedLine),
            ]
          : [],
      ),
      buttons: [
        {
          title: 'Show the risks',
          primary: true,
          command: { do: 'show-risks', project, integration, page: 1 },
        },
        { title: 'My answers', command: { do: 'change', page: 1 } },
      ],
    },
    messages: [],
  };
}

function subjectsIn({ content }: House, { integration, assumed }: Proposal): readonly Subject[] {
  const subjects = assumed.flatMap((each) => assumedOf(content, integration, each) ?? []);
  return [...new Map(subjects.map((subject) => [subjectKey(subject), subject])).values()];
}

interface News {
  readonly subject: Subject;
  readonly answers: readonly Answer[];
}

const count = (news: readonly News[]) => news.reduce((sum, { answers }) => sum + answers.length, 0);

/** What the person has not said already. */
function newsFor(
  house: House,
  turn: Turn,
  { integration, assumed }: Proposal,
  subjects: readonly Subject[],
  vantage: Vantage,
): readonly News[] {
  const by = { kind: 'person', id: turn.caller.id, name: turn.caller.name } as const;
  return subjects.flatMap((subject): News[] => {
    const onFile = answersAbout(vantage, subject);
    const answers = assumed.flatMap((each): Answer[] => {
      const { question, said } = each;
      const about = assumedOf(house.content, integration, each);
      if (!about || subjectKey(about) !== subjectKey(subject)) return [];
      const own = newestPerSpeaker(onFile, question).find(
        (one) => one.by.kind === 'person' && one.by.id === by.id,
      );
      return own && sameSaid(own.said, said) ? [] : [{ question, by, at: turn.at, turn: turn.id, said }];
    });
    return answers.length > 0 ? [{ subject, answers }] : [];
  });
}

function withDeed<T extends Project | Integration>(
  house: House,
  turn: Turn,
  { id, name }: Proposal,
  changed: T,
  answers: number,
): T {
  if (answers === 0) return changed;
  return {
    ...withDeeds(changed, deedFor(house, turn, { kind: 'adopted', proposal: id, name, answers })),
    recent: remember(changed.recent, { id: turn.id, at: turn.at }),
  };
}
