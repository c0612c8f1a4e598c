import type { PanelWait } from '../panel/panel-view.ts';
import { element } from './element.ts';

/** Counts the seconds of a wait down for as long as it is shown. */
export function drawWait({ until, isWaiting }: PanelWait): HTMLElement {
  const clock = element('span', { className: 'clock' });
  const words = element('p', { className: 'wait', attributes: { role: 'timer' } }, clock);
  function tick(): void {
    const left = Math.max(0, Math.ceil((until - Date.now()) / 1000));
    clock.textContent = isWaiting ? `It goes out in ${left} s.` : leftWords(left);
    if (left === 0 || (words.isConnected === false && hasBeenShown)) clearInterval(timer);
    hasBeenShown ||= words.isConnected;
  }
  let hasBeenShown = false;
  const timer = setInterval(tick, 250);
  tick();
  return words;
}

function leftWords(seconds: number): string {
  return seconds > 0 ? `The wait is over in ${seconds} s.` : 'The wait is over.';
}
