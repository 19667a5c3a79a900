/** When nothing gets through, asking again and again helps nobody: one attempt in a while tells whether it is over. */

export interface Circuit {
  /** In a row, over all conversations. */
  readonly failures: number;
  /** Nothing is sent before this time, in milliseconds. */
  readonly until: number;
}

export const closedCircuit: Circuit = { failures: 0, until: 0 };

const tolerated = 5;
const firstPauseMs = 30_000;
const longestPauseMs = 10 * 60_000;

/** `down`: the connector failed or did not answer. Everything else, a refusal too, shows that it is there. */
export function afterAttempt(circuit: Circuit, connector: 'up' | 'down', now: number): Circuit {
  if (connector === 'up') return closedCircuit;
  const failures = circuit.failures + 1;
  if (failures < tolerated) return { failures, until: 0 };
  const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(failures - tolerated, 20));
  return { failures, until: now + pause };
}

export function isOpen({ until }: Circuit, now: number): boolean {
  // No pause is longer: what lies further ahead comes from a clock that was set back.
  return until > now && until - now <= longestPauseMs;
}

/** After a pause a single message goes first, to see whether the others can follow. */
export function isProbing({ failures }: Circuit): boolean {
  return failures >= tolerated;
}
