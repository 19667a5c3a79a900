import type { Calculation } from '../calculation.ts';
import { batchWindow } from './batch-window.ts';
import { businessCentralRate } from './business-central-rate.ts';
import { callRate } from './call-rate.ts';
import { chainAvailability } from './chain-availability.ts';
import { concurrency } from './concurrency.ts';
import { dailyEntitlement } from './daily-entitlement.ts';
import { dualWriteLoad } from './dual-write-load.ts';
import { environmentSlack } from './environment-slack.ts';
import { eventLoad } from './event-load.ts';
import { executionTime } from './execution-time.ts';
import { financeOperationsRoute } from './finance-operations-route.ts';
import { flowActions } from './flow-actions.ts';
import { freshness } from './freshness.ts';
import { growthHeadroom } from './growth-headroom.ts';
import { lastTestSlack } from './last-test-slack.ts';
import { latencyShare } from './latency-share.ts';
import { outageBacklog } from './outage-backlog.ts';
import { outageCover } from './outage-cover.ts';
import { payload } from './payload.ts';
import { planOrder } from './plan-order.ts';
import { pollingWaste } from './polling-waste.ts';
import { requestCount } from './request-count.ts';
import { retryAmplification } from './retry-amplification.ts';
import { runOverlap } from './run-overlap.ts';
import { runningCost } from './running-cost.ts';
import { storageDeficitToday } from './storage-deficit.ts';
import { storageGrowth } from './storage-growth.ts';
import { transferTime } from './transfer-time.ts';
import { unnecessaryRealTime } from './unnecessary-real-time.ts';
import { userWait } from './user-wait.ts';

export const calculations: readonly Calculation[] = [
  unnecessaryRealTime,
  outageCover,
  outageBacklog,
  requestCount,
  executionTime,
  concurrency,
  dailyEntitlement,
  flowActions,
  businessCentralRate,
  callRate,
  batchWindow,
  latencyShare,
  runOverlap,
  payload,
  transferTime,
  userWait,
  chainAvailability,
  freshness,
  pollingWaste,
  retryAmplification,
  dualWriteLoad,
  eventLoad,
  financeOperationsRoute,
  storageGrowth,
  storageDeficitToday,
  growthHeadroom,
  runningCost,
  environmentSlack,
  lastTestSlack,
  planOrder,
];
