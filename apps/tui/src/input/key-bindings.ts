/** What a key does: footers, the help screen and the README's section are made from these rows. */
export interface KeyBinding {
  /** The chords, by the names of `InputEvent`. */
  readonly keys: readonly string[];
  /** The chord that footers and help show. */
  readonly shown: string;
  /** In a footer: one or two words. */
  readonly hint: string;
  /** In help: one sentence. */
  readonly help: string;
}

type Bindings = Readonly<Record<string, KeyBinding>>;

const everywhere = {
  submit: { keys: ['enter'], shown: 'Enter', hint: 'next', help: 'Takes the answer; skips an empty field.' },
  back: { keys: ['escape', 'shift+tab'], shown: 'Esc', hint: 'back', help: 'Goes back. Also Shift+Tab.' },
  quit: {
    keys: ['ctrl+c'],
    shown: 'Ctrl+C',
    hint: 'quit',
    help: 'Stops sending, or saves a draft and quits.',
  },
  help: {
    keys: ['ctrl+g', 'f1'],
    shown: 'Ctrl+G',
    hint: 'help',
    help: 'Shows this help. Also F1, and ? in a list of choices.',
  },
  suspend: { keys: ['ctrl+z'], shown: 'Ctrl+Z', hint: 'suspend', help: 'Back to the shell; fg returns.' },
} as const satisfies Bindings;

const choosing = {
  up: { keys: ['up', 'ctrl+p'], shown: '↑↓', hint: 'move', help: 'Moves through choices and list items.' },
  down: {
    keys: ['down', 'ctrl+n'],
    shown: 'Ctrl+N',
    hint: 'move',
    help: 'Moves down; Ctrl+P moves up. In choices, also j and k.',
  },
  first: { keys: ['home'], shown: 'Home', hint: 'first', help: 'Goes to the first choice.' },
  last: { keys: ['end'], shown: 'End', hint: 'last', help: 'Goes to the last choice.' },
  pageUp: {
    keys: ['page-up'],
    shown: 'PgUp',
    hint: 'page up',
    help: 'Goes to the first choice; in help, a page up.',
  },
  pageDown: {
    keys: ['page-down'],
    shown: 'PgDn',
    hint: 'page',
    help: 'Goes to the last choice; in help, a page down.',
  },
} as const satisfies Bindings;

const fields = {
  takeOffer: {
    keys: ['tab'],
    shown: 'Tab',
    hint: 'use it',
    help: 'Uses the suggested value. Without one, goes on like Enter.',
  },
  review: { keys: ['ctrl+r'], shown: 'Ctrl+R', hint: 'review', help: 'Goes to the review from any field.' },
  changeItem: { keys: ['enter'], shown: 'Enter', hint: 'edit', help: 'On a list item: edits it.' },
  removeItem: {
    keys: ['delete', 'backspace', 'ctrl+d'],
    shown: 'Delete',
    hint: 'remove',
    help: 'On a list item: removes it; Ctrl+_ restores it. On a draft: deletes it.',
  },
  nextType: {
    keys: ['ctrl+t'],
    shown: 'Ctrl+T',
    hint: 'type',
    help: 'Custom data: reads the value as another type.',
  },
  openEditor: { keys: ['ctrl+o'], shown: 'Ctrl+O', hint: 'editor', help: 'Notes: opens your editor.' },
  newLine: { keys: ['enter', 'alt+enter'], shown: 'Enter', hint: 'new line', help: 'Notes: adds a line.' },
  leaveBox: { keys: ['ctrl+d'], shown: 'Ctrl+D', hint: 'next', help: 'Notes: goes on. Also Tab.' },
} as const satisfies Bindings;

/** The keys that edit a line, as readline has them. */
export const editingKeys = {
  left: { keys: ['left', 'ctrl+b'], shown: '←', hint: 'left', help: 'One character left.' },
  right: { keys: ['right', 'ctrl+f'], shown: '→', hint: 'right', help: 'One character right.' },
  wordLeft: {
    keys: ['alt+b', 'alt+left', 'ctrl+left'],
    shown: 'Alt+←',
    hint: 'word left',
    help: 'One word left.',
  },
  wordRight: {
    keys: ['alt+f', 'alt+right', 'ctrl+right'],
    shown: 'Alt+→',
    hint: 'word right',
    help: 'One word right.',
  },
  lineStart: { keys: ['ctrl+a', 'home'], shown: 'Ctrl+A', hint: 'start', help: 'To the start of the line.' },
  lineEnd: { keys: ['ctrl+e', 'end'], shown: 'Ctrl+E', hint: 'end', help: 'To the end of the line.' },
  backspace: {
    keys: ['backspace'],
    shown: 'Backspace',
    hint: 'erase',
    help: 'Erases. On the empty line of a list: edits the last item.',
  },
  delete: { keys: ['delete', 'ctrl+d'], shown: 'Delete', hint: 'delete', help: 'Erases the next character.' },
  cutWord: {
    keys: ['ctrl+w', 'alt+backspace'],
    shown: 'Ctrl+W',
    hint: 'cut word',
    help: 'Cuts the word before the caret.',
  },
  cutNextWord: { keys: ['alt+d'], shown: 'Alt+D', hint: 'cut word', help: 'Cuts the word after the caret.' },
  cutToStart: { keys: ['ctrl+u'], shown: 'Ctrl+U', hint: 'cut', help: 'Cuts to the start of the line.' },
  cutToEnd: { keys: ['ctrl+k'], shown: 'Ctrl+K', hint: 'cut', help: 'Cuts to the end of the line.' },
  putBack: { keys: ['ctrl+y'], shown: 'Ctrl+Y', hint: 'paste', help: 'Pastes what was cut.' },
  undo: { keys: ['ctrl+_'], shown: 'Ctrl+_', hint: 'undo', help: 'Undoes the last change.' },
  redo: { keys: ['alt+_', 'alt+r'], shown: 'Alt+R', hint: 'redo', help: 'Redoes what was undone.' },
} as const satisfies Bindings;

/** Every key of the wizard, by what it does. */
export const keyBindings = { ...everywhere, ...choosing, ...fields, ...editingKeys };

export type KeyAction = keyof typeof keyBindings;

/** The keys of a group, under its title. */
export interface KeyGroup {
  readonly title: string;
  readonly bindings: readonly KeyBinding[];
}

export const keyGroups: readonly KeyGroup[] = [
  { title: 'Everywhere', bindings: Object.values(everywhere) },
  { title: 'Choosing', bindings: Object.values(choosing) },
  { title: 'In some fields', bindings: Object.values(fields) },
  { title: 'Editing a line', bindings: Object.values(editingKeys) },
];

/** A key, with a word for what it does here where that differs from its usual hint. */
export type KeyHint = KeyAction | readonly [KeyAction, string];

/** A footer: at most three hints. */
export function keyHints(...hints: readonly KeyHint[]): string {
  return hints.slice(0, 3).map(hintText).join(' · ');
}

/** The hints of a question that Y answers: that comes first, and is left out last. */
export function consentHints(verb: string): string {
  return `Y ${verb} · ${keyHints(['submit', 'choose'], ['back', `do not ${verb}`])}`;
}

function hintText(hint: KeyHint): string {
  const [action, word] = typeof hint === 'string' ? [hint, undefined] : hint;
  return `${keyBindings[action].shown} ${word ?? keyBindings[action].hint}`;
}
