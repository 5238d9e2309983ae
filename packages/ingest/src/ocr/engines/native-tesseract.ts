/** The native tesseract engine: the program of that name, a process for each image. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { EngineStartError } from '../../errors.ts';
import type { GreyImage, Layout, OcrEngine } from '../engine.ts';
import { padded } from '../page/grey.ts';
import { nativeModel, nativeTesseract, nativeTesseractEngine } from './native-tesseract-model.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { linesOf } from './tesseract-output.ts';
import {
  dpiOf,
  margin,
  portableGreymap,
  segmentationOf,
  variablesFor,
} from './tesseract-parameters.ts';

export interface NativeTesseractOptions {
  /** Path of the program. @default the one on `PATH` */
  readonly program?: string;
  /** Milliseconds for one image. @default 60,000 */
  readonly deadline?: number;
}

/** What is shown of its complaint, in characters: the last of it tells the reason. */
const tail = 300;

/**
 * Nothing is started before there is an image to read.
 *
 * @throws {EngineStartError} when the program or its Chinese model is not installed.
 */
export async function createNativeTesseractEngine({
  program = nativeTesseract,
  deadline = 60_000,
}: NativeTesseractOptions = {}): Promise<OcrEngine> {
  const absence = nativeTesseractEngine.absence();
  if (absence !== null) throw new EngineStartError('tesseract', absence);
  let running: ChildProcess | undefined;
  return oneAtATime({
    name: 'tesseract',
    ...(await nativeTesseractEngine.presence()),
    async recognise(image, layout) {
      running = started(program, image, layout, deadline);
      try {
        const pad = margin(layout);
        const hocr = await answerOf(running, padded(image, pad), deadline);
        return linesOf(hocr, { pad, width: image.width, height: image.height });
      } finally {
        running = undefined;
      }
    },
    stop: () => running?.kill('SIGKILL'),
  });
}

function started(program: string, image: GreyImage, layout: Layout, timeout: number): ChildProcess {
  const variables = { ...variablesFor(layout), tessedit_create_hocr: '1' };
  const args = [
    ...['stdin', 'stdout', '-l', nativeModel, '--oem', '1'],
    ...['--psm', segmentationOf(layout), '--dpi', dpiOf(image)],
    ...Object.entries(variables).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  return spawn(program, args, {
    timeout,
    killSignal: 'SIGKILL',
    // With more threads it takes four times the CPU time (measured on two busy cores).
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
  });
}

/** @throws when it cannot be started, ends with a status, or is killed. */
async function answerOf(child: ChildProcess, image: GreyImage, deadline: number): Promise<string> {
  const { stdin, stdout, stderr } = child;
  if (!stdin || !stdout || !stderr) throw new Error('it has no pipes');
  // A program that ends before it has read its image: what it says tells why, not the broken pipe.
  stdin.on('error', () => undefined).end(portableGreymap(image));
  const [[status, signal], answer, complaint] = await Promise.all([
    once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>,
    text(stdout),
    text(stderr),
  ]);
  if (status === 0) return answer;
  const how = signal === null ? `exit status ${status}` : `${signal}, limit ${deadline / 1000} s`;
  throw new Error(`${how} ${complaint.trim().slice(-tail)}`.trim());
}
