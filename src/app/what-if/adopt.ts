/** *Adopt*: what a proposal assumes becomes what the person says who adopts it. */
import { type Answer, newestPerSpeaker, sameSaid } from '../../core/interview/answer.ts';
import type { Command } from '../command.ts';
import { changeIntegration, remember } from '../documents.ts';
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
  const by = { kind: 'person', id: turn.caller.id, name: turn.caller.name } as const;
  let adopted = 0;
  await changeIntegration(house.store, command.project, proposal.integration, (current) => {
    const news = proposal.assumed.flatMap(({ question, said }): Answer[] => {
      const own = newestPerSpeaker(current.answers, question).find(
        (each) => each.by.kind === 'person' && each.by.id === by.id,
      );
      const known = house.content.question.get(question)?.scope === 'integration';
      return !known || (own && sameSaid(own.said, said))
        ? []
        : [{ question, by, at: turn.at, turn: turn.id, said }];
    });
    adopted = news.length;
    if (adopted === 0) return current;
    const { id, name } = proposal;
    const deed = deedFor(house, turn, { kind: 'adopted', proposal: id, name, answers: adopted });
    const answers = [...current.answers, ...news];
    return {
      ...withDeeds({ ...current, answers }, deed),
      recent: remember(current.recent, { id: turn.id, at: turn.at }),
    };
  });
  const { id: integration, name } = scene.who.integration;
  const subject = { scope: 'integration', id: integration } as const;
  const after = (await privateScene(house, turn, { project: command.project, integration })) ?? scene;
  const lapsed = await tellLapses(house, turn, { subject }, scene, after);
  return {
    replace: {
      ...notice(
        adopted > 0 ? `Adopted: ${proposal.name}` : `${proposal.name} was adopted already`,
        adopted > 0
          ? [
              `${adopted === 1 ? 'One answer' : `${adopted} answers`} about ${name} now stand in your name.`,
              ...lapsed.map(lapsedLine),
            ]
          : [],
      ),
      buttons: [
        {
          title: 'Show the risks',
          primary: true,
          command: { do: 'show-risks', project: command.project, integration, page: 1 },
        },
        { title: 'My answers', command: { do: 'change', page: 1 } },
      ],
    },
    messages: [],
  };
}
