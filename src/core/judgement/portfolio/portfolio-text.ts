/** The words of a finding about several integrations together. What raises it is code, in this folder. */
import type { StageId, Step } from '../../interview/topic.ts';

export interface PortfolioText {
  /** `portfolio.its-id`; the id is that of a rule in this folder. */
  readonly key: string;
  /** The topic whose heading of the guidance it cites. */
  readonly topic: string;
  readonly title: string;
  readonly cause: string;
  readonly event: string;
  readonly effect: string;
  /** 1–5, where the load against its limit does not say it. */
  readonly probability: number;
  /** 1–5. */
  readonly impact: number;
  readonly reasoning: string;
  readonly due: StageId;
  readonly steps: readonly Step[];
  readonly clears: string;
  readonly sound: string;
}
