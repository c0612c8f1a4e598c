import { join } from 'node:path';
import { page, plotFolder } from '../places.ts';
import { plots } from '../plots/plots.ts';
import type { Results } from '../results.ts';
import { benchmarksPage } from './benchmarks-page.ts';

/** Every file that is made from the results: its path and its text. */
export function writtenFiles(results: Results): ReadonlyMap<string, string> {
  const drawn = plots.filter(({ figures }) => figures.every((id) => id in results.figures));
  return new Map([
    [page, benchmarksPage(results)],
    ...drawn.map(({ file, svg }) => [join(plotFolder, file), svg(results)] as const),
  ]);
}
