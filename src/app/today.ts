import type { House } from './house.ts';

/** The day on which something is judged or decided, `YYYY-MM-DD`, in UTC. */
export const todayOf = ({ now }: Pick<House, 'now'>): string => now().toISOString().slice(0, 10);
