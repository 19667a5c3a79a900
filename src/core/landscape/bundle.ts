/** A project as one file: everything its findings rest on, so that they can be judged again anywhere. */
import type { Integration, Project } from './landscape.ts';

export interface Bundle {
  readonly bridgekeeper: 1;
  readonly project: Project;
  readonly integrations: readonly Integration[];
}
