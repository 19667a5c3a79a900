/** How often the bot may speak: Microsoft's table "Optimize your bot with rate limiting", read on 2026-10-08. */

export interface Rate {
  readonly sends: number;
  readonly withinMs: number;
}

/** One bot in one conversation. */
export const conversationRates: readonly Rate[] = [
  { sends: 7, withinMs: 1_000 },
  { sends: 8, withinMs: 2_000 },
  { sends: 60, withinMs: 30_000 },
  { sends: 1_800, withinMs: 3_600_000 },
];

/** One app in one tenant, over all conversations. */
export const tenantRates: readonly Rate[] = [{ sends: 50, withinMs: 1_000 }];

/** On the way to the connector two messages may move closer to one another. */
const slackMs = 250;

/** The earliest time from `now` on at which one more keeps every rate. `sent`: times of earlier ones, oldest first. */
export function nextSend(rates: readonly Rate[], sent: readonly number[], now: number): number {
  let earliest = now;
  for (const { sends, withinMs } of rates) {
    const first = sent.at(-sends);
    // A clock that was set back would otherwise hold up everything until it has caught up.
    if (sent.length >= sends && first !== undefined && first <= now)
      earliest = Math.max(earliest, first + withinMs + slackMs);
  }
  return earliest;
}

/** One more, and without those that no rate looks at any more. */
export function withSend(rates: readonly Rate[], sent: readonly number[], now: number): readonly number[] {
  const longest = Math.max(...rates.map(({ withinMs }) => withinMs)) + slackMs;
  const counted = sent.filter((at) => at <= now && at > now - longest);
  return [...counted, now];
}
