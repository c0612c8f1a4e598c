import type { FromPanel } from '../panel/panel-message.ts';
import type { PanelRunEntry } from '../panel/panel-view.ts';
import { element } from './element.ts';

/** The customers of a run and what came of each; a click shows its response. */
export function drawRun(entries: readonly PanelRunEntry[], send: (message: FromPanel) => void): HTMLElement {
  return element(
    'ul',
    { className: 'run' },
    ...entries.map((entry, index) => {
      const outcome = element('span', { className: `outcome tone-${entry.tone}` }, entry.title);
      return element(
        'li',
        {},
        drawName(entry, () => send({ type: 'choose', entry: index })),
        ' ',
        outcome,
      );
    }),
  );
}

function drawName({ name, isShown, isTried }: PanelRunEntry, choose: () => void): HTMLElement {
  if (isShown) return element('strong', { attributes: { 'aria-current': 'true' } }, name);
  if (!isTried) return element('span', {}, name);
  const link = element('button', { className: 'link', attributes: { type: 'button' } }, name);
  link.addEventListener('click', choose);
  return link;
}
