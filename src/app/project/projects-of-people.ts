/** Whose project is whose, and what is found in it: each is judged once in a round, however many people it has. */
import type { Project } from '../../core/landscape/landscape.ts';
import { takesPart } from '../../core/landscape/roles.ts';
import { listProjects } from '../documents.ts';
import type { House } from '../house.ts';
import { type JudgedProject, judgeProject } from '../register/judge-project.ts';
import type { Reader } from '../reminder/waiting.ts';

export interface OpenProject {
  readonly project: Project;
  readonly judged: () => Promise<JudgedProject>;
}

export type ProjectsOf = (reader: Reader) => readonly OpenProject[];

export async function openProjects(
  house: House,
): Promise<{ readonly all: readonly OpenProject[]; readonly of: ProjectsOf }> {
  const all = (await listProjects(house.store)).map((project): OpenProject => {
    let judged: Promise<JudgedProject> | undefined;
    const judge = () => {
      judged ??= judgeProject(house, project);
      return judged;
    };
    return { project, judged: judge };
  });
  const of: ProjectsOf = ({ tenant, id }) =>
    all.filter(
      ({ project: { home, people } }) =>
        (home.kind === 'anyone' || home.tenant === tenant) &&
        people.some((member) => member.id === id && takesPart(member)),
    );
  return { all, of };
}
