/** The templates under `cards/`, each read and built once: building costs twenty times what using does. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'adaptivecards-templating';
import { OperatorError } from '../error.ts';
import { type Kind, kinds } from './card-data.ts';

export type Templates = Readonly<Record<Kind, Template>>;

export function loadTemplates(cardsFolder: string): Templates {
  const found = templatesIn(cardsFolder);
  const wanted = kinds.map((kind) => `${kind}.json`);
  const complaints = [
    ...wanted.filter((name) => !found.includes(name)).map((name) => `${join(cardsFolder, name)} is missing`),
    ...found
      .filter((name) => !wanted.includes(name))
      .map((name) => `${join(cardsFolder, name)} belongs to no kind of reply`),
  ];
  const built = kinds
    .filter((kind) => found.includes(`${kind}.json`))
    .map((kind) => [kind, build(join(cardsFolder, `${kind}.json`), complaints)] as const);
  if (complaints.length > 0) {
    throw new OperatorError('content-invalid', 'card templates cannot be used', complaints);
  }
  return Object.fromEntries(built) as Record<Kind, Template>;
}

function templatesIn(cardsFolder: string): string[] {
  try {
    return readdirSync(cardsFolder).filter((name) => name.endsWith('.json') && !name.endsWith('.data.json'));
  } catch (error) {
    throw new OperatorError('content-invalid', 'the folder of card templates cannot be read', [
      String(error),
    ]);
  }
}

function build(file: string, complaints: string[]): Template | undefined {
  try {
    return new Template(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    complaints.push(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}
