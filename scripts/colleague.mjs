// `npm run colleague -- Megan`: a second Playground beside `npm start`, with another person of the same team before it.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addressOf, notInstalled, onALeash, playgroundEnv, playgroundProgram } from './playground.mjs';

const botAddress = `http://127.0.0.1:${process.env.PORT || '3978'}`;

/**
 * @param {string} line
 * @returns {never}
 */
function end(line) {
  process.stderr.write(`${line}\n`);
  return process.exit(1);
}

// The team as the Playground makes it up; Alex Wilber sits before the one of `npm start`.
const team = [
  ['Alex', 'Wilber'],
  ['Megan', 'Bowen'],
  ['Adele', 'Vance'],
  ['Isaiah', 'Langer'],
  ['Patti', 'Fernandez'],
  ['Lynne', 'Robbins'],
].map(([givenName = '', surname = ''], at) => {
  const email = `${givenName}${surname.charAt(0)}@example.com`.toLowerCase();
  return {
    id: `user-id-${at}`,
    name: `${givenName} ${surname}`,
    aadObjectId: `00000000-0000-0000-0000-000000000002${at}`,
    ...{ givenName, surname, email, userPrincipleName: email },
  };
});
const wanted = (process.argv[2] ?? 'Megan').toLowerCase();
const person =
  team.slice(1).find(({ name }) => name.toLowerCase().startsWith(wanted)) ??
  end(
    `Who? One of: ${team
      .slice(1)
      .map(({ givenName }) => givenName)
      .join(', ')}`,
  );
const program = playgroundProgram() ?? end(notInstalled);
await fetch(`${botAddress}/readyz`).catch(() => end('Start the bot first, in another terminal: npm start'));

const folder = mkdtempSync(join(tmpdir(), 'bridgekeeper-colleague-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const world = {
  version: '0.1.1',
  tenantId: '00000000-0000-0000-0000-0000000000001',
  bot: { id: '00000000-0000-0000-0000-00000000000011', name: 'Test Bot' },
  currentUser: person,
  users: team.filter((each) => each !== person),
  personalChat: { id: `bridgekeeper-chat-of-${person.id}` },
  groupChat: { id: 'bridgekeeper-group-chat', name: 'Group Chat' },
  team: {
    ...{ id: 'team-id', name: 'My Team', aadGroupId: '00000000-0000-0000-0000-000000000031' },
    channels: [{ id: 'channel-announcements-id', name: 'Announcements' }],
  },
};
// JSON is YAML, too.
writeFileSync(join(folder, '.m365agentsplayground.yml'), JSON.stringify(world));

const playground = spawn(
  process.execPath,
  [
    ...['--import', onALeash, program, 'start', '--app-endpoint', `${botAddress}/api/messages`],
    ...['--channel-id', 'msteams', '--port', '0', '--disable-telemetry'],
  ],
  { cwd: folder, env: playgroundEnv(join(folder, 'log')), stdio: ['pipe', 'pipe', 'pipe'] },
);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => playground.kill());
let said = '';
playground.on('exit', (code) => {
  if (code) process.stderr.write(said);
  process.exit(code ?? 0);
});
const address = await addressOf(playground, (all) => {
  said = all;
});
process.stdout.write(`\n${person.name} talks to the bot:  ${address}\n`);
