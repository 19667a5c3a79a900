import type { Calculation } from '../calculation.ts';
import { outageBacklog } from './outage-backlog.ts';
import { outageCover } from './outage-cover.ts';
import { unnecessaryRealTime } from './unnecessary-real-time.ts';

export const calculations: readonly Calculation[] = [unnecessaryRealTime, outageCover, outageBacklog];
