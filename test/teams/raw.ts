/** HTTP as no client library would send it. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface Wire {
  write(text: string | Buffer): void;
  /** Everything that has come back when the other side ends, breaks, or has sent what is waited for. */
  until(what: RegExp): Promise<string>;
  ended(): Promise<string>;
  /** How many bytes the other side has taken so far, of what was written. */
  readonly socket: Socket;
}

export async function openWire(address: string): Promise<Wire> {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  let heard = '';
  const over = new Promise<string>((resolve) => {
    socket.once('close', () => resolve(heard));
  });
  socket.setEncoding('utf8');
  socket.on('data', (chunk: string) => {
    heard += chunk;
  });
  // A connection that is broken off is what these tests are about.
  socket.on('error', () => undefined);
  return {
    socket,
    write: (text) => void socket.write(text),
    ended: () => over,
    async until(what) {
      while (!what.test(heard) && !socket.closed) await Promise.race([once(socket, 'data'), over]);
      return heard;
    },
  };
}

export function head(headers: Record<string, string | number>, line = 'POST /api/messages HTTP/1.1'): string {
  const all = { host: 'localhost', 'content-type': 'application/json', ...headers };
  return `${line}\r\n${Object.entries(all)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\r\n')}\r\n\r\n`;
}
