/** Differences that somebody is part of: they wait for those who answered until one of them has changed or settled it. */
import { isOpenDifference } from '../../core/judgement/differences.ts';
import type { Project } from '../../core/landscape/landscape.ts';
import { managersOf } from '../../core/landscape/trust.ts';
import { type Day, onTheWall } from '../../core/reminder/zone.ts';
import { guarded } from '../guarded.ts';
import type { Around, Reader, WaitingItem } from '../reminder/waiting.ts';
import { differencesAmong, isVoice } from './difference-known.ts';
import type { JudgedProject } from './judge-project.ts';

export function differenceItems(
  reader: Reader,
  project: Project,
  judged: JudgedProject,
  { house, zone }: Around,
): WaitingItem[] {
  const [manager] = managersOf(project).filter(({ id }) => id !== reader.id);
  return differencesAmong(house, project, judged)
    .filter((each) => isOpenDifference(each) && each.kind !== 'minor' && isVoice(each, reader.id))
    .map(({ id, question, about, voices }) => {
      const others = voices.filter(({ answer: { by } }) => by.kind !== 'person' || by.id !== reader.id);
      return {
        key: `difference/${project.id}/${id}`,
        project: project.id,
        // What is said about the protection of data is passed on to nobody.
        ...(manager && !guarded.has(question.topic) ? { giver: manager } : {}),
        words: {
          title: `Still answered differently: ${question.label} (${about})`,
          lines: [
            `${others.map(({ answer }) => answer.by.name).join(' and ')} said something else than you.`,
          ],
          buttons: [
            {
              title: 'Look at the answers',
              command: { do: 'show-difference', ref: { project: project.id, difference: id } },
            } as const,
          ],
        },
        // A letter went out when the newest of the answers came in.
        told: newestDay(voices, zone),
      };
    });
}

function newestDay(voices: readonly { readonly answer: { readonly at: string } }[], zone: string): Day {
  const newest = voices.reduce((last, { answer }) => (answer.at > last ? answer.at : last), '');
  return onTheWall(Date.parse(newest), zone).day;
}
