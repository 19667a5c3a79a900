import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflate } from '@sparticuz/chromium';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

/**
 * A browser for the tests. In this order: the one named by CHROME_PATH; the Chromium that
 * `@sparticuz/chromium` carries (Linux on x64: the same version everywhere, so the same pictures);
 * an installed Chrome, Chromium or Edge. It talks to this machine only.
 */
export async function openBrowser(): Promise<Browser> {
  const failures: string[] = [];
  for (const { name, options } of await candidates()) {
    try {
      return await chromium.launch({ args: FLAGS, ...(await options()) });
    } catch (error) {
      failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Error(
    ['No browser could be started. Install Chrome or Edge, or name one in CHROME_PATH.', ...failures].join(
      '\n',
    ),
  );
}

interface Candidate {
  name: string;
  options: () => Promise<LaunchOptions>;
}

const FLAGS = [
  '--no-sandbox',
  '--disable-setuid-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-domain-reliability',
  '--no-default-browser-check',
  '--no-pings',
  '--font-render-hinting=none',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

const INSTALLED: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: [
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

async function candidates(): Promise<Candidate[]> {
  const named = process.env.CHROME_PATH;
  if (named) return [installed(named)];
  const carried = { name: '@sparticuz/chromium', options: carriedOptions };
  return [
    ...(process.platform === 'linux' && process.arch === 'x64' ? [carried] : []),
    ...(INSTALLED[process.platform] ?? []).filter((path) => existsSync(path)).map(installed),
  ];
}

function installed(path: string): Candidate {
  return { name: path, options: async () => ({ executablePath: path }) };
}

async function carriedOptions(): Promise<LaunchOptions> {
  const home = await unpackOnce();
  return {
    executablePath: join(home, 'chromium'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [join(home, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
    },
  };
}

/**
 * Unpacks the carried Chromium, the shared libraries it needs and its fonts (two seconds, 220 MB) beside
 * the packages. Not with the package's own `executablePath()`: that one shares `/tmp` with every other
 * user, takes a half-written file for a finished one, and leaves the libraries out except on AWS.
 */
async function unpackOnce(): Promise<string> {
  const carrier = dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))));
  const manifest: { version: string } = JSON.parse(await readFile(join(carrier, 'package.json'), 'utf8'));
  const cache = join(carrier, '..', '..', '.cache', 'bridgekeeper');
  const home = join(cache, `chromium-${manifest.version}`);
  if (existsSync(home)) return home;

  await mkdir(cache, { recursive: true });
  const staging = await mkdtemp(`${home}.`);
  try {
    await Promise.all(inflateInto(staging, join(carrier, 'bin')));
    await writeFile(join(staging, 'fonts.conf'), FONTS);
    await rename(staging, home);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    if (!existsSync(home)) throw error; // else another process was faster
  }
  return home;
}

/** `inflate` unpacks into the folder for temporary files, which it reads before it returns. */
function inflateInto(folder: string, archives: string): Promise<string>[] {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    return ['chromium.br', 'al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br'].map((name) =>
      inflate(join(archives, name)),
    );
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** The carried fonts first, so that texts have one width everywhere; what they lack, the system may have. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <dir prefix="xdg">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  ${['Segoe UI', 'system-ui', 'sans-serif', 'Helvetica', 'Arial']
    .map(
      (name) =>
        `<alias binding="same"><family>${name}</family><prefer><family>Open Sans</family></prefer></alias>`,
    )
    .join('\n  ')}
</fontconfig>
`;
