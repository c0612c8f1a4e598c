export const callerNames = ['core', 'extension', 'cli', 'wizard'] as const;

/** Who sends: core as the apps use it, the extension's bundle, the built program without questions, and the wizard. */
export type CallerName = (typeof callerNames)[number];

/** A customer as it is entered. */
export type Draft = Readonly<Record<string, unknown>>;
