import { type Intent, menuStep } from '../../input/intent.ts';
import { consentHints, keyHints } from '../../input/key-bindings.ts';
import { wrap } from '../../render/layout.ts';
import {
  frameWidth,
  gutterWidth,
  lineWidth,
  pointerWidth,
  type Size,
  type Tone,
  type View,
  type ViewLine,
} from '../../render/view.ts';
import { questionDelay } from '../../wizard/screens/question.ts';

/** A row of a menu. */
export interface MenuRow {
  /** The values of its columns, as they are written. */
  readonly text: string;
  readonly tone?: Tone;
  /** The same where there are no columns: line by line. */
  readonly spoken?: string;
  /** What there is to know of it while it is selected. */
  readonly notes?: readonly ViewLine[];
}

/** A choice among rows, with what has to be known before. */
export interface Menu {
  readonly title: string;
  /** At the right end of the title: how far it is. */
  readonly aside?: string;
  readonly account?: 'sandbox' | 'live' | undefined;
  readonly lead?: readonly ViewLine[];
  /** The same in fewer rows, what matters most first: where there is no room for it. */
  readonly shortLead?: readonly ViewLine[];
  /** In so many cells. */
  readonly rows: (width: number) => readonly MenuRow[];
  readonly selected?: number;
  /** One name for menus that list the same rows again: line by line, only those that changed are repeated. */
  readonly list?: string;
  /** What Enter does. */
  readonly enter?: string;
  /** What Esc does. */
  readonly leave?: string;
  /** The row that sends. It is chosen with Y as well, and by no key that comes before half a second without one. */
  readonly risky?: number;
}

/** What was picked: a row, the way back, or the end. */
export type Picked =
  | { readonly kind: 'chosen'; readonly index: number }
  | { readonly kind: 'back' }
  | { readonly kind: 'quit' };

/** Asks the user: drawn, or line by line for screen readers. */
export interface Prompts {
  /** A line of text; `undefined` when the user stopped. */
  ask(question: string): Promise<string | undefined>;
  menu(menu: Menu): Promise<Picked>;
  print(lines: readonly string[]): void;
  /** A block for what is under way; missing where nothing is redrawn. */
  openBlock?(): Promise<LiveBlock>;
  /** Nothing is asked any more. */
  close(): void;
}

/** What is drawn in so much room. */
export type BlockView = (size: Size) => Omit<View, 'history'>;

/** What is under way, drawn until it is closed. */
export interface LiveBlock {
  show(view: BlockView): void;
  close(): Promise<void>;
}

export interface MenuState {
  readonly selected: number;
  /** From then on a key counts, in milliseconds since 1970. */
  readonly armedAt: number;
}

export function openMenu({ selected = 0, risky }: Menu, now: number): MenuState {
  return { selected, armedAt: risky === undefined ? now : now + questionDelay };
}

/** What an intent comes to: another state, or what was picked. */
export function onMenuIntent(
  menu: Menu,
  state: MenuState,
  intent: Intent,
  now: number,
): { readonly state: MenuState; readonly picked?: Picked } {
  if (intent.kind === 'quit') return { state, picked: { kind: 'quit' } };
  if (now < state.armedAt) return { state: { ...state, armedAt: now + questionDelay } };
  if (menu.risky !== undefined && intent.kind === 'text' && /^[yn]$/i.test(intent.text)) {
    const isYes = intent.text.toLowerCase() === 'y';
    return { state, picked: isYes ? { kind: 'chosen', index: menu.risky } : { kind: 'back' } };
  }
  const step = menuStep(state.selected, menu.rows(80).length, intent);
  if (step?.kind === 'select') return { state: { ...state, selected: step.selected } };
  if (step?.kind === 'choose') return { state, picked: { kind: 'chosen', index: step.index } };
  return step?.kind === 'back' ? { state, picked: { kind: 'back' } } : { state };
}

/** The most rows that stand there at once, and how many others a terminal's height has to hold without what leads. */
const [maxRows, otherRows, leadRows] = [12, 6, 2];

/** The rows around the selected one, in as many as there is room for. */
export function menuView(menu: Menu, { selected, armedAt }: MenuState, size: Size, now: number): View {
  const rows = menu.rows(frameWidth(size) - gutterWidth - pointerWidth);
  const others = otherRows + (menu.lead?.length ? leadRows : 0);
  const room = Math.min(rows.length, maxRows, Math.max(3, size.rows - others));
  const first = Math.max(0, Math.min(selected - Math.floor(room / 2), rows.length - room));
  const place = rows.length > room ? `${selected + 1} of ${rows.length}` : undefined;
  const hints =
    menu.risky === undefined
      ? keyHints(['submit', menu.enter ?? 'choose'], 'up', ['back', menu.leave ?? 'back'])
      : consentHints('send');
  const { lead, shortLead = lead } = menu;
  // Beside the rows: the title, the keys, and one that stays free.
  const fits = rowCount(lead ?? [], size) <= size.rows - room - 3;
  return {
    history: [],
    title: menu.title,
    aside: [menu.aside, place].filter((part) => part !== undefined).join(' · '),
    account: menu.account,
    ...(lead && shortLead ? { lead: fits ? lead : shortLead } : {}),
    body: rows.slice(first, first + room).map(({ text, tone = 'plain' }) => ({ text, tone })),
    selected: selected - first,
    notes: rows[selected]?.notes ?? [],
    keys: now < armedAt ? 'One moment…' : hints,
  };
}

function rowCount(lines: readonly ViewLine[], size: Size): number {
  return lines.flatMap(({ text }) => wrap(text, lineWidth(size))).length;
}
