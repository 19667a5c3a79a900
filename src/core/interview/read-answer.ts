/** What somebody typed or tapped → an answer, or the reason why not. Nothing is guessed between two readings. */
import { readAmount } from './amount.ts';
import type { Said, Value } from './answer.ts';
import type { AnswerShape, Option, Question } from './topic.ts';

export type Reading =
  | { readonly ok: true; readonly said: Said }
  | { readonly ok: false; readonly why: string };

/** Dates in words ("next Friday", "mid March") are read by a library outside core. `YYYY-MM-DD`, or nothing. */
export type DateReader = (text: string) => string | undefined;

/** What a card sends for "I don't know". */
export const unsureMark = '?';

/** Nobody types more into a chat, and more fits no card. */
const longestAnswer = 2000;
const longestName = 80;
const longestNote = 400;
const longestDate = 60;

const unsureWords =
  /^(?:\?+|(?:i ?do(?:n['’]?t| not)|don['’]?t) know(?: yet)?|dk|idk|dunno|(?:no|nobody|no one|who) (?:idea|knows)|(?:not|un)[ -]?(?:sure|known)(?: yet)?|not yet known|tbd|tba|tbc|to be (?:defined|decided|determined|confirmed|announced)|no clue|can['’]?t say|(?:still )?open)$/i;
const laterWords = /^(?:skip(?: this| it)?|pass|(?:please )?ask (?:me )?(?:again )?later)$/i;
const notApplicableWords =
  /^(n\/?a|not applicable|(?:it )?does(?:n['’]?t| not) apply|not relevant)(?:(\s*[,:;—–-]\s*|\s+(?=because )|\s+)(?:because )?(.+))?$/i;
const referredWords =
  /^(?:please |better )?ask (.{2,80})$|^(.{2,80}?) (?:knows|would know|will know|should know|can answer(?: that| this)?)$/i;
/** "I don't know, ask Dana." */
const unsureBefore =
  /^(?:i ?do(?:n['’]?t| not) know|don['’]?t know|dunno|no idea|not sure)(?: yet)?\s*[,;:.!–—-]*\s(?:but |maybe |perhaps )?/i;
const nobody = /^(?:nobody|no[ -]?one|none|niemand|personne)(?: yet)?$/i;

/** Reads free text; what a card's own inputs send is read as strictly as what is typed. */
export function readAnswer(question: Question, text: string, readDate: DateReader): Reading {
  if (text.length > longestAnswer)
    return {
      ok: false,
      why: `That is too long for me. Please say it in at most ${longestAnswer} characters.`,
    };
  const shape = question.answer;
  const typed = visible(text);
  const bare = typed.replace(/[.!\s]+$/, '');
  const plain = bare.toLowerCase();
  // "Unknown" may be one of the options.
  const options = shape.kind === 'choice' || shape.kind === 'multi' ? shape.options : [];
  if (!exactly(options, plain)) {
    const aside = readAside(bare, shape.kind);
    if (aside) return { ok: true, said: aside };
  }
  return readValue(shape, typed, bare, readDate);
}

/** One spelling, without what cannot be seen. */
function visible(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200b\u2060\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Everything but a value. Free text may hold any words, so there only what can be nothing else counts. */
function readAside(bare: string, kind: AnswerShape['kind']): Said | undefined {
  if (unsureWords.test(bare)) return { kind: 'unsure' };
  if (laterWords.test(bare)) return { kind: 'passed' };
  const [, mark = '', gap = '', note] = notApplicableWords.exec(bare) ?? [];
  // Na Li is somebody, and "not relevant for credit notes" is an answer.
  const loose = note !== undefined && gap === ' ' && !/ because /i.test(bare);
  if (mark && !(loose && (kind === 'text' || /^na$/i.test(mark))))
    return { kind: 'not-applicable', reason: 'other', ...(note ? { note: cut(note, longestNote) } : {}) };
  const passedOn = bare.replace(unsureBefore, '');
  const [, asked, knows] = referredWords.exec(passedOn) ?? [];
  const to = (asked ?? knows)?.replace(/^@/, '');
  return to && (kind !== 'text' || passedOn !== bare) ? { kind: 'referred', to } : undefined;
}

function readValue(shape: AnswerShape, typed: string, bare: string, readDate: DateReader): Reading {
  const plain = bare.toLowerCase();
  switch (shape.kind) {
    case 'choice': {
      const option = pickOption(shape.options, plain);
      return option
        ? value({ type: 'choice', option: option.id })
        : { ok: false, why: offer(shape.options, typed) };
    }
    case 'multi': {
      const picked = splitList(plain).map((part) => pickOption(shape.options, part));
      if (picked.length === 0 || picked.includes(undefined)) {
        // An option may hold a comma itself; dropping what was not understood is no way out.
        const whole = exactly(shape.options, plain);
        return whole
          ? value({ type: 'multi', options: [whole.id] })
          : { ok: false, why: offer(shape.options, typed) };
      }
      const ids = new Set(picked.flatMap((option) => (option ? [option.id] : [])));
      const alone = shape.options.find((option) => option.alone && ids.has(option.id));
      if (alone && ids.size > 1)
        return {
          ok: false,
          why: `“${alone.text}” goes with none of the others. Please take it off, or them.`,
        };
      return value({
        type: 'multi',
        options: shape.options.map((option) => option.id).filter((id) => ids.has(id)),
      });
    }
    case 'number': {
      const amount = readAmount(typed, shape.unit, shape.min);
      if (!amount.ok) return { ok: false, why: `${amount.why} For example: ${shape.example}.` };
      if (amount.low < shape.min || (shape.max !== undefined && amount.high > shape.max)) {
        const upper = shape.max === undefined ? '' : ` and at most ${shape.max}`;
        return { ok: false, why: `It has to be at least ${shape.min}${upper}.` };
      }
      return value({ type: 'number', low: amount.low, high: amount.high }, typed);
    }
    case 'date': {
      const date = isIsoDate(plain) ? plain : dateInWords(typed, readDate);
      return date
        ? value({ type: 'date', date }, date === plain ? undefined : typed)
        : {
            ok: false,
            why: `I could not read “${shorten(typed)}” as a date. For example: ${shape.example}.`,
          };
    }
    case 'people': {
      if (nobody.test(bare))
        return { ok: false, why: `If there is nobody yet, say “don’t know”. Else a name: ${shape.example}.` };
      const names = bare
        // What stands in brackets belongs to the name before it.
        .split(/(?:\s*[,;&]\s*|\s+(?:and|und|et|\/)\s+)(?![^(]*\))/i)
        .map((name) => name.replace(/^@/, '').trim())
        .filter(Boolean);
      const named = names.every((name) => /\p{L}/u.test(name) && name.length <= longestName);
      return names.length > 0 && named && !unsureBefore.test(bare)
        ? value({ type: 'people', names: [...new Set(names)] })
        : { ok: false, why: `I need a name. For example: ${shape.example}.` };
    }
    case 'text':
      return typed ? value({ type: 'text', text: typed }) : { ok: false, why: 'There was no text.' };
  }
}

function value(read: Value, words?: string): Reading {
  return { ok: true, said: { kind: 'value', value: read, ...(words ? { words } : {}) } };
}

function dateInWords(typed: string, readDate: DateReader): string | undefined {
  // A day that no calendar holds is a slip, not a date in words.
  return typed.length > longestDate || /^\d{4}-\d{2}-\d{2}$/.test(typed) ? undefined : readDate(typed);
}

/** Exact id, text or other word first, then a number of the list, then the one option whose words stand in the text. */
function pickOption(options: readonly Option[], plain: string): Option | undefined {
  const exact = exactly(options, plain);
  if (exact) return exact;
  const tight = squeeze(plain);
  const place = /^(?:option |#)?(\d{1,2})[.)]?$/.exec(plain)?.[1];
  // Where "15" could be the quarter of an hour, it is not the fifteenth.
  const inWords = place && options.some((option) => wordsOf(option).some((words) => holdsWord(words, place)));
  if (place && !inWords) return options[Number(place) - 1];
  const starting = options.filter(({ text }) => startsWith(squeeze(text), tight));
  if (starting.length === 1) return starting[0];
  const within = options.filter((option) => wordsOf(option).some((words) => holdsPhrase(plain, words)));
  return within.length === 1 ? within[0] : undefined;
}

function exactly(options: readonly Option[], plain: string): Option | undefined {
  const tight = squeeze(plain);
  const exact = options.filter(
    (option) => tight && wordsOf(option).some((words) => squeeze(words) === tight),
  );
  return exact.length === 1 ? exact[0] : undefined;
}

/** A bare "yes" is not yet "Yes, in writing". */
function startsWith(text: string, start: string): boolean {
  if (/^(?:yes|no|ja|nein|oui|non)$/.test(start)) return false;
  return start.length >= 3 && text.startsWith(start);
}

function wordsOf(option: Option): readonly string[] {
  return [option.id, option.text, ...option.also];
}

function squeeze(text: string): string {
  return text
    .toLowerCase()
    .replace(/n['’]t\b/g, ' not')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function holdsWord(text: string, word: string): boolean {
  return ` ${squeeze(text)} `.includes(` ${word} `);
}

/** Words that turn what stands beside them into something else: "not written down", "longer than an hour". */
const turning =
  / (?:not|no|never|nor|neither|without|than|except|unless|but|instead|nicht|kein\p{L}*|nie|ohne) /u;

function holdsPhrase(text: string, phrase: string): boolean {
  const sought = squeeze(phrase);
  if (sought.length < 3 || !holdsWord(text, sought)) return false;
  const around = ` ${squeeze(text)} `.replace(` ${sought} `, ' … ');
  return !turning.test(around);
}

/** Of a choice of several; a hyphenated id holds no "and". */
function splitList(plain: string): string[] {
  return plain.split(/\s*[,;&+]\s*|\s+and\s+/).filter(Boolean);
}

function offer(options: readonly Option[], typed: string): string {
  const list = options.map((option) => `“${option.text}”`).join(', ');
  return `I could not match “${shorten(typed)}”. Choose one of ${list}, or say “don’t know”.`;
}

function shorten(typed: string): string {
  return typed.length > 60 ? `${cut(typed, 59)}…` : typed;
}

/** Never through the middle of an emoji. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}

export function isIsoDate(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(text)) &&
    new Date(text).toISOString().startsWith(text)
  );
}
