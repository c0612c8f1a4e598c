import { editingKeys } from './editing-keys.ts';
import type { KeyBinding } from './key-binding.ts';

/** Every key of the wizard, by what it does. */
export const keyBindings = {
  submit: {
    keys: ['enter'],
    shown: 'Enter',
    hint: 'next',
    says: 'Takes the answer and goes on; skips an empty field.',
    group: 'everywhere',
  },
  back: {
    keys: ['escape', 'shift+tab'],
    shown: 'Esc',
    hint: 'back',
    says: 'Goes back; the field keeps its text. Also Shift+Tab.',
    group: 'everywhere',
  },
  quit: {
    keys: ['ctrl+c'],
    shown: 'Ctrl+C',
    hint: 'quit',
    says: 'Leaves and keeps your work; while sending, stops that first.',
    group: 'everywhere',
  },
  help: {
    keys: ['f1'],
    shown: 'F1',
    hint: 'help',
    says: 'Shows this help; also ? where no text is being typed.',
    group: 'everywhere',
  },
  suspend: {
    keys: ['ctrl+z'],
    shown: 'Ctrl+Z',
    hint: 'suspend',
    says: 'Back to the shell for a while; fg returns.',
    group: 'everywhere',
  },
  up: {
    keys: ['up', 'ctrl+p'],
    shown: '↑↓',
    hint: 'move',
    says: 'Move through choices, and among the items of a list.',
    group: 'choosing',
  },
  down: {
    keys: ['down', 'ctrl+n'],
    shown: 'Ctrl+N',
    hint: 'move',
    says: 'Down, as ↓ does; Ctrl+P is up.',
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
  takeOffer: {
    keys: ['tab'],
    shown: 'Tab',
    hint: 'take it',
    says: 'Takes the value that is offered; where none is, goes on as Enter does.',
    group: 'fields',
  },
  review: {
    keys: ['ctrl+r'],
    shown: 'Ctrl+R',
    hint: 'review',
    says: 'From any field to the review; what is not asked yet stays empty.',
    group: 'fields',
  },
  changeItem: {
    keys: ['enter'],
    shown: 'Enter',
    hint: 'change',
    says: 'On an item of a list: takes it back onto the line.',
    group: 'fields',
  },
  removeItem: {
    keys: ['delete', 'backspace', 'ctrl+d'],
    shown: 'Delete',
    hint: 'remove',
    says: 'On an item of a list: removes it; Ctrl+_ brings it back.',
    group: 'fields',
  },
  nextType: {
    keys: ['ctrl+t'],
    shown: 'Ctrl+T',
    hint: 'type',
    says: 'Custom data: reads the value as another type.',
    group: 'fields',
  },
  openEditor: {
    keys: ['ctrl+o'],
    shown: 'Ctrl+O',
    hint: 'editor',
    says: 'Notes: opens $EDITOR.',
    group: 'fields',
  },
  newLine: {
    keys: ['alt+enter'],
    shown: 'Alt+Enter',
    hint: 'new line',
    says: 'Notes: begins a new line.',
    group: 'fields',
  },
  ...editingKeys,
} as const satisfies Record<string, KeyBinding>;

export type KeyAction = keyof typeof keyBindings;
