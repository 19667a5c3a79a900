/** botbuilder prints a stack, or a public key, for each token it refuses. The door logs one line for each instead. */

let doors = 0;
let loud: typeof console.error | undefined;

/** Until the function given back is called; several doors of one process share it. */
export function quieten(): () => void {
  if (doors === 0) {
    // biome-ignore lint/suspicious/noConsole: botbuilder has no other way to be silenced.
    loud = console.error;
    const speak = loud;
    console.error = (...said: unknown[]) => {
      if (!isAboutToken(said[0])) speak(...said);
    };
  }
  doors += 1;
  return () => {
    doors -= 1;
    if (doors === 0 && loud) console.error = loud;
  };
}

function isAboutToken(said: unknown): boolean {
  if (said instanceof Error) return said.name === 'TokenExpiredError';
  return typeof said === 'string' && said.startsWith('Error finding key for token.');
}
