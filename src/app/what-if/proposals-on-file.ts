/** What was kept of `what if` under a name: where it lies, and who may open it. */
import type { Proposal } from '../../core/register/proposal.ts';
import { readIntegration } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { privateScene } from '../interview/private-scene.ts';
import type { Scene } from '../interview/scene.ts';
import { subjectOf } from './what-if-assumed.ts';

export const proposalKey = (project: string, id: string) => `projects/${project}/proposals/${id}` as const;

export async function openProposal(
  house: House,
  turn: Turn,
  { project, proposal: id }: { readonly project: string; readonly proposal: string },
): Promise<{ readonly scene: Scene; readonly proposal: Proposal } | undefined> {
  if (!/^[0-9a-f]{32}$/.test(id) || !/^[a-z0-9-]+$/.test(project)) return undefined;
  const proposal = (await house.store.read(proposalKey(project, id)))?.value as Proposal | undefined;
  if (!proposal || !(await readIntegration(house.store, project, proposal.integration))) return undefined;
  const scene = await privateScene(house, turn, { project, integration: proposal.integration });
  if (!scene) return undefined;
  const current = asFarAsShown(house, scene, proposal);
  return current.assumed.length > 0 ? { scene, proposal: current } : undefined;
}

/** What it assumes about an application counts while the integration begins or ends there: no card shows it longer. */
export function asFarAsShown(house: House, scene: Scene, proposal: Proposal): Proposal {
  const assumed = proposal.assumed.filter((each) => subjectOf(house, scene, each) !== undefined);
  return { ...proposal, assumed };
}

export async function proposalsOf(
  house: House,
  project: string,
  integration: string,
): Promise<readonly Proposal[]> {
  const keys = await house.store.list(`projects/${project}/proposals/`);
  const kept = await Promise.all(keys.map((key) => house.store.read(key)));
  return kept
    .flatMap((document) => (document ? [document.value as Proposal] : []))
    .filter((proposal) => proposal.integration === integration)
    .sort((one, other) => (one.at < other.at ? 1 : -1));
}
