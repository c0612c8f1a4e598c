import { type PanelAction, type PanelView, panelActions } from './panel-view.ts';

/** What the extension tells the panel. */
export type ToPanel =
  | { readonly type: 'show'; readonly view: PanelView }
  | { readonly type: 'busy'; readonly isBusy: boolean };

/** What the panel tells the extension. */
export type FromPanel =
  | { readonly type: 'ready' }
  | { readonly type: 'action'; readonly action: PanelAction }
  | { readonly type: 'reveal'; readonly problem: number }
  /** To show another customer of the same run. */
  | { readonly type: 'choose'; readonly entry: number };

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
      const problem = indexIn('problem' in message ? message.problem : undefined);
      return problem === undefined ? undefined : { type: 'reveal', problem };
    }
    case 'choose': {
      const entry = indexIn('entry' in message ? message.entry : undefined);
      return entry === undefined ? undefined : { type: 'choose', entry };
    }
    default:
      return undefined;
  }
}

function indexIn(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}
