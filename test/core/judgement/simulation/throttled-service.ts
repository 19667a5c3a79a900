/**
 * A service that protects itself as Dataverse does: for each account it counts requests and seconds of work over the last
 * five minutes, and calls under way, and refuses what is too much with a time to wait. And clients that call it.
 *
 * A discrete-event simulation: nothing of the product's calculations is used here, only the rules of the service.
 */

export interface Protection {
  readonly requests: number;
  readonly workSeconds: number;
  readonly atOnce: number;
  readonly windowSeconds: number;
}

export const dataverse: Protection = { requests: 6000, workSeconds: 1200, atOnce: 52, windowSeconds: 300 };
export const unprotected: Protection = {
  requests: Number.POSITIVE_INFINITY,
  workSeconds: Number.POSITIVE_INFINITY,
  atOnce: Number.POSITIVE_INFINITY,
  windowSeconds: 300,
};

export interface Call {
  readonly roundTripMs: number;
  /** Of one operation; those of one call are worked off one after the other. */
  readonly serverMs: number;
  readonly operations: number;
}

export interface Observed {
  readonly calls: number;
  /** When the last answer came. */
  readonly seconds: number;
  readonly refused: Readonly<Record<Refusal, number>>;
  /** Most requests, and most seconds of work, of one account in any five minutes. */
  readonly mostRequests: number;
  readonly mostWork: number;
  readonly mostAtOnce: number;
  /** Calls under way at the service and on the way, averaged over the time. */
  readonly underWay: number;
}

export type Refusal = 'requests' | 'work' | 'atOnce';

/** Numbers between 0 and 1, the same in every run. */
export type Chance = () => number;

/** What one account has done lately. */
class Account {
  readonly #protection: Protection;
  readonly #at = new Queue();
  readonly #work = new Queue();
  readonly #ends = new Heap();
  #seconds = 0;
  mostRequests = 0;
  mostWork = 0;
  mostAtOnce = 0;

  constructor(protection: Protection) {
    this.#protection = protection;
  }

  /** Takes the call, or says why not and after how many whole seconds to come again. */
  receive(now: number, work: number): { readonly refusal: Refusal; readonly retryAfter: number } | undefined {
    const { requests, workSeconds, atOnce, windowSeconds } = this.#protection;
    while (this.#ends.size > 0 && this.#ends.first() <= now) this.#ends.take();
    while (this.#at.size > 0 && this.#at.first() <= now - windowSeconds) {
      this.#at.take();
      this.#seconds -= this.#work.take();
    }
    if (this.#ends.size >= atOnce) return { refusal: 'atOnce', retryAfter: 1 };
    if (this.#at.size >= requests) return { refusal: 'requests', retryAfter: this.#roomIn(now) };
    if (this.#seconds >= workSeconds) return { refusal: 'work', retryAfter: this.#roomIn(now) };
    this.#at.add(now);
    this.#work.add(work);
    this.#seconds += work;
    this.#ends.add(now + work, 0);
    this.mostRequests = Math.max(this.mostRequests, this.#at.size);
    this.mostWork = Math.max(this.mostWork, this.#seconds);
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#ends.size);
    return undefined;
  }

  #roomIn(now: number): number {
    return Math.max(1, Math.ceil(this.#at.first() + this.#protection.windowSeconds - now));
  }
}

/** A number of workers, each of which sends its next call when the last one is answered, and waits as it is told. */
export function simulateWorkers(
  client: { readonly workers: number; readonly accounts: number; readonly call: Call },
  until: { readonly calls?: number; readonly seconds?: number },
  protection: Protection,
  chance: Chance,
): Observed {
  const { calls = Number.POSITIVE_INFINITY, seconds = Number.POSITIVE_INFINITY } = until;
  const service = new Service(protection, client.accounts, client.call, chance);
  const ready = new Heap();
  // They do not all begin in the same instant.
  for (let worker = 0; worker < client.workers; worker += 1) ready.add(worker / 1000, worker);
  let sent = 0;
  let last = 0;
  while (ready.size > 0 && sent < calls) {
    const now = ready.first();
    if (now >= seconds) break;
    const worker = ready.take();
    const { accepted, again } = service.call(now, worker);
    if (accepted) {
      sent += 1;
      last = Math.max(last, again);
    }
    ready.add(again, worker);
  }
  return service.observed(sent, Math.min(last, seconds));
}

/** Calls that come by themselves, evenly with a little unrest, whatever became of those before them. */
export function simulateArrivals(
  load: { readonly callsASecond: number; readonly accounts: number; readonly call: Call },
  seconds: number,
  protection: Protection,
  chance: Chance,
): Observed {
  const service = new Service(protection, load.accounts, load.call, chance);
  let sent = 0;
  for (let nth = 0; nth < load.callsASecond * seconds; nth += 1) {
    const now = (nth + 0.2 * chance()) / load.callsASecond;
    if (service.call(now, nth).accepted) sent += 1;
  }
  return service.observed(sent, seconds);
}

class Service {
  readonly #accounts: readonly Account[];
  readonly #call: Call;
  readonly #chance: Chance;
  readonly #refused: Record<Refusal, number> = { requests: 0, work: 0, atOnce: 0 };
  #underWaySeconds = 0;
  #nth = 0;

  constructor(protection: Protection, accounts: number, call: Call, chance: Chance) {
    this.#accounts = Array.from({ length: accounts }, () => new Account(protection));
    this.#call = call;
    this.#chance = chance;
  }

  /** When the one who calls may call again. Accounts take turns. */
  call(now: number, caller: number): { readonly accepted: boolean; readonly again: number } {
    const account = this.#accounts[this.#nth % this.#accounts.length];
    if (!account) throw new Error(`caller ${caller} has no account`);
    const { roundTripMs, serverMs, operations } = this.#call;
    const way = roundTripMs / 1000;
    // No two calls take the same time: up to a fifth more or less.
    const work = ((serverMs * operations) / 1000) * (0.8 + 0.4 * this.#chance());
    const answer = account.receive(now + way / 2, work);
    if (answer) {
      this.#refused[answer.refusal] += 1;
      return { accepted: false, again: now + way + answer.retryAfter };
    }
    this.#nth += 1;
    this.#underWaySeconds += way + work;
    return { accepted: true, again: now + way + work };
  }

  observed(calls: number, seconds: number): Observed {
    const most = (of: (account: Account) => number) => Math.max(...this.#accounts.map(of));
    return {
      calls,
      seconds,
      refused: this.#refused,
      mostRequests: most((account) => account.mostRequests),
      mostWork: most((account) => account.mostWork),
      mostAtOnce: most((account) => account.mostAtOnce),
      underWay: this.#underWaySeconds / seconds,
    };
  }
}

/** First in, first out: round and round in a place that doubles when it is full. */
class Queue {
  #values = new Float64Array(8192);
  #head = 0;
  size = 0;

  first(): number {
    return this.size === 0 ? Number.POSITIVE_INFINITY : (this.#values[this.#head] ?? 0);
  }

  add(value: number): void {
    if (this.size === this.#values.length) this.#grow();
    this.#values[(this.#head + this.size) & (this.#values.length - 1)] = value;
    this.size += 1;
  }

  take(): number {
    const value = this.first();
    this.#head = (this.#head + 1) & (this.#values.length - 1);
    this.size -= 1;
    return value;
  }

  #grow(): void {
    const values = new Float64Array(2 * this.#values.length);
    values.set(this.#values.subarray(this.#head));
    values.set(this.#values.subarray(0, this.#head), this.#values.length - this.#head);
    this.#values = values;
    this.#head = 0;
  }
}

/** The smallest first; each carries a number along. Some thirty million go in and out, so nothing is made for one. */
class Heap {
  readonly #keys: number[] = [];
  readonly #carried: number[] = [];

  get size(): number {
    return this.#keys.length;
  }

  first(): number {
    return this.#keys[0] ?? Number.POSITIVE_INFINITY;
  }

  add(key: number, carried: number): void {
    const keys = this.#keys;
    let at = keys.length;
    keys.push(key);
    this.#carried.push(carried);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = keys[parent] ?? 0;
      if (above <= key) break;
      this.#put(at, above, this.#carried[parent] ?? 0);
      at = parent;
    }
    this.#put(at, key, carried);
  }

  take(): number {
    const keys = this.#keys;
    const taken = this.#carried[0] ?? 0;
    const key = keys.pop() ?? 0;
    const carried = this.#carried.pop() ?? 0;
    if (keys.length === 0) return taken;
    let at = 0;
    for (let child = 1; child < keys.length; child = 2 * at + 1) {
      if (child + 1 < keys.length && (keys[child + 1] ?? 0) < (keys[child] ?? 0)) child += 1;
      const below = keys[child] ?? 0;
      if (below >= key) break;
      this.#put(at, below, this.#carried[child] ?? 0);
      at = child;
    }
    this.#put(at, key, carried);
    return taken;
  }

  #put(at: number, key: number, carried: number): void {
    this.#keys[at] = key;
    this.#carried[at] = carried;
  }
}
