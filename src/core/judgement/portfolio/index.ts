import { blastRadius } from './blast-radius.ts';
import { circularOwnership } from './circular-ownership.ts';
import { looksGreen } from './looks-green.ts';
import { nobodyToAsk } from './nobody-to-ask.ts';
import { notAgreed } from './not-agreed.ts';
import { onNoList, ownersNotAsked } from './not-asked.ts';
import { peopleLoad } from './people-load.ts';
import { pointToPoint } from './point-to-point.ts';
import type { PortfolioRule } from './portfolio-rule.ts';
import { sharedEvents } from './shared-events.ts';
import { sharedIdentity } from './shared-identity.ts';
import { sharedPool } from './shared-pool.ts';
import { sprawl } from './sprawl.ts';
import { storageTogether } from './storage-together.ts';
import { unknownRate } from './unknown-rate.ts';
import { unowned } from './unowned.ts';
import { windowClash } from './window-clash.ts';

export const portfolioRules: readonly PortfolioRule[] = [
  sharedPool,
  sharedIdentity,
  sharedEvents,
  blastRadius,
  windowClash,
  storageTogether,
  sprawl,
  peopleLoad,
  unowned,
  pointToPoint,
  unknownRate,
  circularOwnership,
  looksGreen,
  notAgreed,
  ownersNotAsked,
  onNoList,
  nobodyToAsk,
];

/** By a rule that tells of each: the key of the finding that tells of all. */
export const summedUpBy: ReadonlyMap<string, string> = new Map(
  portfolioRules.flatMap(({ id, sumsUp = [] }) => sumsUp.map((rule) => [rule, `portfolio.${id}`] as const)),
);
