import type { ScheduleReply } from '../app/reminder/reminder-reply.ts';
import { type ExecuteAction, tap } from './action.ts';
import type { Wording } from './wording.ts';

export interface ScheduleData {
  readonly speak: string;
  readonly heading: string;
  readonly next: string;
  readonly problem: string;
  /** Empty until it was asked for. */
  readonly preview: string;
  readonly when: string;
  readonly always: 'true' | 'false';
  readonly sent: readonly { readonly text: string }[];
  readonly actions: readonly ExecuteAction[];
}

export function scheduleData(reply: ScheduleReply, wording: Wording): ScheduleData {
  const { ref, now, form, preview, problem, lines } = reply;
  const heading = now ? 'I remind you here' : 'I do not remind you here yet';
  const { always } = form;
  const save = preview && {
    do: 'set-schedule' as const,
    ...ref,
    cron: preview.cron,
    zone: preview.zone,
    ...(always ? { always: true as const } : {}),
  };
  return {
    speak: wording.spoken(
      problem ?? (preview ? `The next three times: ${preview.times.join('. ')}` : heading),
    ),
    heading,
    next: now ? wording.run(`Next: ${now.next.join(' · ')} (${now.zone}). ${now.by.name} set it.`) : '',
    problem: wording.run(problem ?? ''),
    preview: preview ? wording.run(`${preview.times.join(' · ')} (${preview.zone})`) : '',
    when: wording.plain(form.when, 100).replaceAll('\u2217', '*'),
    always: always ? 'true' : 'false',
    sent: lines.map((text) => ({ text: wording.run(text, 160) })),
    actions: [
      ...(save ? [tap('Save', save, { primary: true, withoutInputs: true })] : []),
      tap('Show the next three times', { do: 'preview-schedule', ...ref }, { form: true, primary: !save }),
      tap('Remind now', { do: 'remind-team', when: 'now' }, { withoutInputs: true }),
      ...(now ? [tap('Stop', { do: 'remind-team', when: 'never' }, { withoutInputs: true })] : []),
    ],
  };
}
