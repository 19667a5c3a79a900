/** One POST: the body, its shape, who sends it, and then the turn. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { checkActivity, type IncomingActivity } from './activity.ts';
import type { Adapter, Admission } from './adapter.ts';
import { traceOf } from './apology.ts';
import type { Bot } from './bot.ts';
import { whyRefused } from './caller.ts';
import { type Limits, late, within } from './limits.ts';
import { readBody } from './read-body.ts';
import { type Refusal, refuse, respond } from './respond.ts';
import type { Settings } from './settings.ts';

export interface Reception {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly adapter: Adapter;
  readonly bot: Bot;
  readonly settings: Settings;
  readonly log: Logger;
  readonly limits: Limits;
}

/** Never rejects: nobody above could do better than the answer given here. */
export async function receive(reception: Reception): Promise<void> {
  const { response, log } = reception;
  try {
    await answer(reception);
  } catch (error) {
    log.error(traceOf(error), 'an activity could not be dealt with');
    refuse(response, { code: 'failed', message: 'Something went wrong here.' });
  }
}

async function answer(reception: Reception): Promise<void> {
  const { request, response, adapter, bot, settings, log, limits } = reception;
  const body = await readBody(request, limits);
  if (body.kind === 'aborted') return;
  if (body.kind === 'refused')
    return body.unread ? hangUp(request, response, body.refusal) : refuse(response, body.refusal);
  const checked = checkActivity(body.json);
  if (!checked.ok) return refuse(response, { code: 'activity-invalid', message: checked.why });
  const { activity } = checked;
  const admission = await admit(reception, activity);
  if (!admission)
    return refuse(response, { code: 'unauthorized', message: 'The token is missing or not valid.' });
  const refused = whyRefused(activity, settings);
  if (refused) {
    const { channelId: channel, channelData, type } = activity;
    log.warn({ refused, channel, tenant: channelData?.tenant?.id, type }, 'an activity was refused');
    return respond(response, 403);
  }
  const outcome = await adapter.take(admission, activity, (context) => bot(context, activity));
  respond(response, outcome?.status ?? 200, outcome?.body);
}

/** Whatever keeps the token from being checked, a network that is down too, keeps the caller out. */
async function admit(
  { request, adapter, log, limits }: Reception,
  activity: IncomingActivity,
): Promise<Admission | undefined> {
  try {
    const checking = adapter.admit(activity, request.headers.authorization ?? '');
    const admission = await within(limits.authenticationMs, checking);
    if (admission !== late) return admission;
    log.warn({ code: 'late' }, 'a token could not be checked in time');
  } catch (error) {
    // Messages are botbuilder's own and name what did not fit; a stack would say no more.
    const { name, message } = error as Error;
    log.warn({ code: name, reason: message.slice(0, 200) }, 'a token was refused');
  }
  return undefined;
}

/** The rest of the body is not wanted. The caller gets a moment to read why before the connection breaks. */
function hangUp(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  refuse(response, refusal, { connection: 'close' });
  request.pause();
  response.once('finish', () => setTimeout(() => request.destroy(), 200).unref());
}
