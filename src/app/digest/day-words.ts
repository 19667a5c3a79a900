/** Days, counts and names as somebody says them who was there. */
import { weekOf } from '../../core/reminder/week.ts';
import { addDays, type Day, weekdayOf } from '../../core/reminder/zone.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const dayAndMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const small = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** "Friday 13 March"; with its year where that is not this one. */
export function dayWords(day: Day, today: Day): string {
  return `${weekdays[weekdayOf(day) - 1]} ${dateWords(day, today)}`;
}

/** "13 March", where the day of the week says nothing. */
export function dateWords(day: Day, today: Day): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? '' : ` ${day.slice(0, 4)}`;
  return `${dayAndMonth.format(Date.parse(day))}${year}`;
}

/** "yesterday", "on Tuesday", "on Tuesday 3 March" */
export function whenWords(day: Day, today: Day): string {
  if (day === today) return 'today';
  if (day === addDays(today, -1)) return 'yesterday';
  if (day < today && day > addDays(today, -7)) return `on ${weekdays[weekdayOf(day) - 1]}`;
  if (day === addDays(today, -7)) return `last ${weekdays[weekdayOf(day) - 1]}`;
  return `on ${dayWords(day, today)}`;
}

/** When what still holds ends: "today", "this Friday", "on Monday 30 March" */
export function endWords(day: Day, today: Day): string {
  if (day === today) return 'today';
  if (weekOf(day) === weekOf(today)) return `this ${weekdays[weekdayOf(day) - 1]}`;
  return `on ${dayWords(day, today)}`;
}

export function daysFrom(day: Day, today: Day): number {
  return Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000);
}

export function countWords(count: number): string {
  return small[count] ?? String(count);
}

/** 1, "risk" → "one risk" */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${countWords(count)} ${count === 1 ? one : many}`;
}

/** "Pam, Dev and two others" */
export function listed(parts: readonly string[], most = parts.length, others = 'others'): string {
  const rest = parts.length - most;
  const all =
    rest > 0 ? [...parts.slice(0, most), `${countWords(rest)} ${rest === 1 ? 'other' : others}`] : parts;
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}

/** As it stands after a colon; an abbreviation stays as it is. */
export function midSentence(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

const longestTask = 100;
const leastSaid = 25;

/** What is to be done, in as few words as name it: the step itself has the rest. */
export function taskWords(action: string): string {
  const [first = ''] = action.split(/(?<=[.;]) /);
  // What stands before a colon is enough where it says something by itself.
  const [said = '', ...more] = first.replace(/[.;]$/, '').split(': ');
  const task = firstClause(said.length >= leastSaid ? said : [said, ...more].join(': '));
  if (task.length <= longestTask) return task;
  const cut = [...task.slice(0, longestTask).matchAll(/[,:]| \(/g)]
    .map(({ index }) => task.slice(0, index))
    .findLast((before) => before.length >= leastSaid && !isInBrackets(before));
  return cut ?? `${task.slice(0, longestTask).replace(/\s+\S*$/, '')}…`;
}

const isInBrackets = (before: string) => /\([^)]*$/.test(before);

const longestInBrief = 48;

/** In the middle of a line about something else. */
export function taskInBrief(action: string): string {
  const task = taskWords(action);
  if (task.length <= longestInBrief) return task;
  const said = task.slice(0, longestInBrief);
  const end = said.lastIndexOf(', ');
  const clause = said.slice(0, Math.max(end, 0));
  // What ends before a comma is a whole task; behind a colon a list has only begun.
  if (end >= leastSaid && !clause.includes(': ')) return clause;
  return `${end >= leastSaid ? clause : said.replace(/[\s,:]+\S*$/, '')}…`;
}

const leastClause = 37;

/** Begins something else to do. Of these, the last row may also be things: what they are done to stands behind them. */
const alsoTo = new RegExp(
  `,? and (?:${[
    '(?:add|agree|ask|bring|choose|decide|enter|find|get|give|have|keep|let|look|make|put|raise|say|send|settle|take|tell|write)',
    '(?:build|compare|fill|name|note|order|plan|set|switch|test|time|try|watch|work) (?:an?|the|its?|them|each|every|all|both|events|for|old|on|out|those|three|to|who|what|which|when|how)',
  ].join('|')})\\b`,
);

/** Two things to do, the first of which says by itself what it is about: "… for the application and enter the name …". */
function firstClause(task: string): string {
  const at = task.search(alsoTo);
  const clause = task.slice(0, Math.max(at, 0));
  const isWhole = task.startsWith(',', at) || !/\b(?:which|whether|how|what|or|each|between)\b/.test(clause);
  return clause.length >= leastClause && isWhole && !isInBrackets(clause) ? clause : task;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
