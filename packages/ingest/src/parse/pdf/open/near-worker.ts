/**
 * The half of pdf.js that parses beside the half that is asked, in one thread and without copies.
 *
 * Where pdf.js starts no worker thread, as in Node, it still clones every message between its halves:
 * a seventh of the time of reading a text. These two ports hand over the objects themselves.
 *
 * That is safe where messages are only read. In reading, nobody changes what is handed over but the
 * sender of streams (see {@link kept}). Drawing does change it: it gets a worker of pdf.js's own.
 *
 * It rests on two things that pdf.js offers for workers of one's own: the `port` of a `PDFWorker`, and
 * `WorkerMessageHandler.initializeFromPort` for the other end. `open.test.ts` compares.
 */
import { PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs';

/** The envelope of pdf.js; pieces of a stream have a `chunk`. */
interface Message {
  readonly chunk?: unknown;
}

const listKept = (value: unknown): unknown => (Array.isArray(value) ? value.slice() : value);

/**
 * A message as it is now. Who sends a stream collects its pieces in one object: once a piece is sent, it
 * empties the lists in there, and fills them again.
 */
function kept(message: Message): Message {
  const { chunk } = message;
  if (typeof chunk !== 'object' || chunk === null) return message;
  const pieces = Object.entries(chunk).map(([name, value]) => [name, listKept(value)] as const);
  return { ...message, chunk: Object.fromEntries(pieces) };
}

/** Node's own `MessageEvent` does the same, and loads all of its HTTP client first. */
class Arrival extends Event {
  readonly data: Message;

  constructor(data: Message) {
    super('message');
    this.data = data;
  }
}

/** One end, as a `MessagePort` would be: what is posted here arrives there, after what runs now. */
class End extends EventTarget {
  #other: End | undefined;

  static pair(): readonly [End, End] {
    const [one, two] = [new End(), new End()];
    one.#other = two;
    two.#other = one;
    return [one, two];
  }

  postMessage(message: Message): void {
    const arrival = new Arrival(kept(message));
    queueMicrotask(() => this.#other?.dispatchEvent(arrival));
  }
}

/** One for each document: it is destroyed with it. */
export function nearWorker(): PDFWorker {
  const [asking, parsing] = End.pair();
  const worker = PDFWorker.create({ port: asking, verbosity: 0 });
  WorkerMessageHandler.initializeFromPort(parsing);
  return worker;
}
