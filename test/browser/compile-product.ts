/** What would be shipped, compiled anew in a folder of its own: nothing in `dist/` is used or overwritten. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the product: `dist/` and whatever else `package.json` ships. */
    product: string;
  }
}

const root = join(import.meta.dirname, '..', '..');

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const results = join(root, 'test-results');
  await mkdir(results, { recursive: true });
  // Below the project's root, where its packages are found.
  const product = await mkdtemp(join(results, 'product-'));
  const remove = () => rm(product, { recursive: true, force: true });
  try {
    const { files } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { files: string[] };
    await Promise.all([
      compileInto(join(product, 'dist')),
      ...files
        .filter((file) => file !== 'dist')
        .map((file) => cp(join(root, file), join(product, file), { recursive: true })),
    ]);
  } catch (error) {
    await remove();
    throw error;
  }
  project.provide('product', product);
  return remove;
}

/** As `npm run build` does. */
async function compileInto(folder: string): Promise<void> {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const node = (...args: string[]) => promisify(execFile)(process.execPath, args);
  try {
    await node(compiler, '-p', join(root, 'tsconfig.build.json'), '--outDir', folder);
    await node(join(root, 'scripts', 'read-ahead.mjs'), folder);
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`The product could not be built.\n${stdout}${stderr}`, { cause: error });
  }
}
