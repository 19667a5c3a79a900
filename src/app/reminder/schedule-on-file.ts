/** Where the schedule of a channel is kept: one for each conversation of a project. */
import type { Project } from '../../core/landscape/landscape.ts';
import type { Schedule } from '../../core/reminder/schedule.ts';
import type { Key } from '../../store/store.ts';
import { fileName } from '../documents.ts';
import type { House, Turn } from '../house.ts';

export const scheduleKey = (project: string, tenant: string, conversation: string): Key =>
  `projects/${project}/schedules/${fileName(tenant, conversation)}`;

export async function scheduleOnFile({ store }: House, { caller }: Turn, project: Project) {
  const key = scheduleKey(project.id, caller.tenant, caller.conversation.id);
  const document = await store.read(key);
  return document && { key, version: document.version, schedule: document.value as Schedule };
}
