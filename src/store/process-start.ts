/** Which process is meant by a number: numbers are used again, a number together with its start is not. */
import { readFile } from 'node:fs/promises';
import { codeOf } from './disk-error.ts';

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return codeOf(error) === 'EPERM';
  }
}

/** This boot of the machine and the tick the process began at; null where the system does not say. */
export async function startOf(pid: number): Promise<string | null> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name before the last bracket may hold anything; the state follows it, and the start 19 fields later.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie has ended; only its parent has not looked.
    return fields[0] === 'Z' || fields[0] === 'X' ? 'ended' : `${boot.trim()}/${fields[19]}`;
  } catch {
    return null;
  }
}
