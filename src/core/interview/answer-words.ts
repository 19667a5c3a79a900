/** An answer in words, for people to read. */
import { unitOfOne, unitPhrase } from './amount-words.ts';
import type { Said } from './answer.ts';
import type { Question, Reason } from './topic.ts';

export function inWords(question: Question, said: Said, reasons: readonly Reason[] = []): string {
  switch (said.kind) {
    case 'unsure':
      return 'I don’t know';
    case 'passed':
      return 'left open';
    case 'referred':
      return `ask ${said.to}`;
    case 'not-applicable': {
      const reason = reasons.find((candidate) => candidate.id === said.reason)?.text;
      const why = [reason, said.note].filter(Boolean).join(': ');
      return why ? `does not apply (${why})` : 'does not apply';
    }
    case 'value':
      return valueInWords(question, said);
  }
}

function valueInWords(question: Question, said: Extract<Said, { kind: 'value' }>): string {
  const { value } = said;
  const optionText = (id: string) => {
    const shape = question.answer;
    const options = shape.kind === 'choice' || shape.kind === 'multi' ? shape.options : [];
    return options.find((option) => option.id === id)?.text ?? id;
  };
  switch (value.type) {
    case 'choice':
      return optionText(value.option);
    case 'multi':
      return value.options.map(optionText).join(', ');
    case 'number': {
      const unit =
        question.answer.kind === 'number'
          ? (value.low === 1 && value.high === 1 ? unitOfOne : unitPhrase)(question.answer.unit)
          : '';
      const range =
        value.low === value.high ? number(value.low) : `${number(value.low)} to ${number(value.high)}`;
      const exact = unit === '%' ? `${range}%` : `${range} ${unit}`.trim();
      const plain = said.words?.replace(/[,\s]/g, '');
      return !said.words || plain === String(value.low) || plain === String(value.high)
        ? exact
        : `${said.words} (${exact})`;
    }
    case 'date':
      return day(value.date);
    case 'people':
      return value.names.join(', ');
    case 'text':
      return value.text;
  }
}

/** 2000000 → "2,000,000"; at most two decimals, and what is smaller than these keeps two digits. */
export function number(value: number): string {
  if (value > 0 && value < 0.01) {
    const places = Math.min(20, 1 - Math.floor(Math.log10(value)));
    return value.toFixed(places).replace(/0+$/, '');
  }
  const [whole = '', decimals] = String(Math.round(value * 100) / 100).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals ? `${grouped}.${decimals}` : grouped;
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2026-03-03` (or a full ISO time) → "3 March 2026". */
export function day(iso: string): string {
  const [year = '', month = '', date = ''] = iso.slice(0, 10).split('-');
  return `${Number(date)} ${months[Number(month) - 1] ?? month} ${year}`;
}
