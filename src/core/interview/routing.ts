/**
 * Who is asked what: each open question goes to the fewest people, those placed best to know it, and among equals to whoever
 * has least to answer. The same project gives the same plan, whoever looks.
 */
import type { Member } from '../landscape/landscape.ts';
import { type Subject, subjectKey } from './answer.ts';
import type { Candidate, Open } from './open-questions.ts';
import type { Question } from './topic.ts';

/** About six minutes. */
export const questionsAWeek = 20;
/** To get into one more thing is as much work as so many questions about one that somebody is into already. */
const newThing = 5;
/** Each round lightens somebody; that many are never needed, and a plan always comes to an end. */
const rounds = 100;

export interface Ask {
  readonly question: Question;
  readonly subject: Subject;
  /** The integration in whose interview it is asked. */
  readonly via: string;
  readonly near: boolean;
}

export interface Part {
  readonly member: Member;
  /** What comes first is asked first: the core path, and what holds for everything. */
  readonly asks: readonly Ask[];
  /** Open risks reach what they own, and nobody has asked them: what they own comes first of their questions. */
  readonly isForgotten: boolean;
}

export interface Routing {
  /** Who was forgotten first, then most to answer. */
  readonly parts: readonly Part[];
  /** Nobody is left who could know. */
  readonly nobody: readonly Open[];
}

/** What of it comes this week, where so many were asked in it before. */
export function thisWeek({ asks }: Part, weekly = questionsAWeek, before = 0): readonly Ask[] {
  return asks.slice(0, Math.max(0, weekly - before));
}

/** Questions of one topic about one thing, for one and the same people: they stay together. */
interface Piece {
  readonly key: string;
  readonly subject: string;
  readonly seats: readonly Place[];
  readonly candidates: readonly Candidate[];
  /** Those of them who are placed best. */
  readonly best: readonly Candidate[];
}

interface Place {
  readonly open: Open;
  readonly order: number;
}

const none: ReadonlySet<string> = new Set();

/** `forgotten`: the ids of owners whom open risks reach and nobody has asked. They are the next to be asked. */
export function route(open: readonly Open[], weekly = questionsAWeek, forgotten = none): Routing {
  const table = openTable(forgotten);
  const pieces = piecesOf(open).sort(
    (one, other) =>
      one.candidates.length - other.candidates.length ||
      one.best.length - other.best.length ||
      other.seats.length - one.seats.length ||
      byText(one.key, other.key),
  );
  for (const piece of pieces) seat(piece, table);
  lighten(
    table,
    ({ best }) => best,
    (from, to) => to < from,
  );
  // Whoever has more than a week of it hands on to those who are placed less well and have time.
  lighten(
    table,
    ({ candidates }) => candidates,
    (from, to) => from > weekly && to <= weekly,
  );
  return { parts: table.parts(), nobody: open.filter(({ seats }) => seats.every(isEmpty)) };
}

const isEmpty = ({ candidates }: { readonly candidates: readonly Candidate[] }) => candidates.length === 0;

function piecesOf(open: readonly Open[]): Piece[] {
  const groups = new Map<string, { readonly candidates: readonly Candidate[]; readonly seats: Place[] }>();
  for (const [order, each] of open.entries())
    for (const [at, { candidates }] of each.seats.entries()) {
      if (candidates.length === 0) continue;
      const who = candidates.map(({ member, near }) => `${member.id}${near ? '!' : ''}`).sort();
      const key = [subjectKey(each.subject), each.question.topic, at, ...who].join(' ');
      const known = groups.get(key);
      if (known) known.seats.push({ open: each, order });
      else groups.set(key, { candidates, seats: [{ open: each, order }] });
    }
  return [...groups].map(([key, group]) => pieceOf(key, group));
}

function pieceOf(key: string, { candidates, seats }: Pick<Piece, 'candidates' | 'seats'>): Piece {
  const near = candidates.filter((each) => each.near);
  const [first] = seats;
  const subject = first ? subjectKey(first.open.subject) : '';
  return { key, subject, seats, candidates, best: near.length > 0 ? near : candidates };
}

/** Two answers that are compared come from two people, where there are two. */
function seat(piece: Piece, table: Table): void {
  const free = (people: readonly Candidate[]) => people.filter(({ member }) => !table.hasAny(member, piece));
  const [best, any] = [free(piece.best), free(piece.candidates)];
  const chosen = table.lightest(best.length > 0 ? best : any, piece);
  if (chosen) table.give(piece, chosen);
  else if (piece.seats.length > 1)
    for (const [at, place] of piece.seats.entries())
      seat({ ...piece, key: `${piece.key} ${at}`, seats: [place] }, table);
}

/** Moves pieces from the most loaded to the least, as long as `isBetter` for both. */
function lighten(
  table: Table,
  among: (piece: Piece) => readonly Candidate[],
  isBetter: (from: number, to: number) => boolean,
): void {
  for (let round = 0; round < rounds; round += 1) {
    let moved = false;
    for (const from of table.mostLoaded())
      for (const piece of table.piecesOf(from)) {
        const others = among(piece).filter(({ member }) => member !== from && !table.hasAny(member, piece));
        const to = table.lightest(others, piece);
        const size = piece.seats.length;
        if (!to || !isBetter(table.load(from), table.effort(to.member, piece) + size)) continue;
        table.move(piece, from, to);
        moved = true;
      }
    if (!moved) return;
  }
}

type Table = ReturnType<typeof openTable>;

/** Who has what so far. */
function openTable(forgotten: ReadonlySet<string>) {
  const given = new Map<Member, Map<Piece, Candidate>>();
  const loads = new Map<Member, number>();
  const about = new Map<Member, Map<string, number>>();
  const having = new Map<Open, Set<Member>>();

  const load = (member: Member) => loads.get(member) ?? 0;
  // To get somebody into it who should have been asked long ago is what it is for, and no extra work.
  const isInto = ({ id }: Member, { seats }: Piece) =>
    forgotten.has(id) || seats.some(({ open }) => open.neighbours.has(id));
  const effort = (member: Member, piece: Piece) =>
    load(member) + ((about.get(member)?.get(piece.subject) ?? 0) > 0 || isInto(member, piece) ? 0 : newThing);

  function count(member: Member, { subject, seats }: Piece, by: 1 | -1) {
    loads.set(member, load(member) + by * seats.length);
    const things = about.get(member) ?? new Map<string, number>();
    about.set(member, things.set(subject, (things.get(subject) ?? 0) + by));
    for (const { open } of seats) {
      const members = having.get(open) ?? new Set();
      if (by > 0) members.add(member);
      else members.delete(member);
      having.set(open, members);
    }
  }

  function give(piece: Piece, candidate: Candidate) {
    const { member } = candidate;
    given.set(member, (given.get(member) ?? new Map<Piece, Candidate>()).set(piece, candidate));
    count(member, piece, 1);
  }

  return {
    load,
    effort,
    give,
    hasAny: (member: Member, { seats }: Piece) => seats.some(({ open }) => having.get(open)?.has(member)),
    lightest: (candidates: readonly Candidate[], piece: Piece): Candidate | undefined =>
      candidates.toSorted(
        (one, other) =>
          effort(one.member, piece) - effort(other.member, piece) ||
          one.rank - other.rank ||
          byText(one.member.id, other.member.id),
      )[0],
    piecesOf: (member: Member) => [...(given.get(member)?.keys() ?? [])],
    mostLoaded: () =>
      [...given.keys()].sort((one, other) => load(other) - load(one) || byText(one.id, other.id)),
    move(piece: Piece, from: Member, to: Candidate) {
      given.get(from)?.delete(piece);
      count(from, piece, -1);
      give(piece, to);
    },
    parts: (): Part[] =>
      [...given]
        .filter(([, pieces]) => pieces.size > 0)
        .map(([member, pieces]): Part => {
          const isForgotten = forgotten.has(member.id);
          return { member, asks: asksOf(pieces, isForgotten), isForgotten };
        })
        .sort(
          (one, other) =>
            Number(other.isForgotten) - Number(one.isForgotten) ||
            other.asks.length - one.asks.length ||
            byText(one.member.id, other.member.id),
        ),
  };
}

/** `ownFirst`: what somebody has a role on before what they could say of the rest. */
function asksOf(pieces: ReadonlyMap<Piece, Candidate>, ownFirst: boolean): Ask[] {
  return [...pieces]
    .flatMap(([{ seats }, candidate]) => seats.map((place) => ({ ...place, candidate })))
    .sort(
      (one, other) =>
        (ownFirst ? Number(other.candidate.near) - Number(one.candidate.near) : 0) ||
        Number(other.open.question.core) - Number(one.open.question.core) ||
        one.order - other.order,
    )
    .map(({ open: { question, subject }, candidate: { via, near } }) => ({ question, subject, via, near }));
}

function byText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
