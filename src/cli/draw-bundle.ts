/** `bridgekeeper landscape`: the picture of an exported project, for a report or a wiki. */
import { readFileSync, writeFileSync } from 'node:fs';
import { sketchBundle } from '../app/register/judge-bundle.ts';
import { OperatorError } from '../error.ts';
import { drawLandscape } from '../render/landscape-picture.ts';
import type { Terminal } from './terminal.ts';

export async function drawBundle(
  terminal: Terminal,
  files: readonly string[],
  out: string | undefined,
): Promise<number> {
  const [file] = files;
  if (!file || files.length > 1) throw new OperatorError('usage', 'name one exported file to draw');
  if (!out || !/\.(?:svg|png)$/i.test(out))
    throw new OperatorError('usage', '--out takes the name of a file that ends with .svg or .png');
  const bundle = terminal.readBundle(file, read(file));
  const { project, integrations } = bundle;
  const sketches = sketchBundle(terminal.loadContent(), terminal.calculations, bundle);
  const line = `${project.applications.length} applications, ${integrations.length} integrations`;
  const { svg, png } = await drawLandscape(sketches, { title: `Landscape of ${project.name}`, line });
  try {
    writeFileSync(out, /svg$/i.test(out) ? svg : png);
  } catch (error) {
    throw new OperatorError('data-unwritable', `${out}: ${(error as NodeJS.ErrnoException).code}`);
  }
  terminal.print(`The landscape of ${project.name} is drawn in ${out}\n`);
  return 0;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new OperatorError('input-unreadable', `${file}: ${(error as NodeJS.ErrnoException).code}`);
  }
}
