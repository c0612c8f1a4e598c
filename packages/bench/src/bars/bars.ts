import type { BarGroup } from './bar.ts';
import { coreBars } from './core-bars.ts';
import { editorBars } from './editor-bars.ts';
import { wizardBars } from './wizard-bars.ts';

/** Every table of the page, in order. */
export const barGroups: readonly BarGroup[] = [...wizardBars, ...editorBars, ...coreBars];
