/** What comes next comes in the future, also where it is told in full minutes. */
export const nextMinute = (now: number) => (Math.floor(now / 60_000) + 1) * 60_000;

/** A moment as people say it: "Tuesday 3 March, 09:00". */
export function momentInWords(at: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at);
  const word = (wanted: string) => parts.find(({ type }) => type === wanted)?.value ?? '';
  return `${word('weekday')} ${word('day')} ${word('month')}, ${word('hour')}:${word('minute')}`;
}
