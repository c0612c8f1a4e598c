import type { PanelRow } from '../panel/panel-view.ts';
import { element } from './element.ts';

/** Rows of label and value; a tag gets a swatch of its colour beside its name. */
export function drawRows(rows: readonly PanelRow[]): HTMLElement {
  return element('dl', {}, ...rows.flatMap((row) => [element('dt', {}, row.label), drawValue(row)]));
}

function drawValue({ texts, colors }: PanelRow): HTMLElement {
  if (!colors) return element('dd', {}, ...texts);
  return element(
    'dd',
    { className: 'tags' },
    ...texts.map((text, index) => element('span', { className: 'tag' }, swatch(colors[index]), text)),
  );
}

function swatch(color: string | undefined): HTMLElement {
  const mark = element('span', { className: 'swatch', attributes: { 'aria-hidden': 'true' } });
  if (color !== undefined) mark.style.backgroundColor = color;
  return mark;
}
