export const driverNames = ['core', 'extension', 'cli', 'wizard'] as const;

/** Who sends: core itself, the extension's bundles, the built program without questions, or the wizard. */
export type DriverName = (typeof driverNames)[number];

/** A customer as a person enters it. */
export type Draft = Readonly<Record<string, unknown>>;
