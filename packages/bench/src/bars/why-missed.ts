/** Why a bar is missed, or was in a run, by figure. Said on the page whenever it is. */
export const whyMissed: Readonly<Record<string, string>> = {
  dialog:
    'In two of five windows it was there within 125 ms, in the others after 217 to 486. Each window had only just opened, and the language servers start in it at that moment; what the question itself waits for is not known yet.',
};
