/** Projects as they might be, from a seed: answers of all kinds by several people and files, decisions, dates, odd texts. */
import type { Answer, Said, Speaker } from '../../../src/core/interview/answer.ts';
import type { Content, Question, Scope } from '../../../src/core/interview/topic.ts';
import type { Application, Integration, Project } from '../../../src/core/landscape/landscape.ts';
import type { Deed, Did } from '../../../src/core/register/deed.ts';
import { type Chance, chance } from '../../core/builders.ts';

const people = ['dana', 'omar', 'li', 'ümit'];
/** What a spreadsheet, a page or a card could take for more than text. */
export const oddTexts = [
  '=1+1',
  '+49 30 1234',
  '-',
  '@SUM(A1:A9)',
  '\tindented',
  "'quoted",
  "'=quoted formula",
  'a|b\nc',
  '**bold** _it_ `code` [x](http://y)',
  "=cmd|' /C calc'!A0",
  'שלום "a", b; c',
  'plain words',
  '0042',
  '1e5',
  ' blanks around ',
  '<script>alert(1)</script>',
  '# heading',
];

export interface RandomProject {
  readonly project: Project;
  readonly integrations: readonly Integration[];
}

export function randomProject(content: Content, seed: number, size = 8): RandomProject {
  const dice = chance(seed);
  const questions = content.topics.flatMap((topic) => topic.questions);
  const answered = (scope: Scope) => answersOf(questions, scope, dice);
  const applications = Array.from({ length: 1 + dice.below(size) }, (_, at): Application => {
    const id = `app-${at + 1}`;
    return {
      id,
      name: nameFrom(dice, `Application ${at + 1}`),
      ...notes(dice),
      answers: answered('application'),
    };
  });
  const integrations = Array.from({ length: 1 + dice.below(size) }, (_, at): Integration => {
    const end = () =>
      dice.below(6) === 0
        ? { written: 'a folder somewhere' }
        : { written: 'as written', application: dice.oneOf(applications).id };
    const id = `flow-${at + 1}`;
    return {
      schema: 1,
      id,
      name: nameFrom(dice, `Flow ${at + 1}`),
      source: end(),
      target: end(),
      ...notes(dice),
      ...(dice.below(2) ? { origin: { file: 'list.csv', line: at + 2 } } : {}),
      answers: answered('integration'),
      ...deedsOf(dice, `integration:${id}`),
      recent: [{ id: `turn-${at}`, at: '2026-03-02T08:00:00.000Z' }],
    };
  });
  const project: Project = {
    schema: 1,
    id: `random-${seed}`,
    name: nameFrom(dice, 'Random'),
    home: { kind: 'anyone' },
    stage: dice.oneOf(content.stages).id,
    dates: Object.fromEntries(
      content.dates.filter(() => dice.below(2)).map(({ id }) => [id, `2026-0${1 + dice.below(9)}-15`]),
    ),
    people: people.map((id) => ({
      id,
      name: `Name of ${id}`,
      roles: [{ role: dice.oneOf(content.roles).id }],
    })),
    applications,
    answers: answered('project'),
    ...deedsOf(dice, 'project'),
    recent: [{ id: 'turn', at: '2026-03-02T08:00:00.000Z' }],
  };
  return { project, integrations };
}

const nameFrom = (dice: Chance, usual: string) =>
  dice.below(4) === 0 ? `${usual} ${dice.oneOf(oddTexts)}` : usual;
const notes = (dice: Chance) => (dice.below(3) === 0 ? { notes: dice.oneOf(oddTexts) } : {});

function answersOf(questions: readonly Question[], scope: Scope, dice: Chance): Answer[] {
  const share = 1 + dice.below(4);
  return questions
    .filter((question) => question.scope === scope && dice.below(4) < share)
    .flatMap((question) =>
      Array.from({ length: 1 + (dice.below(4) === 0 ? 1 : 0) }, () => ({
        question: question.key,
        by: speaker(dice),
        at: timeFrom(dice),
        turn: `turn-${dice.below(50)}`,
        said: saidTo(question, dice),
      })),
    );
}

function speaker(dice: Chance): Speaker {
  if (dice.below(8) === 0) return { kind: 'file', name: 'list.csv', line: 2 + dice.below(9) };
  const id = dice.oneOf(people);
  return { kind: 'person', id, name: `Name of ${id}` };
}

const timeFrom = (dice: Chance) =>
  new Date(Date.UTC(2026, 0, 1 + dice.below(60), dice.below(24), dice.below(60))).toISOString();

export function saidTo({ answer }: Question, dice: Chance): Said {
  const kind = dice.below(12);
  if (kind === 0) return { kind: 'unsure' };
  if (kind === 1) return { kind: 'not-applicable', reason: 'other', note: dice.oneOf(oddTexts) };
  if (kind === 2) return { kind: 'referred', to: 'Carla Ruiz' };
  if (kind === 3) return { kind: 'passed' };
  switch (answer.kind) {
    case 'choice':
      return { kind: 'value', value: { type: 'choice', option: dice.oneOf(answer.options).id } };
    case 'multi': {
      const options = answer.options.filter(() => dice.below(3) === 0).map(({ id }) => id);
      const some = options.length > 0 ? options : [answer.options[0]?.id ?? ''];
      return { kind: 'value', value: { type: 'multi', options: some } };
    }
    case 'number': {
      const low = Math.max(answer.min, dice.below(10) ** (1 + dice.below(4)));
      const within = answer.max === undefined ? low : Math.min(low, answer.max);
      return { kind: 'value', value: { type: 'number', low: within, high: within } };
    }
    case 'date':
      return { kind: 'value', value: { type: 'date', date: `2026-0${1 + dice.below(9)}-10` } };
    case 'people':
      return { kind: 'value', value: { type: 'people', names: ['Carla Ruiz', 'Li Wei'] } };
    case 'text':
      return { kind: 'value', value: { type: 'text', text: dice.oneOf(oddTexts) } };
  }
}

function deedsOf(dice: Chance, about: string): { readonly deeds?: readonly Deed[] } {
  const count = dice.below(4);
  if (count === 0) return {};
  const times = Array.from({ length: count }, () => timeFrom(dice)).sort();
  return {
    deeds: times.map((at) => ({
      by: by(dice),
      at,
      turn: `turn-${at}`,
      door: 'teams',
      did: didOf(dice, about),
    })),
  };
}

const by = (dice: Chance) => {
  const id = dice.oneOf(people);
  return { id, name: `Name of ${id}` };
};

function didOf(dice: Chance, about: string): Did {
  const finding = `owners-and-stakeholders.nobody-accountable@${about}`;
  const owner = { name: dice.oneOf(oddTexts) };
  switch (dice.below(4)) {
    case 0:
      return {
        kind: 'treated',
        finding,
        treatment: 'reduce',
        owner,
        due: '2026-06-30',
        note: dice.oneOf(oddTexts),
      };
    case 1: {
      const said = { kind: 'unsure' } as const;
      const ground = [{ question: 'q.a', about, speaker: 'person:dana', at: timeFrom(dice), said }];
      const until = '2026-12-31';
      return {
        kind: 'accepted',
        finding,
        owner,
        reason: dice.oneOf(oddTexts),
        approver: by(dice),
        until,
        rated: { probability: 3, impact: 4 },
        ground,
      };
    }
    case 2:
      return { kind: 'withdrawn', finding };
    default:
      return {
        kind: 'moved-step',
        step: `owners-and-stakeholders.act@${about}`,
        to: 'doing',
        owner: by(dice),
      };
  }
}
