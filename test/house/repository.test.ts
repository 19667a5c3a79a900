import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url).pathname;

test.runIf(existsSync(`${root}.git`))(
  'no package lies in the repository, not even as a link to a folder',
  () => {
    const kept = execFileSync('git', ['ls-files', 'node_modules'], { cwd: root, encoding: 'utf8' });
    // A link that is checked out takes the place of the installed packages.
    expect(kept, 'git rm --cached node_modules').toBe('');
  },
);
