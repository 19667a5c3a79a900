import type { ProjectReply } from '../app/project/project-reply.ts';
import { buttonRow, type ExecuteAction, mostButtons, tap } from './action.ts';
import { counted } from './counting.ts';
import type { Wording } from './wording.ts';

export interface ProjectData {
  readonly speak: string;
  readonly size: string;
  readonly problem: string;
  readonly name: string;
  readonly stage: string;
  readonly stages: readonly { readonly title: string; readonly value: string }[];
  readonly dates: readonly { readonly id: string; readonly label: string; readonly value: string }[];
  readonly othersHeading: string;
  readonly others: readonly { readonly name: string; readonly switch: ExecuteAction }[];
  readonly actions: readonly ExecuteAction[];
}

const mostOthers = 8;

export function projectData(reply: ProjectReply, wording: Wording): ProjectData {
  const { project } = reply;
  const size = `${counted(project.integrations, 'integration')} · ${counted(project.applications, 'application')}`;
  const save = tap('Save', { do: 'set-project', project: project.id }, { primary: true });
  return {
    speak: wording.spoken(`Project ${project.name}, stage ${wording.stage(project.stage)}. ${size}`),
    size,
    problem: wording.run(reply.problem ?? ''),
    name: project.name,
    stage: project.stage,
    stages: reply.stages.map(({ id, title }) => ({ title: wording.plain(title), value: id })),
    dates: reply.dates.map(({ id, title, date }) => ({
      id: `date:${id}`,
      label: wording.plain(title),
      value: date ?? '',
    })),
    othersHeading: reply.others.length > 0 ? 'Your other projects' : '',
    others: reply.others.slice(0, mostOthers).map(({ id, name }) => ({
      name: wording.run(name, 80),
      switch: tap(`Switch to ${wording.plain(name, 60)}`, { do: 'project', name: id }),
    })),
    actions: [save, ...buttonRow(reply.buttons, wording).slice(0, mostButtons - 1)],
  };
}
