import type { CauseLine } from '../app/register/compare-reply.ts';
import { day } from './counting.ts';
import type { Wording } from './wording.ts';

/** As it stands after "Because": "Dana Fox answered Records a day: 200 → 1,000 (3 March 2026)". */
export function causeText(cause: CauseLine, wording: Wording): string {
  switch (cause.kind) {
    case 'answer': {
      const { label, about, by, at, from, to } = cause;
      const what = `${wording.run(label, 80)} (${wording.run(about, 60)})`;
      if (!by) return `an answer changed: ${what}`;
      const said = [...(from ? [from] : []), to ?? ''].map((words) => `“${wording.run(words, 100)}”`);
      return `${wording.run(by, 60)} ${from ? 'changed' : 'answered'} ${what}: ${said.join(' → ')}${at ? ` on ${day(at)}` : ''}`;
    }
    case 'settled': {
      const { label, about, by, at, to } = cause;
      const what = `${wording.run(label, 80)} (${wording.run(about, 60)})`;
      if (!by || !to) return `a difference was settled: ${what}`;
      return `${wording.run(by, 60)} settled ${what}: “${wording.run(to, 100)}”${at ? ` on ${day(at)}` : ''}`;
    }
    case 'stale': {
      const { label, about, by, at, words, since, why } = cause;
      const what = `${wording.run(label, 80)} (${wording.run(about, 60)})`;
      if (!by || !at) return `an answer has grown old: ${what}`;
      const how = why ? `, ${wording.run(why, 120)}` : since ? `, to be confirmed since ${day(since)}` : '';
      return `${what} has grown old: ${wording.run(by, 60)} said “${wording.run(words ?? '', 100)}” on ${day(at)}${how}`;
    }
    case 'stage':
      return `the stage ${wording.stage(cause.from)} has passed`;
    case 'date': {
      const { title, from, to } = cause;
      return `the plan changed: ${wording.run(title, 80)} ${from ? day(from) : 'open'} → ${to ? day(to) : 'open'}`;
    }
    case 'person': {
      const how = { came: 'joined', left: 'left', changed: 'has other roles' };
      return `${cause.name ? wording.run(cause.name, 60) : 'somebody'} ${how[cause.how]}`;
    }
    case 'added':
      return `${wording.run(cause.name, 80)} was added`;
    case 'removed':
      return `${wording.run(cause.name, 80)} is gone`;
    case 'ends':
      return `${wording.run(cause.name, 80)} joins other applications`;
    case 'content':
      return `${wording.run(cause.name, 120)} has changed`;
    case 'judgement':
      return 'this version judges it otherwise';
  }
}
