/** What somebody tries out is what a fresh interview with those answers would have found; and the trial leaves no trace. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Inputs } from '../../../src/app/command.ts';
import { fillIn } from '../../../src/app/interview/page.ts';
import { readDateWords } from '../../../src/app/read-date.ts';
import { judgeProject } from '../../../src/app/register/judge-project.ts';
import type { Guess } from '../../../src/app/what-if/what-if-command.ts';
import type { DifferenceReply } from '../../../src/app/what-if/what-if-reply.ts';
import { type Subject, subjectKey } from '../../../src/core/interview/answer.ts';
import { readAnswer } from '../../../src/core/interview/read-answer.ts';
import { assessProject } from '../../../src/core/judgement/assess-project.ts';
import { calculations } from '../../../src/core/judgement/calculations/index.ts';
import type { Finding } from '../../../src/core/judgement/finding.ts';
import type { Integration } from '../../../src/core/landscape/landscape.ts';
import { assume, assumedOf, besides } from '../../../src/core/register/proposal.ts';
import { type Chance, chance } from '../../core/builders.ts';
import { content, type Stage } from '../../journeys/stage.ts';
import { randomProject, saidTo } from '../export/random-project.ts';
import { everything, openTeamProject, openTestStage, pageAbout, projectOf } from '../interviewing.ts';

const integration = 'voucher-load-1';
const questions = content.topics.flatMap((topic) => topic.questions);
const today = '2026-03-02';

/** What one person says about one thing, as it is typed. */
interface Told {
  readonly who: string;
  readonly subject: Subject;
  readonly inputs: Inputs;
}

/** Something that this question takes, as somebody would type it. */
function typedFor(question: (typeof questions)[number], dice: Chance): string {
  const typed = fillIn(saidTo(question, dice)) ?? '';
  return typed === '?' || readAnswer(question, typed, readDateWords(new Date(today))).ok ? typed : '';
}

function told(who: string, subject: Subject, share: number, dice: Chance): Told {
  const asked = questions.filter(({ scope }) => scope === subject.scope && dice.below(10) < share);
  const typed = asked.map((question) => [question.key, typedFor(question, dice)] as const);
  return { who, subject, inputs: Object.fromEntries(typed.filter(([, text]) => text !== '')) };
}

/** Two people, who differ here and there. */
function everythingSaid(dice: Chance): Told[] {
  const about = { scope: 'integration', id: integration } as const;
  return [
    told('Omar', about, 2, dice),
    told('Dana', { scope: 'project' }, 3, dice),
    told('Dana', { scope: 'application', id: 'payroll' }, 4, dice),
    told('Omar', { scope: 'application', id: 'ledger' }, 3, dice),
    told('Dana', about, 5, dice),
  ];
}

/** A new project whose people are interviewed, four questions a page. */
async function interviewed(said: readonly Told[]): Promise<{ stage: Stage; project: string }> {
  const stage = await openTestStage();
  const project = await openTeamProject(stage, 2, 'Dana', 'Omar');
  for (const { who, subject, inputs } of said) {
    const keys = Object.keys(inputs);
    for (let at = 0; at < keys.length; at += 4) {
      const four = keys.slice(at, at + 4);
      const page = { ...pageAbout(project, subject, ''), questions: four, turn: `${who} ${four.join()}` };
      const filled = Object.fromEntries(four.map((key) => [key, inputs[key] ?? '']));
      await stage.take(who, { do: 'answer', page, inputs: filled });
    }
  }
  return { stage, project };
}

const inShort = ({ id, kind, severity }: Finding) => `${id} ${kind} ${severity}`;
const found = async (stage: Stage) => (await judgeProject(stage.house, await projectOf(stage))).findings;

async function hashOf(stage: Stage): Promise<string> {
  const documents = [...(await everything(stage))].sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(documents)).digest('hex');
}

test('what if shows, and brings when it is adopted, what a fresh interview with those answers finds', async () => {
  let shown = 0;
  for (let seed = 1; seed <= 3; seed += 1) {
    const dice = chance(seed);
    const said = everythingSaid(dice);
    const here = await interviewed(said);
    const place = { project: here.project, integration };
    const wanted = Array.from({ length: 12 }, (): Guess => {
      const question = dice.oneOf(questions);
      const on = question.scope === 'application' ? { on: 'payroll' } : {};
      return { question: question.key, typed: typedFor(question, dice), ...on };
    }).filter(({ typed }) => typed !== '');
    const [first, ...assumed] = [...new Map(wanted.map((guess) => [guess.question, guess])).values()];
    if (!first) continue;

    const [before, hash] = [await found(here.stage), await hashOf(here.stage)];
    const about = (guess: Guess) => assumedOf(content, integration, guess) ?? { scope: 'project' };
    const page = pageAbout(here.project, about(first), first.question);
    const inputs = { [first.question]: first.typed };
    const { replace } = await here.stage.take('Dana', { do: 'what-if-see', page, assumed, inputs });
    expect(await hashOf(here.stage)).toBe(hash);
    const difference = replace as DifferenceReply;
    if (difference.kind !== 'difference') continue;

    const tried = (subject: Subject) =>
      Object.fromEntries(
        difference.assumed
          .filter((guess) => subjectKey(about(guess)) === subjectKey(subject))
          .map(({ question, typed }) => [question, typed]),
      );
    const fresh = await interviewed(
      said.map((each) =>
        each.who === 'Dana' ? { ...each, inputs: { ...each.inputs, ...tried(each.subject) } } : each,
      ),
    );
    const there = await found(fresh.stage);
    const rows = besides(before, there);
    expect(difference.rows.map(({ title, would: [one] }) => [title, one?.shift])).toEqual(
      rows.slice(0, difference.rows.length).map(({ title, would: [one] }) => [title, one?.shift]),
    );
    expect(difference.rows.length + difference.more).toBe(rows.length);
    shown += rows.length;

    const kept = {
      do: 'keep-proposal',
      ...place,
      assumed: difference.assumed,
      inputs: { name: 'x' },
    } as const;
    const { replace: card } = await here.stage.take('Dana', kept);
    const proposal = (card as DifferenceReply).options[0]?.id ?? '';
    await here.stage.take('Dana', { do: 'adopt', project: here.project, proposal });
    expect((await found(here.stage)).map(inShort)).toEqual(there.map(inShort));
  }
  expect(shown).toBeGreaterThan(1);
});

test('what is assumed is judged as if that person had said it from the beginning, in any project', () => {
  let differ = 0;
  for (let seed = 1; seed <= 40; seed += 1) {
    const { project, integrations } = randomProject(content, seed, 3);
    const dice = chance(seed + 1000);
    const one = dice.oneOf(integrations);
    const by = { kind: 'person', id: 'dana', name: 'Name of dana' } as const;
    const at = `${today}T08:00:00.000Z`;
    const asked = questions.filter(({ scope }) => scope === 'integration' && dice.below(6) === 0);
    const assumed = asked.flatMap((question) => {
      const said = saidTo(question, dice);
      return said.kind === 'value' || said.kind === 'unsure' ? [{ question: question.key, said }] : [];
    });
    const judged = (changed: Integration) =>
      assessProject(
        content,
        calculations,
        project,
        integrations.map((each) => (each === one ? changed : each)),
        undefined,
        today,
      ).map(inShort);
    const frozen = JSON.stringify([project, integrations]);
    const trial = assume(content, { project, integrations }, { integration: one.id, assumed }, by, at);
    expect(trial.project).toBe(project);
    const would = judged(trial.integrations.find(({ id }) => id === one.id) ?? one);
    const others = one.answers.filter(
      ({ question, by: speaker }) =>
        speaker.kind !== 'person' ||
        speaker.id !== by.id ||
        !assumed.some((each) => each.question === question),
    );
    const first = assumed.map(({ question, said }) => ({ question, by, at, turn: 'first', said }));
    expect(would).toEqual(judged({ ...one, answers: [...first, ...others] }));
    expect(JSON.stringify([project, integrations])).toBe(frozen);
    if (would.join() !== judged(one).join()) differ += 1;
  }
  expect(differ).toBeGreaterThan(15);
});
