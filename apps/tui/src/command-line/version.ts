/** Put in by the bundler, from package.json. */
declare const KIT_VERSION: string | undefined;

/** This program's version. */
export const version = typeof KIT_VERSION === 'undefined' ? 'unreleased' : KIT_VERSION;
