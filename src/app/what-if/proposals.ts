/** Proposals: what somebody tried out, kept under a name, shown again and held beside another. */
import type { Proposal } from '../../core/register/proposal.ts';
import type { Command } from '../command.ts';
import { change, fileName } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { privateScene } from '../interview/private-scene.ts';
import { goneNotice, say } from '../notices.ts';
import { oneLine } from '../one-line.ts';
import type { Outcome } from '../reply.ts';
import { asFarAsShown, openProposal, proposalKey, proposalsOf } from './proposals-on-file.ts';
import { readGuesses } from './what-if-assumed.ts';
import { chooser } from './what-if-chooser.ts';
import { difference } from './what-if-difference.ts';

const longestName = 60;

/** *Keep*: under a name, beside others. */
export async function keepProposal(
  house: House,
  turn: Turn,
  command: Extract<Command, { do: 'keep-proposal' }>,
): Promise<Outcome> {
  const scene = await privateScene(house, turn, command);
  if (!scene) return say(goneNotice());
  const assumed = readGuesses(house, scene, command.assumed);
  const name = oneLine(command.inputs.name);
  if (!name || name.length > longestName || assumed.length === 0) {
    const problem = name
      ? `A name has at most ${longestName} characters.`
      : 'Give it a name, so that others find it.';
    const reply = await difference(house, turn, scene, [{ id: '', name: '', assumed }]);
    return { replace: { ...reply, problem }, messages: [] };
  }
  const { id: integration } = scene.who.integration;
  // The same name on the same integration is the same proposal: tapped twice, it is kept once.
  const id = fileName(integration, name.toLowerCase(), turn.caller.id);
  const by = { id: turn.caller.id, name: turn.caller.name };
  const proposal: Proposal = { schema: 1, id, integration, name, by, at: turn.at, assumed };
  await change<Proposal>(house.store, proposalKey(command.project, id), () => proposal);
  return { replace: await difference(house, turn, scene, [proposal]), messages: [] };
}

export async function showProposal(
  house: House,
  turn: Turn,
  command: Extract<Command, { do: 'show-proposal' }>,
): Promise<Outcome> {
  const opened = await openProposal(house, turn, command);
  if (!opened) return say(goneNotice());
  return say(await difference(house, turn, opened.scene, [opened.proposal]));
}

/** Two of them beside the present; inputs `first`, `second`. */
export async function compareProposals(
  house: House,
  turn: Turn,
  { project, integration, inputs }: Extract<Command, { do: 'compare-proposals' }>,
): Promise<Outcome> {
  const scene = await privateScene(house, turn, { project, integration });
  if (!scene) return say(goneNotice());
  const all = await proposalsOf(house, project, integration);
  const chosen = [inputs.first, inputs.second].flatMap((id) => all.find((each) => each.id === id) ?? []);
  if (chosen.length < 2 || chosen[0] === chosen[1]) {
    const problem = 'Choose two different ones.';
    return { replace: { ...(await chooser(house, scene, [])), problem }, messages: [] };
  }
  const options = chosen.map((each) => asFarAsShown(house, scene, each));
  return say(await difference(house, turn, scene, options));
}
