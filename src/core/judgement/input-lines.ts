/** What a calculation took from whom, in words: the lines of its working that name its inputs. */
import { day } from '../interview/answer-words.ts';
import type { Content, Question, Unit } from '../interview/topic.ts';
import { plain } from './calculations/working.ts';
import type { Fact } from './condition.ts';
import type { Gathered, Reason } from './gathered.ts';

/** A number as it was read: from what was said, or the usual one. */
export interface Taken {
  readonly from: Gathered;
  readonly value: number;
  /** The ends of all that was said about this. */
  readonly low: number;
  readonly high: number;
  /** Where it was read for one application alone. */
  readonly of?: Fact;
}

export function numberLine(content: Content, { from, value, low, high, of }: Taken): string {
  const question = content.question.get(from.input.question);
  const amount = `${plain(value)}${unitAfter(question)}`;
  const label = labelOf(content, from);
  if (from.said.length === 0) {
    const how = from.found.length > 0 ? 'estimate: ' : '';
    return `${label}: ${amount} (${how}${from.input.otherwise?.words ?? ''})`;
  }
  const said = of ? from.said.filter(({ fact }) => fact === of) : from.said;
  const about = said[0]?.fact;
  const whose = about?.subject.scope === 'application' ? ` of ${about.about}` : '';
  const worse = low === high ? '' : `, the worse end of ${plain(low)}–${plain(high)}`;
  return `${label}${whose}: ${amount}${worse} (${namesIn(said)})`;
}

export function dateLine(content: Content, from: Gathered, date: string): string {
  return `${labelOf(content, from)}: ${day(date)} (${namesIn(from.said)})`;
}

function labelOf(content: Content, { input, name }: Gathered): string {
  return content.question.get(input.question)?.label ?? name;
}

function namesIn(said: readonly Reason[]): string {
  return [...new Set(said.map(({ answer }) => answer.by.name))].join(', ');
}

const shortUnits: Partial<Record<Unit, string>> = {
  'records/day': 'a day',
  'rows/day': 'a day',
  'records/hour': 'an hour',
  'currency/month': 'a month',
  hours: 'h',
  minutes: 'min',
  milliseconds: 'ms',
  percent: '%',
  months: 'months',
  KB: 'KB',
  GB: 'GB',
  Mbps: 'Mbps',
};

/** "Records a day: 40,000" needs no unit behind it. */
function unitAfter(question: Question | undefined): string {
  if (question?.answer.kind !== 'number') return '';
  const unit = shortUnits[question.answer.unit] ?? '';
  if (unit === '' || question.label.endsWith(unit)) return '';
  return unit === '%' ? unit : ` ${unit}`;
}
