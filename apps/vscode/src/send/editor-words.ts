/** Core's words name what a terminal has; in an editor the same things are settings and commands. */
const inEditor: readonly (readonly [string, string])[] = [
  ['HELPCRUNCH_BASE_URL', 'the setting helpcrunch.baseUrl'],
  ['Set HELPCRUNCH_API_KEY to a key', 'Add an account with a key'],
];

export function editorWords(sentence: string): string {
  return inEditor.reduce((words, [terminal, editor]) => words.replaceAll(terminal, editor), sentence);
}
