import type { SideBySideReply } from '../app/register/side-by-side-reply.ts';
import { aboutLine } from './about-line.ts';
import { type ExecuteAction, tap } from './action.ts';
import { day, listed, sentenceCase } from './counting.ts';
import { asTyped, inTheProject } from './treat-data.ts';
import type { Wording } from './wording.ts';

export interface SideBySideData {
  readonly speak: string;
  readonly about: string;
  readonly heading: string;
  readonly label: string;
  readonly ask: string;
  readonly how: string;
  readonly voices: readonly { readonly who: string; readonly words: string; readonly when: string }[];
  readonly more: string;
  readonly settled: string;
  readonly hangs: readonly { readonly text: string }[];
  readonly problems: readonly { readonly text: string }[];
  readonly settles: boolean;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  readonly several: boolean;
  readonly example: string;
  readonly value: string;
  readonly decided: string;
  readonly on: string;
  readonly reason: string;
  readonly people: string;
  readonly actions: readonly (ExecuteAction | OpenAction)[];
}

interface OpenAction {
  readonly type: 'Action.OpenUrl';
  readonly title: string;
  readonly url: string;
}

const mostVoices = 5;
const mostHanging = 4;

export function sideBySideData(reply: SideBySideReply, wording: Wording): SideBySideData {
  const { about, label, ask, how, voices, settled, hangs, form, ref, seen, change } = reply;
  const heading = settled ? 'Settled' : 'Answered differently';
  const shown = voices.slice(0, mostVoices);
  const shape = form?.shape;
  const options = shape?.kind === 'choice' || shape?.kind === 'multi' ? shape.options : [];
  return {
    speak: wording.spoken(
      [
        ...(form?.problems ?? []),
        `${heading}: ${label}`,
        listed(shown.map(({ name, words }) => `${name}: ${words}`)),
      ].join('. '),
    ),
    about: aboutLine(about, wording),
    heading,
    label: wording.run(label, 80),
    ask: wording.run(ask),
    how: settled ? '' : meanings[how],
    voices: shown.map(({ name, roles, at, words, own, stale }) => ({
      who: `${wording.run(name, 60)}${own ? ' (you)' : ''}${roles.length > 0 ? `, ${listed(roles.slice(0, 2).map((role) => wording.role(role)))}` : ''}`,
      words: wording.run(words, 300),
      when: `Said on ${day(at)}${stale ? '; that is long ago' : ''}`,
    })),
    more: voices.length > mostVoices ? `and ${voices.length - mostVoices} more` : '',
    settled: settled
      ? [
          `“${wording.run(settled.words, 200)}”, decided by ${wording.run(settled.decided, 60)} on ${day(settled.on)}`,
          ...(settled.reason ? [wording.run(settled.reason, 300)] : []),
        ].join('. ')
      : '',
    hangs: [
      ...hangs.slice(0, mostHanging).map(({ title, kind, severity }) => ({
        text: `${sentenceCase(kind === 'unknown' ? 'unknown' : `${severity} ${kind}`)}: ${wording.run(title, 160)}`,
      })),
      ...(hangs.length > mostHanging ? [{ text: `and ${hangs.length - mostHanging} more` }] : []),
    ],
    problems: (form?.problems ?? []).map((text) => ({ text: wording.run(text) })),
    settles: form !== undefined,
    choices: options.map(({ id, text }) => ({ title: wording.plain(text), value: id })),
    several: shape?.kind === 'multi',
    example: shape && 'example' in shape ? `For example: ${wording.plain(shape.example, 80)}` : '',
    value: asTyped(form?.filled.value),
    decided: asTyped(form?.filled.decided),
    on: form?.filled.on ?? '',
    reason: asTyped(form?.filled.reason),
    people: form ? inTheProject(form.people, wording) : '',
    actions: form
      ? [
          tap('Save', { do: 'settle', ref, seen }, { primary: true, form: true }),
          tap('Not now', { do: 'show-difference', ref }, { withoutInputs: true }),
        ]
      : [
          ...(change ? [tap('I change mine', change, { primary: !settled })] : []),
          ...(settled ? [] : [meeting(reply)]),
          tap(settled ? 'Settle anew…' : 'Settle…', { do: 'settle', ref, seen }, { withoutInputs: true }),
        ],
  };
}

const meanings: Readonly<Record<SideBySideReply['how'], string>> = {
  contradiction: 'Both cannot hold.',
  minor: 'They are near each other.',
  vantage: 'Each sees another side of it, so both may be right: what becomes of the rest on the way?',
  stale: 'One of the answers has grown old: does it still hold?',
  gap: 'One knows what another does not.',
};

/** A draft that opens in Teams; whoever sends it picks the people, whom I know by name only. */
function meeting({ label, about, ask, voices }: SideBySideReply): OpenAction {
  const said = voices
    .slice(0, mostVoices)
    .map(({ name, words }) => `${short(name, 60)}: ${short(words, 120)}`);
  const names = listed(voices.slice(0, mostVoices).map(({ name }) => short(name, 60)));
  const content = [
    `With ${names}. 30 minutes.`,
    `The question: ${short(ask, 200)}`,
    ...said,
    'At the end: what holds, who decides it, and from which day.',
  ].join('\n');
  const subject = `${short(label, 60)}: ${short(about.name, 60)}`;
  const query = [
    ['subject', subject],
    ['content', content],
  ].map(([key = '', value = '']) => `${key}=${encodeURIComponent(value)}`);
  return {
    type: 'Action.OpenUrl',
    title: 'Let us talk',
    url: `https://teams.microsoft.com/l/meeting/new?${query.join('&')}`,
  };
}

/** A link has an end; half a character outside the basic plane cannot be part of one. */
const short = (text: string, most: number): string =>
  [...text.replace(/\p{Surrogate}/gu, '')].slice(0, most).join('');
