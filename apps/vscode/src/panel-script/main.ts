import type { FromPanel, PanelView, ToPanel } from '../panel/panel-view.ts';
import { drawEmpty, drawView, restoreRun } from './draw-view.ts';

interface VsCodeApi {
  postMessage(message: FromPanel): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const api = acquireVsCodeApi();
const main = document.querySelector('main');
let drawn = '';

/** Draws what changed; the same view again leaves focus, selection and open sections as they are. */
function show(view: PanelView | undefined): void {
  const next = JSON.stringify(view) ?? '';
  if (!main || (next === drawn && main.hasChildNodes())) return;
  drawn = next;
  const before = main.querySelector('.run');
  const focused = document.activeElement;
  const wasInRun = before?.contains(focused) ?? false;
  const action = focused instanceof HTMLElement ? focused.dataset['action'] : undefined;
  const parts = view ? drawView(view, (message) => api.postMessage(message)) : drawEmpty();
  main.replaceChildren(...parts);
  const run = main.querySelector<HTMLElement>('.run');
  restoreRun(before, run);
  // The keyboard continues where it was.
  if (wasInRun) run?.focus();
  else if (action) main.querySelector<HTMLElement>(`[data-action="${action}"]`)?.focus();
}

/** While a customer is being sent, no other can be sent from here. */
function setBusy(isBusy: boolean): void {
  for (const button of document.querySelectorAll('button')) {
    const action = button.dataset['action'];
    if (action === 'send-again' || action === 'check') button.disabled = isBusy;
  }
}

// Only the window that holds this frame can post to it.
window.addEventListener('message', ({ data }: MessageEvent<ToPanel>) => {
  switch (data.type) {
    case 'show':
      show(data.view);
      return;
    case 'busy':
      setBusy(data.isBusy);
      return;
    default: {
      const unreachable: never = data;
      return unreachable;
    }
  }
});

api.postMessage({ type: 'ready' });
