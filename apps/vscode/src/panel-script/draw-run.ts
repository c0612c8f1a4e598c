import type { PanelRun, PanelRunEntry } from '../panel/panel-view.ts';
import { drawLink, element, type Send } from './element.ts';

/** The customers of a run with their outcomes; a click shows one. */
export function drawRun({ title, tone, sentence, entries }: PanelRun, send: Send): HTMLElement[] {
  const rows = entries.map((entry, index) => {
    const outcome = element('span', { className: `outcome tone-${entry.tone}` }, entry.title);
    const name = drawName(entry, () => send({ type: 'choose', entry: index }));
    return element('li', entry.isShown ? { className: 'shown' } : {}, name, outcome);
  });
  const scroller = { tabindex: '0', role: 'region', 'aria-label': `All ${entries.length} customers` };
  return [
    element(
      'header',
      { className: `tone-${tone}` },
      element('h1', {}, title),
      element('p', { attributes: { role: 'status' } }, sentence),
    ),
    element('div', { className: 'run', attributes: scroller }, element('ol', {}, ...rows)),
  ];
}

function drawName({ name, isShown, isTried }: PanelRunEntry, choose: () => void): HTMLElement {
  if (isShown) return element('strong', { attributes: { 'aria-current': 'true' } }, name);
  return isTried ? drawLink(name, choose) : element('span', {}, name);
}

/**
 * Keeps the place of a long list when it is drawn again, and brings the customer that is shown into view, with half of the
 * next one: so that the list is seen to go on.
 */
export function restoreRun(before: Element | null, now: Element | null): void {
  if (!now) return;
  now.scrollTop = before?.scrollTop ?? 0;
  const shown = now.querySelector('.shown');
  if (!shown) return;
  const [list, row] = [now.getBoundingClientRect(), shown.getBoundingClientRect()];
  if (row.top < list.top) now.scrollTop -= list.top - row.top + row.height / 2;
  else if (row.bottom > list.bottom) now.scrollTop += row.bottom - list.bottom + row.height / 2;
}
