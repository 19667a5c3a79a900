// Starts the built bot and Microsoft 365 Agents Playground beside it, both on this machine only.
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { addressOf, notInstalled, onALeash, playgroundEnv, playgroundProgram } from './playground.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const port = process.env.PORT || '3978';
const botAddress = `http://127.0.0.1:${port}`;
const playgroundPort = '56150';
const playgroundLog = join(tmpdir(), `bridgekeeper-playground-${process.pid}.log`);

/** @param {string} line */
const say = (line) => process.stdout.write(`${line}\n`);
/** @param {string} line */
const complain = (line) => process.stderr.write(`${line}\n`);

const program = playgroundProgram();
if (!program) {
  complain(notInstalled);
  process.exit(1);
}

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
    ...['--import', onALeash, program, 'start'],
    ...['--app-endpoint', `${botAddress}/api/messages`, '--channel-id', 'msteams', '--port', playgroundPort],
    // The same chat at each start, so that what the bot kept about it stays true.
    ...['--conversation-id', 'bridgekeeper-personal-chat', '--disable-telemetry'],
  ],
  {
    env: playgroundEnv(playgroundLog),
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
const playgroundReady = addressOf(playground, (said) => {
  chatter = said;
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
