/** Why a bar is missed, or was in a run, by figure. Said on the page whenever it is. */
export const whyMissed: Readonly<Record<string, string>> = {
  dialog:
    'In two of five fresh windows it was there within 125 ms, in the others after 217 to 486: the first use of a window loads the rest of the extension and reads the key from the editor’s secret storage. Which of the two waits is not known yet.',
};
