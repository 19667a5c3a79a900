/** What a written name means: which application, which thing on file, which id. Only what is certain counts. */
import type { Application } from './landscape.ts';

type Named = Pick<Application, 'id' | 'name'>;

export interface Recogniser<T> {
  /** Makes something known by its name, or by another spelling that was met. */
  add(known: T, spelling?: string): void;
  /** One is certain, more than one is doubt, none is unknown. */
  find(written: string): readonly T[];
}

/** The one that is meant, if that is certain. */
export function recognise<T extends Named>(written: string, known: readonly T[]): T | undefined {
  const [found, doubt] = recogniser(known).find(written);
  return doubt ? undefined : found;
}

export function recogniser<T extends Named>(all: readonly T[]): Recogniser<T> {
  const byKey = new Map<string, T[]>();
  const byBase = new Map<string, { known: T; short: string | undefined }[]>();
  const byShort = new Map<string, T[]>();
  const add = (known: T, spelling = known.name) => {
    const key = nameKey(spelling);
    if (byKey.get(key)?.some(({ id }) => id === known.id)) return;
    const { base, short } = formsOf(spelling);
    pushTo(byKey, key, known);
    pushTo(byBase, base, { known, short });
    if (short) pushTo(byShort, short, known);
  };
  const find = (written: string) => {
    const asWritten = byKey.get(nameKey(written));
    if (asWritten) return distinct(asWritten);
    const { plain, base, short } = formsOf(written);
    const sameBase = (byBase.get(base) ?? [])
      // "Finance (SAP)" and "Finance (ORA)" are two.
      .filter((other) => !short || !other.short || short === other.short)
      .map(({ known }) => known);
    if (!short) return distinct([...sameBase, ...(byShort.get(plain) ?? [])]);
    // "FACTS and Business Systems (BS)" must not pass for "BS".
    if (lookOf(written) === 'several') return distinct(sameBase);
    const onlyShort = (byBase.get(short) ?? []).filter((other) => !other.short).map(({ known }) => known);
    return distinct([...sameBase, ...onlyShort]);
  };
  for (const known of all) add(known);
  return { add, find };
}

/** Two names with the same key are one name, written with other capitals or spaces. */
export function nameKey(name: string): string {
  return tidy(name).toLowerCase();
}

export type Look = 'name' | 'several' | 'file' | 'description';

const severalMarks =
  /[,;\n]|\s(?:and|or|as well as|plus|&|\+|\/)\s|\b(?:such as|e\.g\.|etc|various|several|multiple)(?!\w)/i;
const fileWords = /\b(?:spreadsheets?|excel|workbooks?|worksheets?|templates?|csv|xlsx?|files?)\b/i;
/** Words that describe a kind of system and name none: "authorized external business systems". */
const kindWords = new Set(
  (
    'a an the any all each every other our their new old own 3rd third 1st 2nd internal external source target ' +
    'sending receiving upstream downstream legacy authorized authorised enterprise business agency agencie ' +
    'partner party partie vendor supplier customer provider bank user system application app software tool ' +
    'database interface'
  ).split(' '),
);

/** What an end looks like on its own, where no list of applications says what it is. */
export function lookOf(written: string): Look {
  if (fileWords.test(written)) return 'file';
  if (severalMarks.test(written.trim())) return 'several';
  if (formsOf(written).short) return 'name';
  const words = written.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const says = /\p{L}/u.test(written) && !words.map(singular).every((word) => kindWords.has(word));
  return says ? 'name' : 'description';
}

interface Forms {
  /** Without its article. */
  readonly plain: string;
  /** Without article, trailing abbreviation and the s of plurals. */
  readonly base: string;
  /** "abs" in "Agency Business Systems (ABS)". */
  readonly short: string | undefined;
}

function formsOf(name: string): Forms {
  const text = tidy(name).replace(/^(?:an?|the) (?=\S)/i, '');
  const [, long, inside] = /^(.+?) ?\(([^()\s]{2,12})\)$/.exec(text) ?? [];
  const short = long && inside && shortens(inside, long) ? inside.toLowerCase() : undefined;
  const words = (short && long ? long : text).split(' ').map(singular);
  return { plain: text.toLowerCase(), base: words.join(' ').toLowerCase(), short };
}

/** Its letters come in order, the first at the start of a word: "(EU)" behind "ERP" says which ERP it is. */
function shortens(inside: string, long: string): boolean {
  if (!/^[\p{Lu}\p{N}](?=.*[\p{Lu}\p{N}])[\p{L}\p{N}/&.-]*$/u.test(inside)) return false;
  const [first, ...others] = inside.toLowerCase().match(/[\p{L}\p{N}]/gu) ?? [];
  const words = long.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const start = words.findIndex((word) => first !== undefined && word.startsWith(first));
  if (start < 0) return false;
  const text = words.slice(start).join('');
  let at = 1;
  return others.every((letter) => {
    at = text.indexOf(letter, at) + 1;
    return at > 0;
  });
}

/** Short words in capitals are names of their own: "AWS", "MAPS". */
function singular(word: string): string {
  const kept = word.length <= 3 || (word.length <= 5 && word === word.toUpperCase());
  return kept ? word : word.replace(/(?<=[^s])s$/i, '');
}

const tidy = (text: string) => text.normalize('NFKC').replace(/\s+/g, ' ').trim();

function distinct<T extends Named>(found: readonly T[]): readonly T[] {
  return [...new Map(found.map((known) => [known.id, known])).values()];
}

function pushTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

interface Register<T> {
  /** What is on file for the next row of this name, and the line of the first row with it. */
  claim(name: string, line: number): { readonly kept: T | undefined; readonly twin: number | undefined };
  /** A free id for something new of this name. */
  idFor(name: string): string;
}

/** Names are no keys: two integrations may share one. The nth row of a name is the nth thing of that name. */
export function openRegister<T extends Named>(onFile: readonly T[]): Register<T> {
  const taken = new Set(onFile.map(({ id }) => id));
  const kept = new Map<string, T[]>();
  // Later things of a name have higher numbers, so the order of first coming can be read off the ids.
  const numbered = onFile.map((thing) => ({ thing, number: numberOf(thing.id, slugOf(thing.name)) }));
  numbered.sort((a, b) => a.number - b.number || (a.thing.id < b.thing.id ? -1 : 1));
  for (const { thing } of numbered) pushTo(kept, nameKey(thing.name), thing);
  const lines = new Map<string, number[]>();
  const last = new Map([...kept].map(([key, things]) => [key, things.at(-1)?.id ?? '']));
  return {
    claim(name, line) {
      const key = nameKey(name);
      pushTo(lines, key, line);
      const [first, ...more] = lines.get(key) ?? [];
      return { kept: kept.get(key)?.[more.length], twin: more.length > 0 ? first : undefined };
    },
    idFor(name) {
      const key = nameKey(name);
      const base = slugOf(name);
      const before = last.get(key);
      let number = before === undefined ? 1 : numberOf(before, base) + 1;
      let id = '';
      do {
        id = number === 1 ? base : `${base}-${number}`;
        number += 1;
      } while (taken.has(id));
      taken.add(id);
      last.set(key, id);
      return id;
    },
  };
}

function numberOf(id: string, base: string): number {
  const behind = id.startsWith(base) ? id.slice(base.length) : '';
  return Number(/^-(\d{1,7})$/.exec(behind)?.[1] ?? 1);
}

/** Room is left for a number behind it, within 60 characters. */
const longestSlug = 52;

/** An id that reads like the name. A name that cannot be written in a–z gets a digest of its own behind it. */
export function slugOf(name: string): string {
  const key = nameKey(name);
  const latin = key
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{ASCII}]/gu, (letter) => latinLetters[letter] ?? letter);
  const slug = latin.replace(/[^a-z0-9]+/g, '-').replace(/^-/, '');
  const complete = slug !== '' && !/[^\p{ASCII}]/u.test(latin.replace(/[^\p{L}\p{N}]/gu, ''));
  if (complete) return slug.slice(0, longestSlug).replace(/-$/, '');
  return `${slug.slice(0, longestSlug - 8)}-${digest(key)}`.replace(/-+/g, '-').replace(/^-/, '');
}

const latinLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

/** FNV-1a, 32 bits: short, and the same everywhere. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (const unit of text.split('')) hash = Math.imul(hash ^ unit.charCodeAt(0), 0x01000193);
  return (hash >>> 0).toString(36);
}
