import { expect, test } from 'vitest';
import { drive, inSandbox, pasted } from '../../../../test/drive-wizard.ts';

function notesAfter(text: string) {
  const { screen } = drive(inSandbox(), pasted(text)).state;
  return screen.kind === 'field' ? screen.notes : undefined;
}

test('a paste that was meant to be a customer says where it is broken, and how to take it out again', () => {
  expect(notesAfter('{\n "name": "Ada"\n "email": "a"\n}')).toEqual([
    'Pasted as text. Invalid JSON: expected a comma (line 3, column 2). Ctrl+_ removes the paste.',
  ]);
  const undone = drive(inSandbox(), pasted('{"name": "Ada" "a": 1}'), 'ctrl+_').state;
  expect(undone.screen).toMatchObject({ editor: { line: { text: '' } }, notes: [] });
});

test('what merely begins with a brace is text', () => {
  expect(notesAfter('{shrug}')).toEqual([]);
});
