/** Why a bar is missed, or was in a run, by figure. Said on the page whenever it is. */
export const whyMissed: Readonly<Record<string, string>> = {};
