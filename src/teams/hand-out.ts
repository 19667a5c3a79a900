/** An export on its way to the person who asked for it. */
import type { ExportFile } from '../app/export/files.ts';
import type { Outcome } from '../app/reply.ts';
import type { IncomingActivity } from './activity.ts';
import { callerOf } from './caller.ts';
import { type Consent, consentCard, upload } from './consent.ts';
import { type Limits, late } from './limits.ts';
import { declined, type Problem } from './notices.ts';
import type { Offers } from './offers.ts';
import type { Line, Renderer } from './send.ts';

export interface HandOutParts {
  readonly renderer: Renderer;
  readonly development: boolean;
  readonly limits: Limits;
  readonly offers: Offers;
  /** In development, where a file that is on offer can be fetched. */
  readonly linkTo: (offer: string, name: string) => string;
}

/** Teams asks the person first; in development the file lies on this machine. Comes to the number of messages sent. */
export async function handOut(
  { renderer, offers, development, linkTo }: HandOutParts,
  activity: IncomingActivity,
  line: Line,
  file: ExportFile,
): Promise<number> {
  const files = await line.whileTyping(renderer.write?.(file) ?? Promise.resolve([]));
  if (files === late) throw new Error('an export took too long');
  const offer = offers.add(files, callerOf(activity).id);
  if (development) {
    const links = files.map(({ name, bytes }) => ({ name, url: linkTo(offer, name), bytes: bytes.length }));
    await line.send(renderer.render({ kind: 'file', links }));
    return 1;
  }
  for (const each of files) await line.sendAttachment(consentCard(each, offer));
  return files.length;
}

export async function answerConsent(
  { offers, development, limits }: HandOutParts,
  activity: IncomingActivity,
  line: Line,
  consent: Consent,
): Promise<Outcome | Problem> {
  const { id } = callerOf(activity);
  if (consent.action === 'decline') {
    offers.take(consent.context.offer, consent.context.name, id);
    return { messages: [declined] };
  }
  const uploaded = await upload(offers, consent, id, development, limits);
  if (!uploaded.ok) return uploaded.problem;
  await line.sendAttachment(uploaded.card);
  return { messages: [] };
}
