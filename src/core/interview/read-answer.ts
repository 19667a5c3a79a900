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

const unsureWords =
  /^(\?+|i ?do(n['’]?t| not) know|don['’]?t know|dont know|dk|no idea|not sure|unsure|unknown|tbd|tba|tbc|to be (defined|decided|determined|confirmed|announced)|no clue|can['’]?t say|open)$/;
const notApplicableWords =
  /^(n\/?a|not applicable|(it )?does(n['’]?t| not) apply|doesnt apply|not relevant)(?:[\s,:;—–-]+(?:because\s+)?(.*))?$/;
const referredWords =
  /^(?:ask|please ask|better ask)\s+(.{2,80})$|^(.{2,60}?)\s+(?:knows|would know|will know|should know|can answer(?: that| this)?)$/;

/** Reads free text; `card` readings come from a card's own inputs and are read as strictly as typed ones. */
export function readAnswer(question: Question, text: string, readDate: DateReader): Reading {
  const typed = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const plain = typed
    .toLowerCase()
    .replace(/[.!]+$/, '')
    .trim();
  if (unsureWords.test(plain)) return { ok: true, said: { kind: 'unsure' } };
  const notApplicable = notApplicableWords.exec(plain);
  if (notApplicable) {
    const note = typed.slice(typed.length - (notApplicable[2]?.length ?? 0));
    return {
      ok: true,
      said: { kind: 'not-applicable', reason: 'other', ...(notApplicable[2] ? { note } : {}) },
    };
  }
  const referred = referredWords.exec(plain);
  if (referred && question.answer.kind !== 'text') {
    const name = typed
      .replace(/^(please |better )?ask\s+/i, '')
      .replace(/\s+(knows|would know|will know|should know|can answer( that| this)?)[.!]*$/i, '');
    return { ok: true, said: { kind: 'referred', to: name.replace(/^@/, '') } };
  }
  return readValue(question.answer, typed, plain, readDate);
}

function readValue(shape: AnswerShape, typed: string, plain: string, readDate: DateReader): Reading {
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
        const whole = pickOption(shape.options, plain);
        return whole
          ? value({ type: 'multi', options: [whole.id] })
          : { ok: false, why: offer(shape.options, typed) };
      }
      const ids = new Set(picked.flatMap((option) => (option ? [option.id] : [])));
      return value({
        type: 'multi',
        options: shape.options.map((option) => option.id).filter((id) => ids.has(id)),
      });
    }
    case 'number': {
      const amount = readAmount(typed, shape.unit);
      if (!amount.ok) return { ok: false, why: `${amount.why} For example: ${shape.example}.` };
      if (amount.low < shape.min || (shape.max !== undefined && amount.high > shape.max)) {
        const upper = shape.max === undefined ? '' : ` and at most ${shape.max}`;
        return { ok: false, why: `It has to be at least ${shape.min}${upper}.` };
      }
      return value({ type: 'number', low: amount.low, high: amount.high }, typed);
    }
    case 'date': {
      const date = isIsoDate(plain) ? plain : readDate(typed);
      return date
        ? value({ type: 'date', date }, date === plain ? undefined : typed)
        : { ok: false, why: `I could not read “${typed}” as a date. For example: ${shape.example}.` };
    }
    case 'people': {
      const names = typed
        .split(/\s*(?:,|;|\band\b|&|\/)\s*/i)
        .map((name) => name.replace(/^@/, '').trim())
        .filter(Boolean);
      return names.length > 0
        ? value({ type: 'people', names })
        : { ok: false, why: `I need a name. For example: ${shape.example}.` };
    }
    case 'text':
      return typed ? value({ type: 'text', text: typed }) : { ok: false, why: 'There was no text.' };
  }
}

function value(read: Value, words?: string): Reading {
  return { ok: true, said: { kind: 'value', value: read, ...(words ? { words } : {}) } };
}

/** Exact id, text or other word first, then a number of the list, then the one option whose words stand in the text. */
function pickOption(options: readonly Option[], plain: string): Option | undefined {
  const tight = squeeze(plain);
  const exact = options.filter((option) => wordsOf(option).some((words) => squeeze(words) === tight));
  if (exact.length === 1) return exact[0];
  if (/^\d{1,2}$/.test(plain)) return options[Number(plain) - 1];
  const starting = options.filter((option) => tight.length >= 3 && squeeze(option.text).startsWith(tight));
  if (starting.length === 1) return starting[0];
  const within = options.filter((option) => wordsOf(option).some((words) => holdsPhrase(plain, words)));
  return within.length === 1 ? within[0] : undefined;
}

function wordsOf(option: Option): readonly string[] {
  return [option.id, option.text, ...option.also];
}

function squeeze(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function holdsPhrase(text: string, phrase: string): boolean {
  const sought = squeeze(phrase);
  return sought.length >= 3 && ` ${squeeze(text)} `.includes(` ${sought} `);
}

function splitList(plain: string): string[] {
  return plain.split(/\s*(?:,|;|\band\b|&|\+)\s*/).filter(Boolean);
}

function offer(options: readonly Option[], typed: string): string {
  const list = options.map((option) => `“${option.text}”`).join(', ');
  return `I could not match “${typed}”. Choose one of ${list}, or say “don't know”.`;
}

export function isIsoDate(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(text)) &&
    new Date(text).toISOString().startsWith(text)
  );
}
