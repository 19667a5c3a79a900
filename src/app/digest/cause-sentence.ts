/** A cause as one colleague tells another: "Pam now says “Within an hour” instead of “The same day”." */
import type { CauseLine } from '../register/compare-reply.ts';
import { dayWords, whenWords } from './day-words.ts';
import { dayOf, type Ground } from './ground.ts';

const mostQuoted = 80;

/** `inBrief`: what they said before is left out. */
export function causeSentence(cause: CauseLine, ground: Ground, inBrief: boolean): string {
  const { today } = ground;
  const stage = (id: string) => ground.house.content.stages.find((each) => each.id === id)?.title ?? id;
  switch (cause.kind) {
    case 'answer': {
      // What the reader has yet to answer themselves is not quoted to them.
      if (cause.to === undefined) return `“${cause.label}” was answered; give yours first.`;
      const { label, by = '', from, to = '' } = cause;
      const isReader = by === ground.reader.name;
      const who = isReader ? 'You' : by;
      const isBare = saysLittle(to);
      if (from) {
        const change = `${isReader ? 'say' : 'says'} ${quoted(to)}${inBrief ? '' : ` instead of ${quoted(from)}`}`;
        return `${who} now ${change}${isBare ? ` about “${label}”` : ''}.`;
      }
      return isBare
        ? `“${label}”: ${isReader ? 'you' : who} said ${quoted(to)}.`
        : `${who} said: ${quoted(to)}.`;
    }
    case 'settled': {
      const { label, by = 'somebody', to = '' } = cause;
      return `${by === ground.reader.name ? 'You' : by} settled “${label}”: ${quoted(to)}.`;
    }
    case 'stale': {
      if (cause.words === undefined) return `An answer to “${cause.label}” has grown old.`;
      const { by = 'Somebody', at, words = '' } = cause;
      const when = at ? ` ${whenWords(dayOf(ground, at), today)}` : '';
      return `${by} said “${words}”${when}, and nobody has confirmed it since.`;
    }
    case 'stage':
      return `The stage ${stage(cause.from)} is over.`;
    case 'date': {
      const { title, from, to } = cause;
      if (!to) return `“${title}” has no date any more.`;
      const until = dayWords(to, today);
      return from
        ? `“${title}” moved from ${dayWords(from, today)} to ${until}.`
        : `“${title}” is on ${until}.`;
    }
    case 'person': {
      const how = { came: 'joined the project', left: 'left the project', changed: 'has another role' };
      return `${cause.name ?? 'Somebody'} ${how[cause.how]}.`;
    }
    case 'added':
      return `${cause.name} came onto the list.`;
    case 'removed':
      return `${cause.name} is off the list.`;
    case 'ends':
      return `${cause.name} now joins other applications.`;
    case 'content':
    case 'judgement':
      return 'I judge it by newer rules now; nobody said anything else.';
  }
}

function quoted(words: string): string {
  return `“${words.length > mostQuoted ? `${words.slice(0, mostQuoted).trimEnd()}…` : words}”`;
}

/** A bare "no" says nothing without its question. */
const saysLittle = (said: string) => said.split(' ').length < 3;
