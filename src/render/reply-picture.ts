/** Which replies have a picture, and what stands above it. */
import type { LandscapeReply, ReachReply } from '../app/landscape/landscape-reply.ts';
import type { Reply } from '../app/reply.ts';
import { counted } from './counting.ts';
import { drawLandscape } from './landscape-picture.ts';
import type { Heading } from './landscape-svg.ts';

export interface ReplyPicture {
  readonly png: Uint8Array;
  /** What it is of, in words. */
  readonly title: string;
}

export function pictureOf(reply: Reply): Promise<ReplyPicture> | undefined {
  if (reply.kind !== 'landscape' && reply.kind !== 'reach') return undefined;
  const { sketches } = reply;
  if (!sketches) return undefined;
  const heading = reply.kind === 'landscape' ? wholeHeading(reply) : reachHeading(reply);
  return drawLandscape(sketches, heading).then(({ png }) => ({ png, title: heading.title }));
}

function wholeHeading({ project, applications, others, integrations }: LandscapeReply): Heading {
  const places = `${counted(applications, 'application')}${others > 0 ? ` and ${others} more` : ''}`;
  return {
    title: `Landscape of ${project.name}`,
    line: `${places}, ${counted(integrations, 'integration')}`,
  };
}

function reachHeading({ project, place }: ReachReply): Heading {
  const name = place.name || 'a place that is not named yet';
  return { title: `What hangs on ${name}`, line: project.name, focus: place.id };
}
