/** What a `what if` assumes: carried by its cards as it was typed, read anew each time, said beside what stands now. */
import {
  type Answer,
  newestPerSpeaker,
  type Said,
  type Speaker,
  sameSaid,
} from '../../core/interview/answer.ts';
import { inWords } from '../../core/interview/answer-words.ts';
import { readAnswer } from '../../core/interview/read-answer.ts';
import type { Integration } from '../../core/landscape/landscape.ts';
import type { Assumed } from '../../core/register/proposal.ts';
import type { House } from '../house.ts';
import { fillIn } from '../interview/page.ts';
import type { Scene } from '../interview/scene.ts';
import { hiding } from '../sight.ts';
import type { Guess } from './what-if-command.ts';
import type { AssumedLine } from './what-if-reply.ts';

/** What a card carries is read again, as if it were typed now. What stands on file is nothing to assume. */
export function readGuesses(house: House, scene: Scene, guesses: readonly Guess[]): readonly Assumed[] {
  return guesses.flatMap(({ question: key, typed }): Assumed[] => {
    const question = house.content.question.get(key);
    if (question?.scope !== 'integration') return [];
    const reading =
      typed === '?'
        ? ({ ok: true, said: { kind: 'unsure' } } as const)
        : readAnswer(question, typed, house.readDate(house.now()));
    if (!reading.ok) return [];
    const present = presentTo(house, scene, key);
    return present && sameSaid(present, reading.said) ? [] : [{ question: key, said: reading.said }];
  });
}

export const guessesOf = (assumed: readonly Assumed[]): readonly Guess[] =>
  assumed.map(({ question, said }) => ({ question, typed: fillIn(said) ?? '' }));

/** As far as the caller may see it. */
export function presentTo(house: House, { vantage, who }: Scene, key: string): Said | undefined {
  const { member, integration } = who;
  const hides = hiding(house, vantage.project, [integration], member);
  const about = { scope: 'integration', id: integration.id } as const;
  return presentOf(integration, key, (by) => hides(key, about, by) === undefined);
}

/** What somebody says now; the newest of several. */
function presentOf({ answers }: Integration, key: string, sees: (by: Speaker) => boolean): Said | undefined {
  return newestPerSpeaker(answers, key)
    .filter(({ by, said }) => by.kind === 'person' && said.kind !== 'passed' && sees(by))
    .reduce<Answer | undefined>((one, other) => (one && one.at > other.at ? one : other), undefined)?.said;
}

export function linesOf(house: House, scene: Scene, assumed: readonly Assumed[]): readonly AssumedLine[] {
  return assumed.flatMap(({ question: key, said }) => {
    const question = house.content.question.get(key);
    if (!question) return [];
    const words = (what: Said) => inWords(question, what, house.content.reasons);
    const present = presentTo(house, scene, key);
    return [{ label: question.label, now: present ? words(present) : '', would: words(said) }];
  });
}
