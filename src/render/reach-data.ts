import type { ReachReply } from '../app/landscape/landscape-reply.ts';
import type { Hardness } from '../core/landscape/link.ts';
import { buttonRow, type ExecuteAction, pageTurns } from './action.ts';
import { counted, digits, listed } from './counting.ts';
import { placeName } from './place-name.ts';
import type { Wording } from './wording.ts';

export interface ReachData {
  readonly speak: string;
  readonly about: string;
  readonly name: string;
  readonly outage: string;
  readonly hops: readonly {
    readonly heading: string;
    readonly rows: readonly { readonly name: string; readonly hold: string; readonly via: string }[];
  }[];
  readonly actions: readonly ExecuteAction[];
}

type Row = ReachReply['rows'][number];

const suffers: Readonly<Record<Row['direction'], Readonly<Record<Hardness, string>>>> = {
  downstream: {
    hard: 'stands still: somebody waits',
    soft: 'works on with old data',
    unknown: 'not known whether anybody waits',
  },
  upstream: {
    hard: 'stands still: it waits for the answer',
    soft: 'works on; what it sends waits',
    unknown: 'not known whether it waits',
  },
};
/** Of the integrations between two places; the rest is counted. */
const named = 3;

export function reachData(reply: ReachReply, wording: Wording): ReachData {
  const { project, place, touching, page, pages } = reply;
  return {
    speak: wording.spoken(`${place.name || 'A place that is not named yet'}. ${outage(reply)}`),
    about: [
      wording.run(project.name, 60),
      touching > 0 ? `${counted(touching, 'integration')} at it` : '',
      touching === 0 && !place.seenBy ? 'no integration touches it' : '',
      place.seenBy
        ? `seen by ${listed(place.seenBy.slice(0, named).map((name) => wording.run(name, 40)))}`
        : '',
      place.worst ? `worst risk: ${place.worst}` : '',
      place.known ? '' : 'not on the list of applications',
      pages > 1 ? `page ${page} of ${pages}` : '',
    ]
      .filter(Boolean)
      .join(' · '),
    name: placeName(place.name, wording),
    outage: outage(reply),
    hops: hopsOf(reply.rows).map((rows) => ({
      heading: heading(rows[0]),
      rows: rows.map((row) => ({
        name: placeName(row.name, wording),
        hold: `\n${suffers[row.direction][row.hold]}`,
        via: `\n${via(row.via, wording)}`,
      })),
    })),
    actions: buttonRow(
      reply.buttons,
      wording,
      pageTurns(reply, (to) => ({ do: 'show-place', project: project.id, place: place.id, page: to })),
    ),
  };
}

/** "If it is down, 2 stand still and 3 work on with old data or a queue." */
function outage({ holds }: ReachReply): string {
  const parts = [
    holds.hard > 0 ? `${digits(holds.hard)} ${holds.hard === 1 ? 'stands' : 'stand'} still` : '',
    holds.soft > 0
      ? `${digits(holds.soft)} ${holds.soft === 1 ? 'works' : 'work'} on with old data or a queue`
      : '',
    holds.unknown > 0 ? `for ${digits(holds.unknown)} it is not known` : '',
  ].filter(Boolean);
  return parts.length > 0 ? `If it is down, ${listed(parts)}.` : 'Nothing hangs on it, as far as is known.';
}

function hopsOf(rows: readonly Row[]): readonly (readonly Row[])[] {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.direction} ${row.hops}`;
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return [...found.values()];
}

function heading(row: Row | undefined): string {
  if (!row) return '';
  const what = row.direction === 'downstream' ? 'Gets its data' : 'Sends to it';
  return row.hops === 1 ? `${what} directly` : `${what} in ${row.hops} steps`;
}

function via(names: readonly string[], wording: Wording): string {
  const shown = names.slice(0, named).map((name) => wording.run(name, 60));
  return `by ${shown.join(', ')}${names.length > named ? ` and ${digits(names.length - named)} more` : ''}`;
}
