/** What has changed since a milestone, and what each change comes from. */
import type { Project } from '../../core/landscape/landscape.ts';
import { causeFinder } from '../../core/register/cause.ts';
import { contentDigests } from '../../core/register/content-digests.ts';
import { type Change, changesByRule, driftSince } from '../../core/register/drift.ts';
import type { Milestone } from '../../core/register/milestone.ts';
import type { Command } from '../command.ts';
import { keptStates } from '../digest/due.ts';
import { mayHear } from '../guarded.ts';
import type { House, Turn } from '../house.ts';
import { button, goneNotice, noProjectNotice, notice, say } from '../notices.ts';
import { fold, shorten } from '../project/integrations.ts';
import { currentProject, meetHere, projectFor } from '../project/membership.ts';
import type { Button, NoticeReply, Outcome } from '../reply.ts';
import { hiddenFrom, isHidden } from '../sight.ts';
import { todayOf } from '../today.ts';
import { causeLine, contentName } from './cause-line.ts';
import type { CompareReply } from './compare-reply.ts';
import { generalTitle } from './general-title.ts';
import { judgeProject } from './judge-project.ts';
import { listMilestones } from './milestone.ts';

const perPage = 5;
/** Of one rule over many, so many are looked into for their causes. */
const lookedInto = 5;
const offered = 6;

/** `compare`, `compare <milestone>` */
export async function compare(
  house: House,
  turn: Turn,
  { name }: Extract<Command, { do: 'compare' }>,
): Promise<Outcome> {
  const project = await currentProject(house, turn.caller);
  if (!project) return say(noProjectNotice());
  await meetHere(house, project, turn.caller);
  const all = await listMilestones(house.store, project.id);
  const plain = fold(name);
  const exact = all.filter((each) => fold(each.name) === plain);
  const found = exact.length > 0 ? exact : all.filter((each) => fold(each.name).includes(plain));
  // Without a name the latest counts, and so it does of two that are called the same.
  const latest = found.at(-1);
  const isOne = plain === '' || new Set(found.map((each) => fold(each.name))).size === 1;
  if (latest && isOne) return say(await compareReply(house, turn, project, all, latest, 1));
  return say(found.length > 0 ? which(project, found) : unknown(project, all, name));
}

/** A card's button. */
export async function showCompare(
  house: House,
  turn: Turn,
  { project: id, milestone, page }: Extract<Command, { do: 'show-compare' }>,
): Promise<Outcome> {
  const project = await projectFor(house, turn.caller, id);
  const all = project ? await listMilestones(house.store, project.id) : [];
  const digests = project ? await keptStates(house.store, project.id) : [];
  const wanted = [...all, ...digests].find((each) => each.id === milestone);
  if (!project || !wanted) return say(goneNotice());
  return say(await compareReply(house, turn, project, all, wanted, page));
}

async function compareReply(
  house: House,
  turn: Turn,
  project: Project,
  all: readonly Milestone[],
  milestone: Milestone,
  page: number,
): Promise<CompareReply> {
  const { content, calculations } = house;
  const isShared = turn.caller.conversation.kind !== 'personal';
  const { integrations, findings } = await judgeProject(house, project);
  const drift = driftSince(milestone, project, integrations, findings, contentDigests(content));
  const groups = changesByRule(drift.changes.filter((change) => mayHear(turn, topicOf(change))));
  const pages = Math.max(1, Math.ceil(groups.length / perPage));
  const at = Math.min(Math.max(1, page), pages);
  const now = { project, integrations };
  const today = todayOf(house);
  const causesOf = causeFinder({ content, calculations, milestone, now, today });
  const { around } = drift;
  const hides = await hiddenFrom(house, turn, project);
  const known = new Set(groups.flat().map(({ id }) => id));
  return {
    kind: 'compare',
    project: { id: project.id, name: project.name },
    milestone: { id: milestone.id, name: milestone.name, at: milestone.at },
    counts: drift.counts,
    settled: drift.settled,
    guarded: drift.changes.filter(({ id }) => !known.has(id)).length,
    around: {
      ...around,
      dates: around.dates.map(({ id, ...rest }) => ({
        title: content.dates.find((each) => each.id === id)?.title ?? id,
        ...rest,
      })),
      // Who came and went is no news for a channel.
      people: isShared ? { added: [], removed: [] } : around.people,
      content: around.content.map((key) => contentName(content, project, key)),
    },
    changes: groups.slice((at - 1) * perPage, at * perPage).flatMap((group) => {
      const [worst] = group;
      const noted = worst && (worst.after ?? worst.before);
      if (!worst || !noted) return [];
      const lines = group
        .slice(0, lookedInto)
        .flatMap(causesOf)
        .map((cause) =>
          causeLine(cause, { content, milestone, now, today }, isShared || isHidden(cause, hides)),
        );
      return [
        {
          shift: worst.shift,
          title: group.length > 1 ? generalTitle(content, project, noted) : noted.title,
          on: [...new Set(group.map(({ before, after }) => (after ?? before)?.about ?? ''))],
          ...(worst.before ? { before: worst.before } : {}),
          ...(worst.after ? { after: worst.after } : {}),
          causes: [...new Map(lines.map((line) => [JSON.stringify(line), line])).values()],
        },
      ];
    }),
    page: at,
    pages,
    buttons: buttonsFor(project, all, milestone),
  };
}

const topicOf = ({ before, after }: Change) => (after ?? before)?.topic ?? '';

function buttonsFor(project: Project, all: readonly Milestone[], shown: Milestone): Button[] {
  const others = all.filter(({ id }) => id !== shown.id).toReversed();
  return [button('summary'), ...others.slice(0, 2).map((each) => since(project, each)), button('list')];
}

const since = (project: Project, { id, name }: Milestone): Button => ({
  title: `Since ${name}`,
  command: { do: 'show-compare', project: project.id, milestone: id, page: 1 },
});

function which(project: Project, found: readonly Milestone[]): NoticeReply {
  return {
    ...notice('Since which milestone?', []),
    buttons: found
      .toReversed()
      .slice(0, offered)
      .map((each) => since(project, each)),
  };
}

function unknown(project: Project, all: readonly Milestone[], name: string): NoticeReply {
  if (all.length === 0)
    return notice(
      'There is no milestone yet',
      [
        'A milestone keeps how the project stands today. I make one at each gate; make one now to compare later.',
      ],
      'milestone',
      'summary',
    );
  return {
    ...notice(`No milestone is called “${shorten(name)}”`, ['Pick one.']),
    buttons: all
      .toReversed()
      .slice(0, offered)
      .map((each) => since(project, each)),
  };
}
