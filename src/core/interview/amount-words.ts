/** The words of amounts: scales, units, periods, and what they stand for. */
import type { Unit } from './topic.ts';

export const scales = new Map(
  Object.entries({
    dozen: 12,
    hundred: 1e2,
    k: 1e3,
    thousand: 1e3,
    tsd: 1e3,
    tausend: 1e3,
    mille: 1e3,
    lakh: 1e5,
    lakhs: 1e5,
    mio: 1e6,
    mn: 1e6,
    mill: 1e6,
    million: 1e6,
    millions: 1e6,
    millionen: 1e6,
    crore: 1e7,
    crores: 1e7,
    bn: 1e9,
    billion: 1e9,
    mrd: 1e9,
  }),
);

export const numberWords = 'none|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve'.split(
  '|',
);
export const fractions: Readonly<Record<string, string>> = { '¼': '25', '½': '5', '¾': '75' };

/** Words that stand for a number, and not for a certain one: "mil" is a thousand to some and a million to others. */
export const vague =
  /(?<!\p{L})(half|halbe?|anderthalb|demie?|few|couple|several|mil|mm|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|dozens?|hundreds?|thousands?|tausend|millions?|millionen|billions?)(?!\p{L})/u;

/** What surrounds a number and changes nothing about it. */
export const about =
  /(?<!\p{L})(?:about|around|some|roughly|approx(?:imately)?|circa|ca|etwa|rund|environ)(?!\p{L})\.?/gu;

const unitWords: Readonly<Record<string, string>> = {
  microseconds: 'μs|us|microseconds?',
  milliseconds: 'ms|msecs?|milliseconds?|millisekunden?',
  seconds: 's|secs?|seconds?|sekunden?|secondes?',
  minutes: 'mins?|minutes?|minuten',
  hours: 'h|hrs?|hours?|std|stunden?|heures?',
  days: 'd|days?|nights?|tage?n?|jours?',
  'working-days': 'arbeitstage?n?|werktage?n?',
  weeks: 'w|wks?|weeks?|wochen?|semaines?',
  months: 'mos?|months?|monate?n?|mois',
  quarters: 'quarters?|quartale?',
  years: 'y|yrs?|years?|annum|jahre?n?',
  KB: 'kb|kib|kilobytes?',
  MB: 'mb|mib|megabytes?',
  GB: 'gb|gib|gigabytes?',
  TB: 'tb|tib|terabytes?',
  Kbps: 'kbps|kbits?',
  Mbps: 'mbps|mbits?',
  Gbps: 'gbps|gbits?',
  percent: '%|percent|prozent|pct',
  times: 'x|fold',
};
export const unitPatterns = Object.entries(unitWords).map(
  ([name, words]) => [new RegExp(`^(?:${words})$`, 'u'), name] as const,
);

/** Units of one measure, so that "2 h" answers a question in minutes. */
export const measures: readonly Readonly<Record<string, number>>[] = [
  {
    microseconds: 1e-3,
    milliseconds: 1,
    seconds: 1e3,
    minutes: 6e4,
    hours: 3.6e6,
    days: 8.64e7,
    weeks: 6.048e8,
    months: 2.628e9,
    years: 3.1536e10,
  },
  { KB: 1, MB: 1024, GB: 1_048_576, TB: 1_073_741_824 },
  { Kbps: 1, Mbps: 1e3, Gbps: 1e6 },
];
/** A week of work has five days; used only where working days are asked for. */
export const working: Readonly<Record<string, number>> = { days: 1, weeks: 5, months: 21, years: 250 };

/** Where a question asks for a rate, the time it is counted over. */
export const rates: Partial<Record<Unit, string>> = {
  'records/day': 'days',
  'rows/day': 'days',
  'records/hour': 'hours',
  'currency/month': 'months',
};
/** Asked for as they are, without a time. */
export const timeless: readonly Unit[] = ['records', 'records/call', 'calls/record', 'operations/record'];
/** Nobody counts these in thousandths, so "10.000" is ten thousand of them. */
export const whole: readonly Unit[] = [
  'records/day',
  'records/hour',
  'rows/day',
  'records/call',
  'records',
  'people',
  'count',
  'currency/month',
];

export const workingWords = 'business|working|work';
const periodWords = ['seconds', 'minutes', 'hours', 'days', 'weeks', 'months', 'quarters', 'years']
  .map((name) => unitWords[name])
  .join('|');
export const period = new RegExp(
  String.raw`(?:(?<!\p{L})(?:an?|per|each|every|pro|par)\s+|\/\s*)(?:(?:${workingWords}|calendar)\s+)?(${periodWords})(?!\p{L})|(?<!\p{L})(hourly|daily|nightly|weekly|monthly|quarterly|yearly|annually)(?!\p{L})`,
  'gu',
);
export const adverbs: Readonly<Record<string, string>> = {
  daily: 'days',
  nightly: 'days',
  annually: 'years',
};

const phrases: Partial<Record<Unit, string>> = {
  'records/day': 'records a day',
  'rows/day': 'rows a day',
  'records/hour': 'records an hour',
  'calls/record': 'calls for each record',
  'operations/record': 'operations for each record',
  'records/call': 'records in each call',
  'working-days': 'working days',
  'currency/month': 'a month',
  percent: '%',
  times: 'times',
  count: '',
};

/** The unit inside a sentence: "records a day". */
export function unitPhrase(unit: Unit): string {
  return phrases[unit] ?? unit;
}

/** Beside a single one: "record a day". */
export function unitOfOne(unit: Unit): string {
  if (unit === 'people') return 'person';
  return unitPhrase(unit)
    .replace(
      /^(records|rows|calls|operations|seconds|minutes|hours|days|weeks|months|years|times)\b/,
      (many) => many.slice(0, -1),
    )
    .replace(/^working days$/, 'working day');
}
