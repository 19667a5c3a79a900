/** What Teams posts, as far as we read it. The rest of an activity is passed on unread. */
import { z } from 'zod';

const id = z.string().min(1).max(500);
const account = z.looseObject({
  id,
  name: z.string().max(1000).nullish(),
  aadObjectId: z.string().max(200).nullish(),
});
const accounts = z
  .array(z.looseObject({ id: z.string(), aadObjectId: z.string().max(200).nullish() }))
  .max(1000);
const named = z.looseObject({ id: z.string().max(500) });

const activitySchema = z.looseObject({
  type: z.string().min(1).max(100),
  id: id.nullish(),
  timestamp: z.string().max(100).nullish(),
  channelId: z.string().min(1).max(100),
  serviceUrl: z.string().min(1).max(1000),
  from: account,
  recipient: account,
  conversation: z.looseObject({
    id,
    conversationType: z.string().max(100).nullish(),
    isGroup: z.boolean().nullish(),
    tenantId: z.string().max(200).nullish(),
  }),
  channelData: z.looseObject({ tenant: named.nullish(), team: named.nullish() }).nullish(),
  name: z.string().max(200).nullish(),
  action: z.string().max(100).nullish(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  replyToId: id.nullish(),
  entities: z.array(z.looseObject({ type: z.string().nullish() })).nullish(),
  attachments: z.array(z.looseObject({ contentType: z.string().nullish() })).nullish(),
  membersAdded: accounts.nullish(),
  membersRemoved: accounts.nullish(),
});

export type IncomingActivity = z.output<typeof activitySchema>;

export type Checked =
  | { readonly ok: true; readonly activity: IncomingActivity }
  | { readonly ok: false; readonly why: string };

/** Ours and those of Teams are a dozen deep. What is deeper ends every program that walks through it. */
const deepest = 60;

export function checkActivity(body: unknown): Checked {
  if (isDeeper(body, deepest))
    return { ok: false, why: 'This is no activity: the body is nested too deeply' };
  const checked = activitySchema.safeParse(body);
  if (checked.success) return { ok: true, activity: checked.data };
  const [issue] = checked.error.issues;
  const place = issue?.path.join('.') || 'the body';
  return { ok: false, why: `This is no activity: ${place}: ${issue?.message ?? 'not as expected'}` };
}

/** Level by level: a walk of its own into the depth would end as others do. */
function isDeeper(body: unknown, most: number): boolean {
  let level: readonly unknown[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > most) return true;
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
  }
  return false;
}
