/** What the parsing half of pdf.js exports: it comes without types. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: {
    /** Answers, from now on, what arrives at the port. */
    initializeFromPort(port: EventTarget & { postMessage(message: unknown): void }): void;
  };
}
