/** One YAML file: its data, and the line on which each piece of it stands. */
import { readFileSync } from 'node:fs';
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type YAMLError,
} from 'yaml';
import type { Complaint, Fault, Path } from './complaint.ts';
import { digestOf, shippedReadAhead } from './read-ahead.ts';

export interface YamlFile {
  /** As complaints name it. */
  readonly name: string;
  /** Absent where the file cannot be read; why is among the complaints. */
  readonly data?: unknown;
  complain(faults: readonly Fault[]): void;
}

export function readYaml(
  file: string,
  name: string,
  complaints: Complaint[],
  known = shippedReadAhead(),
): YamlFile {
  const unreadable = { name, complain: () => {} };
  let written: string;
  try {
    written = readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const text = code === 'ENOENT' ? 'there is no such file' : `cannot be read (${code})`;
    complaints.push({ file: name, text });
    return unreadable;
  }
  let parsed: Parsed | undefined;
  const complain = (faults: readonly Fault[]) => {
    for (const { path, message, at = [] } of faults) {
      const text = path.length > 0 ? `${path.join('.')}: ${message}` : message;
      parsed ??= parse(written);
      complaints.push({ file: name, line: parsed.lineAt(offsetOf(parsed.document, [...path, ...at])), text });
    }
  };
  const data = known[digestOf(written)];
  if (data !== undefined) return { name, data, complain };

  parsed = parse(written);
  const { document, lineAt } = parsed;
  const slips = [...document.errors, ...document.warnings];
  complaints.push(
    ...slips.map((slip) => ({ file: name, line: lineAt(slip.pos[0]), text: explainSlip(slip, written) })),
  );
  return slips.length > 0 ? unreadable : { name, data: document.toJS(), complain };
}

interface Parsed {
  readonly document: Document.Parsed;
  readonly lineAt: (offset: number) => number;
}

function parse(written: string): Parsed {
  const lineCounter = new LineCounter();
  const document = parseDocument(written, { lineCounter, prettyErrors: false, stringKeys: true });
  return { document, lineAt: (offset) => lineCounter.linePos(offset).line };
}

function explainSlip(slip: YAMLError, written: string): string {
  if (slip.code === 'NON_STRING_KEY') return 'the name of a field must be text';
  if (slip.code !== 'DUPLICATE_KEY') return slip.message;
  return `"${/^[^:\s]*/.exec(written.slice(slip.pos[0]))}" is written twice`;
}

/** Follows the path as far as it goes. A list or a map stands where its key stands. */
function offsetOf(document: Document.Parsed, path: Path): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    const inner = isAlias(node) ? node.resolve(document) : node;
    if (isMap(inner)) {
      const pair = inner.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (!pair) return offset;
      node = pair.value;
      offset = startOf(isScalar(node) ? node : pair.key) ?? offset;
    } else if (isSeq(inner)) {
      node = inner.items[Number(step)];
      offset = startOf(node) ?? offset;
    } else return offset;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
