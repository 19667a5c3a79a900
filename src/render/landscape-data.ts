import type { LandscapeReply } from '../app/landscape/landscape-reply.ts';
import { buttonRow, type ExecuteAction, pageTurns, tap } from './action.ts';
import { counted, digits } from './counting.ts';
import { placeName } from './place-name.ts';
import type { Wording } from './wording.ts';

export interface LandscapeData {
  readonly speak: string;
  readonly project: string;
  readonly rows: readonly {
    readonly name: string;
    readonly ways: string;
    readonly state: string;
    readonly show: ExecuteAction;
  }[];
  readonly actions: readonly ExecuteAction[];
}

type Row = LandscapeReply['places'][number];

/** Of what a place is linked to; the rest is counted. */
const named = 4;

export function landscapeData(reply: LandscapeReply, wording: Wording): LandscapeData {
  const { project, applications, others, integrations, page, pages } = reply;
  const size = [
    counted(applications, 'application'),
    others > 0 ? `${digits(others)} more named by integrations` : '',
    counted(integrations, 'integration'),
  ].filter(Boolean);
  return {
    speak: wording.spoken(`Landscape of ${project.name}: ${size.join(', ')}.`),
    project: [wording.run(project.name, 80), ...size, pages > 1 ? `page ${page} of ${pages}` : '']
      .filter(Boolean)
      .join(' · '),
    rows: reply.places.map((place) => row(project.id, place, wording)),
    actions: buttonRow(
      reply.buttons,
      wording,
      pageTurns(reply, (to) => ({ do: 'landscape', name: '', page: to })),
    ),
  };
}

function row(project: string, place: Row, wording: Wording): LandscapeData['rows'][number] {
  const ways = [
    place.sendsTo.length > 0 ? `→ ${some(place.sendsTo, wording)}` : '',
    place.getsFrom.length > 0 ? `← ${some(place.getsFrom, wording)}` : '',
  ].filter(Boolean);
  return {
    name: placeName(place.name, wording),
    // Each on a line of its own, in one block.
    ways: ways.map((way) => `\n${way}`).join(''),
    state: `\n${state(place, wording)}`,
    show: tap(`Show: ${wording.plain(place.name || 'not named yet', 40)}`, {
      do: 'show-place',
      project,
      place: place.id,
      page: 1,
    }),
  };
}

function some(names: readonly string[], wording: Wording): string {
  const shown = names.slice(0, named).map((name) => placeName(name, wording, 40));
  return shown.join(', ') + (names.length > named ? ` and ${digits(names.length - named)} more` : '');
}

function state({ links, hard, worst, known, seenBy }: Row, wording: Wording): string {
  return [
    links === 0 && !seenBy ? 'no integration' : '',
    links > 0 ? counted(links, 'integration') : '',
    seenBy ? `seen by ${some(seenBy, wording)}` : '',
    hard > 0 ? `somebody waits for ${digits(hard)}` : '',
    worst ? `worst risk: ${worst}` : '',
    known ? '' : 'not on the list of applications',
  ]
    .filter(Boolean)
    .join(' · ');
}
