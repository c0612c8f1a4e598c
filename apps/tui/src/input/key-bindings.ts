/** What a key does: one row, from which footers, the help screen and the README's section are made. */
export interface KeyBinding {
  /** The chords, by the names of `InputEvent`. */
  readonly keys: readonly string[];
  /** How people write the chord that is shown. */
  readonly shown: string;
  /** In a footer: one word or two. */
  readonly hint: string;
  /** In help: one sentence. */
  readonly says: string;
  readonly group: 'everywhere' | 'choosing' | 'fields' | 'editing';
}

/** Every key of the wizard, by what it does. */
export const keyBindings = {
  submit: {
    keys: ['enter'],
    shown: 'Enter',
    hint: 'next',
    says: 'Takes the answer and goes on; an empty field is skipped, a list takes one more item.',
    group: 'everywhere',
  },
  back: {
    keys: ['escape', 'shift+tab'],
    shown: 'Esc',
    hint: 'back',
    says: 'Goes back, or closes what is open; what stands in the field stays. Shift+Tab does the same.',
    group: 'everywhere',
  },
  quit: {
    keys: ['ctrl+c'],
    shown: 'Ctrl+C',
    hint: 'quit',
    says: 'Leaves, keeping what was entered; while sending, stops and waits for the truth about it.',
    group: 'everywhere',
  },
  help: {
    keys: ['f1'],
    shown: '?',
    hint: 'help',
    says: 'Shows this help: ? where nothing is being typed, F1 anywhere.',
    group: 'everywhere',
  },
  suspend: {
    keys: ['ctrl+z'],
    shown: 'Ctrl+Z',
    hint: 'suspend',
    says: 'Goes back to the shell for a while; fg comes back.',
    group: 'everywhere',
  },
  up: {
    keys: ['up', 'ctrl+p'],
    shown: '↑↓',
    hint: 'move',
    says: 'Moves through choices.',
    group: 'choosing',
  },
  down: {
    keys: ['down', 'ctrl+n'],
    shown: '↓',
    hint: 'move',
    says: 'Moves down through choices.',
    group: 'choosing',
  },
  first: {
    keys: ['home', 'page-up'],
    shown: 'Home',
    hint: 'first',
    says: 'Goes to the first choice.',
    group: 'choosing',
  },
  last: {
    keys: ['end', 'page-down'],
    shown: 'End',
    hint: 'last',
    says: 'Goes to the last choice.',
    group: 'choosing',
  },
  nextType: {
    keys: ['ctrl+t'],
    shown: 'Ctrl+T',
    hint: 'type',
    says: 'In custom data: reads the value as its next possible type.',
    group: 'fields',
  },
  openEditor: {
    keys: ['ctrl+o'],
    shown: 'Ctrl+O',
    hint: 'editor',
    says: 'In notes: opens $EDITOR.',
    group: 'fields',
  },
  newLine: {
    keys: ['alt+enter'],
    shown: 'Alt+Enter',
    hint: 'new line',
    says: 'In notes: begins a new line.',
    group: 'fields',
  },
  left: {
    keys: ['left', 'ctrl+b'],
    shown: '←',
    hint: 'left',
    says: 'One character to the left.',
    group: 'editing',
  },
  right: {
    keys: ['right', 'ctrl+f'],
    shown: '→',
    hint: 'right',
    says: 'One character to the right.',
    group: 'editing',
  },
  wordLeft: {
    keys: ['alt+b', 'alt+left', 'ctrl+left'],
    shown: 'Alt+←',
    hint: 'word left',
    says: 'One word to the left.',
    group: 'editing',
  },
  wordRight: {
    keys: ['alt+f', 'alt+right', 'ctrl+right'],
    shown: 'Alt+→',
    hint: 'word right',
    says: 'One word to the right.',
    group: 'editing',
  },
  lineStart: {
    keys: ['ctrl+a', 'home'],
    shown: 'Ctrl+A',
    hint: 'start',
    says: 'To the start of the line.',
    group: 'editing',
  },
  lineEnd: {
    keys: ['ctrl+e', 'end'],
    shown: 'Ctrl+E',
    hint: 'end',
    says: 'To the end of the line.',
    group: 'editing',
  },
  backspace: {
    keys: ['backspace'],
    shown: 'Backspace',
    hint: 'erase',
    says: 'Erases a character; on an empty line of a list, takes the last item back.',
    group: 'editing',
  },
  delete: {
    keys: ['delete', 'ctrl+d'],
    shown: 'Delete',
    hint: 'delete',
    says: 'Erases the next character.',
    group: 'editing',
  },
  cutWord: {
    keys: ['ctrl+w', 'alt+backspace'],
    shown: 'Ctrl+W',
    hint: 'cut word',
    says: 'Cuts the word before the caret.',
    group: 'editing',
  },
  cutNextWord: {
    keys: ['alt+d'],
    shown: 'Alt+D',
    hint: 'cut word',
    says: 'Cuts the word after the caret.',
    group: 'editing',
  },
  cutToStart: {
    keys: ['ctrl+u'],
    shown: 'Ctrl+U',
    hint: 'cut',
    says: 'Cuts to the start of the line.',
    group: 'editing',
  },
  cutToEnd: {
    keys: ['ctrl+k'],
    shown: 'Ctrl+K',
    hint: 'cut',
    says: 'Cuts to the end of the line.',
    group: 'editing',
  },
  putBack: {
    keys: ['ctrl+y'],
    shown: 'Ctrl+Y',
    hint: 'put back',
    says: 'Puts back what was cut.',
    group: 'editing',
  },
  undo: {
    keys: ['ctrl+_'],
    shown: 'Ctrl+_',
    hint: 'undo',
    says: 'Undoes the last change.',
    group: 'editing',
  },
  redo: {
    keys: ['alt+_', 'alt+r'],
    shown: 'Alt+R',
    hint: 'redo',
    says: 'Does again what was undone.',
    group: 'editing',
  },
} as const satisfies Record<string, KeyBinding>;

export type KeyAction = keyof typeof keyBindings;
