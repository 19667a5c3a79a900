/** `landscape`: the project's applications and what joins them, and what hangs on one of them. */
import type { Finding } from '../../core/judgement/finding.ts';
import { consumersQuestion } from '../../core/landscape/consumers.ts';
import type { Graph, Node } from '../../core/landscape/graph.ts';
import type { Integration, Project } from '../../core/landscape/landscape.ts';
import { landscapeGraph } from '../../core/landscape/landscape-graph.ts';
import { nearNames } from '../../core/landscape/near.ts';
import { recogniser } from '../../core/landscape/recognise.ts';
import type { Command } from '../command.ts';
import { mayHear } from '../guarded.ts';
import type { House, Turn } from '../house.ts';
import { goneNotice, noProjectNotice, notice, say } from '../notices.ts';
import { fold, shorten } from '../project/integrations.ts';
import { currentProject, meetHere, projectFor } from '../project/membership.ts';
import { judgeProject } from '../register/judge-project.ts';
import type { Outcome, Reply } from '../reply.ts';
import { hiddenFrom } from '../sight.ts';
import { placeButton, reachReply, wholeButton, wholeReply } from './landscape-replies.ts';

/** Buttons for places that match; one more goes to the whole landscape. */
const offered = 5;

/** `landscape`, `landscape <application>` */
export async function landscape(
  house: House,
  turn: Turn,
  { name, page }: Extract<Command, { do: 'landscape' }>,
): Promise<Outcome> {
  const project = await currentProject(house, turn.caller);
  if (!project) return say(noProjectNotice());
  await meetHere(house, project, turn.caller);
  const graph = await graphFor(house, turn, project);
  if (graph.nodes.length === 0)
    return say(
      notice(
        `${project.name} has no landscape yet`,
        ['It grows with the first integration and with every answer.'],
        'add',
        'import',
      ),
    );
  if (!name.trim()) return say(wholeReply(project, graph, page));
  const found = findPlaces(graph, name);
  const [place] = found;
  if (place && found.length === 1) return say(reachReply(project, graph, place, page));
  return say(place ? severalNotice(project, name, found) : unknownNotice(project, graph, name));
}

/** A tap on one place. */
export async function showPlace(
  house: House,
  turn: Turn,
  { project: id, place: sought, page }: Extract<Command, { do: 'show-place' }>,
): Promise<Outcome> {
  const project = await projectFor(house, turn.caller, id);
  if (!project) return say(goneNotice());
  const graph = await graphFor(house, turn, project);
  const place = graph.nodes.find((node) => node.id === sought);
  return say(place ? reachReply(project, graph, place, page) : goneNotice());
}

async function graphFor(house: House, turn: Turn, project: Project): Promise<Graph> {
  const { integrations, findings } = await judgeProject(house, project);
  const told = findings.filter(({ topic }: Finding) => mayHear(turn, topic));
  const hides = await hiddenFrom(house, turn, project);
  // What somebody named is their answer: not for a channel, nor for those who have yet to name theirs.
  const hears = ({ id }: Integration) =>
    turn.caller.conversation.kind === 'personal' && !hides(consumersQuestion, { scope: 'integration', id });
  return landscapeGraph(house.content, house.calculations, project, integrations, told, hears);
}

/** By its name as it is written, by another spelling of it, or by a part. */
function findPlaces({ nodes }: Graph, sought: string): readonly Node[] {
  const plain = fold(sought);
  const exact = nodes.filter(({ id, name }) => fold(name) === plain || id === plain);
  if (exact.length > 0) return exact;
  const spelt = recogniser(nodes).find(sought);
  return spelt.length > 0 ? spelt : nodes.filter(({ name }) => fold(name).includes(plain));
}

function severalNotice(project: Project, sought: string, found: readonly Node[]): Reply {
  return {
    ...notice(`${found.length} applications match “${shorten(sought)}”`, [
      found.length > offered ? 'These are the first. Say more of the name to find the others.' : 'Which one?',
    ]),
    buttons: [...found.slice(0, offered).map((place) => placeButton(project, place)), wholeButton],
  };
}

/** Nothing has that name; an integration may have, or something alike. */
function unknownNotice(project: Project, { nodes, links }: Graph, sought: string): Reply {
  const plain = fold(sought);
  const joined = new Set(
    links.filter(({ name }) => fold(name).includes(plain)).flatMap(({ from, to }) => [from, to]),
  );
  const ends = nodes.filter(({ id, name }) => joined.has(id) && name !== '');
  const near = ends.length > 0 ? ends : nearNames(sought, nodes, offered);
  const line =
    ends.length > 0
      ? 'An integration is; these are its ends.'
      : near.length > 0
        ? 'Did you mean one of these?'
        : 'The whole landscape shows what they are called.';
  return {
    ...notice(`No application is called “${shorten(sought)}”`, [line]),
    buttons: [...near.slice(0, offered).map((place) => placeButton(project, place)), wholeButton],
  };
}
