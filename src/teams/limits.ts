/** How much and how long, in one place. Tests shorten the times. */
export interface Limits {
  /** Of one activity, as it came over the wire. */
  readonly bodyBytes: number;
  readonly bodyMs: number;
  /** botbuilder fetches Microsoft's signing keys without a limit of its own. */
  readonly authenticationMs: number;
  /** For finding the answer. Teams delivers again what was not answered after 15 s. */
  readonly turnMs: number;
  /** For saying it, where finding it used up the time. */
  readonly lastWordMs: number;
  /** An answer that takes longer than this is announced; the store rule says 2 s. */
  readonly typingAfterMs: number;
  /** One attempt to send one message. */
  readonly sendMs: number;
  readonly retries: number;
  /** Before the first retry; doubled for each one after. */
  readonly backOffMs: number;
  readonly fileBytes: number;
  readonly fileMs: number;
  /** How long a file that was made waits to be fetched. */
  readonly offerMs: number;
  /** How long a stop waits for turns under way. */
  readonly drainMs: number;
}

export const usualLimits: Limits = {
  bodyBytes: 256 * 1024,
  bodyMs: 10_000,
  authenticationMs: 5_000,
  turnMs: 12_000,
  lastWordMs: 2_000,
  typingAfterMs: 1_000,
  sendMs: 5_000,
  retries: 3,
  backOffMs: 500,
  fileBytes: 2 * 1024 * 1024,
  fileMs: 10_000,
  offerMs: 30 * 60_000,
  drainMs: 15_000,
};

export const late = Symbol('late');

/** What `work` comes to, or `late`. The work itself goes on: nothing can be taken back from it. */
export async function within<Result>(ms: number, work: Promise<Result>): Promise<Result | typeof late> {
  let timer: NodeJS.Timeout | undefined;
  const alarm = new Promise<typeof late>((resolve) => {
    timer = setTimeout(resolve, Math.max(0, ms), late);
  });
  try {
    return await Promise.race([work, alarm]);
  } finally {
    clearTimeout(timer);
  }
}
