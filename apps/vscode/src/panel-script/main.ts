import type { FromPanel, ToPanel } from '../panel/panel-view.ts';
import { drawView } from './draw-view.ts';

interface VsCodeApi {
  postMessage(message: FromPanel): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const api = acquireVsCodeApi();
const main = document.querySelector('main');

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
      main?.replaceChildren(...drawView(data.view, (message) => api.postMessage(message)));
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
