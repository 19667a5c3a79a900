/** The weekly digest: one page that a project manager can act on. */
import type { Button } from '../reply.ts';
import { dayWords } from './day-words.ts';
import { decisionIn } from './decision.ts';
import type { DigestReply } from './digest-reply.ts';
import { dayOf, type Ground } from './ground.ts';
import { lateIn } from './late.ts';
import { newsSince } from './news.ts';
import { shortener } from './short-names.ts';
import { stuckIn } from './stuck.ts';

export async function digestOf(ground: Ground, own: DigestReply['own'] = []): Promise<DigestReply> {
  const { since, today, project } = ground;
  const advice = decisionIn(ground);
  const news = since && newsSince(ground, since, advice);
  const [late, stuck] = [lateIn(ground, advice), await stuckIn(ground)];
  const title = `${project.name} ${since ? `since ${dayWords(dayOf(ground, since.at), today)}` : 'today'}`;
  // Silence would look like a fault: a quiet week is said in one line.
  if (news?.isQuiet && late.length + stuck.length === 0 && !advice?.isPressing)
    return {
      kind: 'digest',
      title,
      opening: 'A quiet week: nothing has changed, nothing is late, and nobody waits for anybody.',
      parts: [],
      own,
      buttons: [summary(ground)],
    };
  // In the order in which they are read: a long name is said once.
  const short = shortener([...ground.judged.integrations, ...project.applications].map(({ name }) => name));
  const decision = advice && { what: short(advice.what), why: short(advice.why), button: advice.button };
  return {
    kind: 'digest',
    title,
    ...(decision ? { decision } : {}),
    opening: news?.opening ?? 'There is no digest before this one to compare with.',
    parts: [
      { kind: 'news' as const, lines: news?.lines ?? [] },
      { kind: 'late' as const, lines: late },
      { kind: 'people' as const, lines: stuck },
    ]
      .filter(({ lines }) => lines.length > 0)
      .map((part) => ({ ...part, lines: part.lines.map(short) })),
    own,
    buttons: [
      ...(since && news && news.lines.length > 0 ? [allChanges(ground, since.id)] : []),
      ...(late.length > 0 ? [nextSteps(ground)] : []),
      summary(ground),
    ],
  };
}

const summary = ({ project }: Ground): Button => ({
  title: 'Summary',
  command: { do: 'show-summary', project: project.id, of: { scope: 'project' }, page: 1 },
});

const allChanges = ({ project }: Ground, milestone: string): Button => ({
  title: 'All changes',
  command: { do: 'show-compare', project: project.id, milestone, page: 1 },
});

const nextSteps = ({ project }: Ground): Button => ({
  title: 'All next steps',
  command: { do: 'show-steps', project: project.id, all: true, page: 1 },
});
