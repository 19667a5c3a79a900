/** Lays graphs out in a thread of its own: a large one takes longer than other people should wait for their answers. */
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { ElkNode } from 'elkjs';

interface Engine {
  layout(graph: ElkNode): Promise<ElkNode>;
}

/** What the library expects of a worker in a browser. */
interface BrowserWorker {
  onmessage?: (event: { readonly data: unknown }) => void;
  postMessage(message: unknown): void;
  terminate(): void;
}

/** The library's own worker is written for browsers; in Node it exports what stands in for one. */
const inThread = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { Worker } = require(workerData);
  const engine = new Worker();
  engine.onmessage = ({ data }) => parentPort.postMessage(data);
  parentPort.on('message', (message) => engine.postMessage(message));
`;

let engine: Promise<Engine> | undefined;

/** Started at the first picture; it keeps no process alive. */
export async function layOutGraph(graph: ElkNode): Promise<ElkNode> {
  engine ??= start();
  return (await engine).layout(graph);
}

async function start(): Promise<Engine> {
  const { default: module } = await import('elkjs/lib/elk-api.js');
  // Its types speak of an ES module, the file is none.
  const Elk = module as unknown as new (options: { workerFactory: () => BrowserWorker }) => Engine;
  /** Whoever waits hears of its end. One promise of that for all of them would keep every picture until then. */
  const waiting = new Set<(error: Error) => void>();
  let end: Error | undefined;
  const inside = new Elk({
    workerFactory: () =>
      openThread((error) => {
        engine = undefined;
        end = error;
        for (const fail of waiting) fail(error);
      }),
  });
  const layout = async (graph: ElkNode) => {
    if (end) throw end;
    let fail: (error: Error) => void = () => undefined;
    try {
      return await new Promise<ElkNode>((resolve, reject) => {
        fail = reject;
        waiting.add(fail);
        inside.layout(graph).then(resolve, reject);
      });
    } finally {
      waiting.delete(fail);
    }
  };
  return { layout };
}

function openThread(onError: (error: Error) => void): BrowserWorker {
  const workerData = createRequire(import.meta.url).resolve('elkjs/lib/elk-worker.min.js');
  const thread = new Worker(inThread, { eval: true, workerData });
  let awaited = 0;
  const worker: BrowserWorker = {
    postMessage: (message) => {
      awaited += 1;
      thread.ref();
      thread.postMessage(message);
    },
    terminate: () => void thread.terminate(),
  };
  thread.on('error', onError);
  thread.on('message', (data) => {
    awaited -= 1;
    if (awaited === 0) thread.unref();
    worker.onmessage?.({ data });
  });
  return worker;
}
