import type { PlannedPerson, PlanReply } from '../app/people/plan-reply.ts';
import { buttonRow, type ExecuteAction, pageTurns, tap } from './action.ts';
import { counted, day, digits, listed } from './counting.ts';
import type { Wording } from './wording.ts';

export interface PlanData {
  readonly speak: string;
  readonly about: string;
  readonly heading: string;
  readonly state: string;
  readonly people: readonly {
    readonly name: string;
    readonly roles: string;
    readonly lines: readonly { readonly text: string }[];
  }[];
  readonly nothing: string;
  readonly nobody: readonly {
    readonly heading: string;
    readonly lines: readonly { readonly text: string }[];
  }[];
  readonly note: string;
  readonly actions: readonly ExecuteAction[];
}

const things = 3;
const mostRoles = 3;
const mostMissing = 6;

export function planData(reply: PlanReply, wording: Wording): PlanData {
  const { project, people, total, page, pages, send, instead, week } = reply;
  const heading =
    total.people > 0
      ? `${counted(total.people, 'person', 'people')} would be asked ${counted(total.questions, 'question')}`
      : 'Nobody would be asked now';
  const pageOf = pages > 1 ? [`page ${digits(page)} of ${digits(pages)}`] : [];
  return {
    speak: wording.spoken(`${heading}. ${sayNobody(reply)}`),
    about: `Project · ${wording.run(project.name, 80)}`,
    heading,
    state: [`Week of ${day(week)}`, ...pageOf].join(' · '),
    people: people.map((person) => ({
      name: wording.run(person.isReader ? `${person.name} (you)` : person.name, 80),
      roles: rolesOf(person, wording),
      lines: linesOf(person).map((text) => ({ text: wording.run(text) })),
    })),
    nothing: people.length > 0 ? '' : 'No question is open that somebody in the project could answer.',
    nobody: missingIn(reply, wording),
    note: noteOn(reply, wording),
    actions: buttonRow(instead ? [instead.button] : [], wording, [
      ...(send === undefined
        ? []
        : [
            tap(
              send === 1 ? 'Ask one person' : `Ask these ${digits(send)} people`,
              { do: 'send-plan', project: project.id },
              { primary: true },
            ),
          ]),
      ...pageTurns(reply, (to) => ({ do: 'show-plan', project: project.id, page: to })),
    ]),
  };
}

function rolesOf({ roles }: PlannedPerson, wording: Wording): string {
  const more = roles.length - mostRoles;
  const shown = [...roles.slice(0, mostRoles), ...(more > 0 ? [`${digits(more)} more`] : [])];
  return shown.length > 0 ? ` · ${wording.run(shown.join(', '), 160)}` : '';
}

function linesOf({ questions, minutes, topics, later, asked, isForgotten }: PlannedPerson): string[] {
  const about = withMore(topics);
  const now =
    questions > 0
      ? [`${counted(questions, 'question')}, about ${counted(minutes, 'minute')}${about ? `: ${about}` : ''}`]
      : [];
  const before = asked
    ? [
        `Asked this week: ${counted(asked.questions, 'question')}, ${asked.left === 0 ? 'all answered' : `${digits(asked.left)} still open`}`,
      ]
    : [];
  const reached = isForgotten ? ['Reached by an open risk, not asked yet'] : [];
  return [...reached, ...before, ...now, ...(later > 0 ? [`${digits(later)} more in the weeks after`] : [])];
}

function withMore(names: readonly string[]): string {
  const more = names.length - things;
  return listed([...names.slice(0, things), ...(more > 0 ? [`${digits(more)} more`] : [])]);
}

function missingIn({ nobody }: PlanReply, wording: Wording): PlanData['nobody'] {
  if (nobody.length === 0) return [];
  const shown = nobody.slice(0, mostMissing);
  const rest = nobody.slice(mostMissing).reduce((sum, { questions }) => sum + questions, 0);
  const lines = shown.map(({ title, questions, topics, outside }) => {
    const are = outside.length === 1 ? 'is' : 'are';
    const known = outside.length > 0 ? `; ${listed(outside)} would know, and ${are} not in Teams` : '';
    return `${title}: ${counted(questions, 'question')} (${withMore(topics)})${known}`;
  });
  return [
    {
      heading: 'Nobody can answer these',
      lines: [...lines, ...(rest > 0 ? [`and ${counted(rest, 'more question')}`] : [])].map((text) => ({
        text: wording.run(text),
      })),
    },
  ];
}

function sayNobody({ nobody }: PlanReply): string {
  const open = nobody.reduce((sum, { questions }) => sum + questions, 0);
  return open > 0 ? `Nobody can answer ${counted(open, 'question')}.` : '';
}

function noteOn({ send, instead, managers, nobody }: PlanReply, wording: Wording): string {
  const name = nobody[0]
    ? [`Next step: name ${wording.role(nobody[0].role)}${nobody.length > 1 ? ', then the others' : ''}.`]
    : [];
  if (send !== undefined) return wording.run(['Nothing of this has been sent yet.', ...name].join(' '));
  const by = managers.length > 0 ? [`${listed(managers)} can send it.`] : [];
  return wording.run([...by, ...(instead ? [instead.what] : []), ...name].join(' '));
}
