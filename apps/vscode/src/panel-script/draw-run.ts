import type { PanelRun, PanelRunEntry } from '../panel/panel-view.ts';
import { drawButtons, drawLink, element, type Send } from './element.ts';

/** The customers of a run with their outcomes; a click shows one. */
export function drawRun({ title, tone, sentence, entries, files }: PanelRun, send: Send): HTMLElement[] {
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
    ...(files.length > 0 ? drawFiles(files, send) : []),
  ];
}

function drawFiles(files: readonly string[], send: Send): HTMLElement[] {
  const links = files.map((name, file) =>
    element(
      'li',
      {},
      drawLink(name, () => send({ type: 'open-file', file })),
    ),
  );
  const save = drawButtons('actions', [{ action: 'save-results', label: 'Save Result Files…' }], send);
  return [
    element('ul', { className: 'facts', attributes: { 'aria-label': 'Result files' } }, ...links),
    save,
  ].filter((part) => part !== undefined);
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
