/** Clocks of the world, by what the language itself knows of them. A day is `YYYY-MM-DD`, a time of day `HH:MM`. */

export type Day = string;
export type TimeOfDay = string;
/** ISO: Monday is 1, Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const dayMs = 86_400_000;
const offsets = new Map<string, Intl.DateTimeFormat>();
/** There are some six hundred, and each may be written in small letters or large. */
const mostZones = 1_000;

function offsetFormat(zone: string): Intl.DateTimeFormat {
  let format = offsets.get(zone);
  if (!format) {
    if (offsets.size >= mostZones) offsets.clear();
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      timeZoneName: 'longOffset',
      hour: 'numeric',
    });
    offsets.set(zone, format);
  }
  return format;
}

export function isZone(name: string): boolean {
  // Bare offsets are no zones: they know no summer time.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    offsetFormat(name);
    return true;
  } catch {
    return false;
  }
}

/** Asked for the same days again and again, and slow to ask the language for. */
const known = new Map<string, number>();
const mostKnown = 5_000;
/** Clocks are changed at full quarters of an hour. */
const quarterMs = 15 * 60_000;

/** How far a zone's clocks are ahead of UTC at a moment. */
function offsetAt(at: number, zone: string): number {
  const key = `${zone} ${Math.floor(at / quarterMs)}`;
  let offset = known.get(key);
  if (offset === undefined) {
    if (known.size >= mostKnown) known.clear();
    offset = readOffset(at, zone);
    known.set(key, offset);
  }
  return offset;
}

function readOffset(at: number, zone: string): number {
  const name = offsetFormat(zone)
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const read = /^GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(name ?? '');
  if (!read) throw new RangeError(`${zone}: ${name} is no offset`);
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = read;
  const ahead = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  return sign === '-' ? -ahead : ahead;
}

/** What clock and calendar on a wall of this zone show. */
export function onTheWall(at: number, zone: string): { readonly day: Day; readonly time: TimeOfDay } {
  const text = new Date(at + offsetAt(at, zone)).toISOString();
  return { day: text.slice(0, 10), time: text.slice(11, 16) };
}

/**
 * When clocks of this zone show this. Where they show it twice, the first time; where they skip it, as much later as
 * they were moved: 02:30 becomes 03:30.
 */
export function momentOf(day: Day, time: TimeOfDay, zone: string): number {
  const wall = Date.parse(`${day}T${time}:00.000Z`);
  const [before, after] = [offsetAt(wall - dayMs, zone), offsetAt(wall + dayMs, zone)];
  const fitting = [wall - before, wall - after].filter((at) => at + offsetAt(at, zone) === wall);
  return fitting.length > 0 ? Math.min(...fitting) : wall - before;
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * dayMs).toISOString().slice(0, 10);
}

export function weekdayOf(day: Day): Weekday {
  return (new Date(`${day}T00:00:00.000Z`).getUTCDay() || 7) as Weekday;
}
