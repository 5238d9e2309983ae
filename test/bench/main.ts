/** `pnpm bench NAME`: runs one benchmark; its arguments follow the name. */

const benchmarks: Readonly<
  Record<string, () => Promise<{ bench(args: string[]): Promise<void> }>>
> = {
  cold: () => import('./cold.ts'),
  ocr: () => import('./ocr.ts'),
  read: () => import('./read.ts'),
};

const [name = '', ...args] = process.argv.slice(2);
const load = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined;
if (load) {
  const { bench } = await load();
  await bench(args);
} else {
  process.stderr.write(`usage: pnpm bench ${Object.keys(benchmarks).join('|')} [options]\n`);
  process.exitCode = 2;
}
