// Microsoft 365 Agents Playground as it is started here: found where it is installed, and kept on this machine.
import { createRequire } from 'node:module';

/** Its program; undefined where it is not installed. */
export function playgroundProgram() {
  try {
    return createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
  } catch {
    return undefined;
  }
}

export const notInstalled =
  'Microsoft 365 Agents Playground is not installed here: use `npm run serve` to start the bot alone.';

// The Playground would listen on every network of this machine, let anybody talk to a bot without credentials, and
// outlive this process if that is killed. So: on loopback only, and it ends when its standard input does.
export const onALeash = `data:text/javascript,${encodeURIComponent(`
  import net from 'node:net';
  process.stdin.on('end', () => process.exit()).resume();
  const listen = net.Server.prototype.listen;
  net.Server.prototype.listen = function (port, ...rest) {
    return listen.call(this, typeof port === 'number' ? { port, host: '127.0.0.1' } : port, ...rest);
  };
`)}`;

/** @param {string} log */
export const playgroundEnv = (log) => ({
  ...process.env,
  TEAMSAPPTESTER_BROWSER: 'none', // it would open one, and die where there is none
  M365_AGENTS_PLAYGROUND_LOGFILE: log,
  NO_PROXY: 'localhost,127.0.0.1',
  no_proxy: 'localhost,127.0.0.1',
});

/**
 * Where it can be reached, once it says so. All it says goes to `hear`.
 * @param {import('node:child_process').ChildProcess} playground
 * @param {(said: string) => void} hear
 * @returns {Promise<string>}
 */
export function addressOf(playground, hear) {
  let chatter = '';
  return new Promise((resolve) => {
    /** @param {Buffer} chunk */
    const listen = (chunk) => {
      chatter += chunk.toString();
      hear(chatter);
      const port = /^Listening on (\d+)$/m.exec(chatter)?.[1];
      if (port) resolve(`http://localhost:${port}`);
    };
    playground.stdout?.on('data', listen);
    playground.stderr?.on('data', listen);
  });
}
