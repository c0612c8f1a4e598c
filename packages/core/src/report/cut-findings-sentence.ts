/** What stands at the top of a file that has more findings than are shown. */
export function cutFindingsSentence(shown: number, found: number): string {
  return `Only the first ${shown} of ${found} findings are shown; put some of them right to see the rest.`;
}
