// Starts the built bot and Microsoft 365 Agents Playground beside it, both on this machine only.
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const port = process.env.PORT || '3978';
const botAddress = `http://127.0.0.1:${port}`;
const playgroundPort = '56150';
const playgroundLog = join(tmpdir(), `bridgekeeper-playground-${process.pid}.log`);

/** @param {string} line */
const say = (line) => process.stdout.write(`${line}\n`);
/** @param {string} line */
const complain = (line) => process.stderr.write(`${line}\n`);

const playgroundProgram = (() => {
  try {
    return createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
  } catch {
    complain(
      'Microsoft 365 Agents Playground is not installed here: use `npm run serve` to start the bot alone.',
    );
    return process.exit(1);
  }
})();

// The Playground would listen on every network of this machine, let anybody talk to a bot without credentials, and
// outlive this process if that is killed. So: on loopback only, and it ends when its standard input does.
const onALeash = `data:text/javascript,${encodeURIComponent(`
  import net from 'node:net';
  process.stdin.on('end', () => process.exit()).resume();
  const listen = net.Server.prototype.listen;
  net.Server.prototype.listen = function (port, ...rest) {
    return listen.call(this, typeof port === 'number' ? { port, host: '127.0.0.1' } : port, ...rest);
  };
`)}`;

const taken = await fetch(botAddress).then(
  () => true,
  () => false,
);
if (taken) {
  complain(
    `Something answers on port ${port} already, perhaps another Bridgekeeper. Stop it, or choose another with PORT.`,
  );
  process.exit(1);
}

// Process groups of their own: Ctrl-C in a terminal reaches this process alone, which passes it on once.
const detached = process.platform !== 'win32';

const bot = spawn(process.execPath, [join(root, 'dist', 'index.js')], {
  env: { ...process.env, PORT: port },
  stdio: ['ignore', 'inherit', 'inherit'],
  detached,
});

const playground = spawn(
  process.execPath,
  [
    ...['--import', onALeash, playgroundProgram, 'start'],
    ...['--app-endpoint', `${botAddress}/api/messages`, '--channel-id', 'msteams', '--port', playgroundPort],
    // The same chat at each start, so that what the bot kept about it stays true.
    ...['--conversation-id', 'bridgekeeper-personal-chat', '--disable-telemetry'],
  ],
  {
    env: {
      ...process.env,
      TEAMSAPPTESTER_BROWSER: 'none', // it would open one, and die where there is none
      M365_AGENTS_PLAYGROUND_LOGFILE: playgroundLog,
      NO_PROXY: 'localhost,127.0.0.1',
      no_proxy: 'localhost,127.0.0.1',
    },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached,
  },
);

let stopping = false;
let askedAt = 0;

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    if (stopping) {
      if (Date.now() - askedAt > 2000) process.exit(128 + constants.signals[signal]); // asked again: at once
      return;
    }
    stopping = true;
    askedAt = Date.now();
    playground.kill();
    bot.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
  });
}

process.on('exit', () => {
  playground.kill('SIGKILL');
  bot.kill('SIGKILL');
  rmSync(playgroundLog, { force: true });
});

bot.on('exit', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)));

let chatter = '';
/** @type {Promise<string>} */
const playgroundReady = new Promise((resolve) => {
  /** @param {Buffer} chunk */
  const hear = (chunk) => {
    chatter += chunk.toString();
    const listening = /^Listening on (\d+)$/m.exec(chatter)?.[1];
    if (listening) resolve(`http://localhost:${listening}`);
  };
  playground.stdout.on('data', hear);
  playground.stderr.on('data', hear);
});

playground.on('exit', (code, signal) => {
  if (stopping) return;
  stopping = true;
  complain(`Microsoft 365 Agents Playground ended by itself (${signal ?? `code ${code}`}). It said:`);
  complain(`${chatter}${readPlaygroundLog()}`.trimEnd());
  bot.removeAllListeners('exit');
  bot.on('exit', () => process.exit(1));
  if (bot.exitCode !== null || bot.signalCode !== null) process.exit(1);
  bot.kill('SIGTERM');
});

const botReady = async () => {
  for (;;) {
    const answer = await fetch(`${botAddress}/readyz`).catch(() => undefined);
    if (answer?.status === 200) return;
    await pause(100);
  }
};

const [playgroundAddress] = await Promise.all([playgroundReady, botReady()]);
await fetch(`${playgroundAddress}/_debug/ping`).catch(() => new Promise(() => {})); // else it is about to end
say('');
say(`Talk to the bot:  ${playgroundAddress}`);
say(`The bot itself:   ${botAddress}/api/messages`);

function readPlaygroundLog() {
  try {
    return readFileSync(playgroundLog, 'utf8');
  } catch {
    return '';
  }
}
