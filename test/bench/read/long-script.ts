/** Documents longer than an agency writes, made of those that it does. */
import type { Script, ScriptBlock } from '../../recipes/script.ts';

/** The scripts one after the other, `times` over; each round says which it is. */
export function longScript(name: string, scripts: readonly Script[], times: number): Script {
  const round = (number: number): ScriptBlock[] =>
    scripts.flatMap(({ blocks }): ScriptBlock[] => [
      { p: `汇编第${number + 1}篇，选自本辖区各单位报送的材料。` },
      ...blocks,
      { pageBreak: true },
    ]);
  return { name, blocks: Array.from({ length: times }, (_, number) => round(number)).flat() };
}
