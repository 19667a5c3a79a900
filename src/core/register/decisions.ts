/** Which decision counts for each finding. */
import type { Integration, Project } from '../landscape/landscape.ts';
import type { Deed, Did, FindingId } from './deed.ts';

export type Decided = Deed & { readonly did: Extract<Did, { kind: 'treated' | 'accepted' }> };
export type Accepted = Deed & { readonly did: Extract<Did, { kind: 'accepted' }> };
/** The decision that counts for each finding; none where the newest one was taken back. */
export type Decisions = ReadonlyMap<FindingId, Decided>;

export function decisionsIn(...logs: readonly (readonly Deed[] | undefined)[]): Decisions {
  const decisions = new Map<FindingId, Decided>();
  for (const deed of logs.flatMap((log) => log ?? [])) {
    if (isDecision(deed)) decisions.set(deed.did.finding, deed);
    else if (deed.did.kind === 'withdrawn') decisions.delete(deed.did.finding);
  }
  return decisions;
}

/** All deeds about a finding stand in one document, so those of several documents need no sorting. */
export function deedsOf(project: Project, integrations: readonly Integration[]): readonly Deed[] {
  return [project, ...integrations].flatMap(({ deeds }) => deeds ?? []);
}

function isDecision(deed: Deed): deed is Decided {
  return deed.did.kind === 'treated' || deed.did.kind === 'accepted';
}

export function isAcceptance(deed: Deed): deed is Accepted {
  return deed.did.kind === 'accepted';
}
