import { type PanelAction, type PanelView, panelActions } from './panel-view.ts';

/** What the extension tells the panel. */
export type ToPanel =
  | { readonly type: 'show'; readonly view: PanelView }
  | { readonly type: 'busy'; readonly isBusy: boolean };

/** What the panel tells the extension. */
export type FromPanel =
  | { readonly type: 'ready' }
  | { readonly type: 'action'; readonly action: PanelAction }
  | { readonly type: 'reveal'; readonly problem: number };

/** Reads a message of the panel; `undefined` for anything it never sends. */
export function readFromPanel(message: unknown): FromPanel | undefined {
  if (typeof message !== 'object' || message === null || !('type' in message)) return undefined;
  switch (message.type) {
    case 'ready':
      return { type: 'ready' };
    case 'action': {
      const action = 'action' in message ? panelActions.find((known) => known === message.action) : undefined;
      return action && { type: 'action', action };
    }
    case 'reveal': {
      const problem = 'problem' in message ? message.problem : undefined;
      return typeof problem === 'number' && Number.isInteger(problem) && problem >= 0
        ? { type: 'reveal', problem }
        : undefined;
    }
    default:
      return undefined;
  }
}
