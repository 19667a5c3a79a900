/**
 * Which file of tests runs when: within a project in any order, as none may rely on another. The projects one after the
 * other, those that wait for browsers and disks first: then no long file is left to run alone at the end, and the files
 * of `house` keep their workers and what these have read, which end wherever a file of another project comes between.
 */
import { createHash } from 'node:crypto';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const projects = ['product', 'store', 'house'];

export class ByProject extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { seed } = this.ctx.config.sequence;
    const turnOf = ({ moduleId }: TestSpecification) =>
      createHash('sha256').update(`${seed} ${moduleId}`).digest('hex');
    const rank = ({ project }: TestSpecification) => projects.indexOf(project.name);
    return files.toSorted((one, other) => rank(one) - rank(other) || (turnOf(one) < turnOf(other) ? -1 : 1));
  }
}
