/** A package or app of the repository, and what its picture says to those who do not see it. */
export interface Place {
  readonly folder: string;
  readonly name: string;
  readonly picture: string;
  readonly title: string;
}

/** Every package that has layers to show. */
export const places: readonly Place[] = [
  {
    folder: 'packages/core',
    name: '@helpcrunch-customer-kit/core',
    picture: 'core.svg',
    title: 'Inside core: messages build on api, api on validation, validation on customer',
  },
  {
    folder: 'apps/tui',
    name: '@helpcrunch-customer-kit/tui',
    picture: 'tui.svg',
    title: 'Inside the wizard: which folder imports which',
  },
  {
    folder: 'apps/vscode',
    name: 'helpcrunch-customer-kit',
    picture: 'vscode.svg',
    title: 'Inside the extension: which folder imports which',
  },
  {
    folder: 'packages/language-server',
    name: '@helpcrunch-customer-kit/language-server',
    picture: 'language-server.svg',
    title: 'Inside the language server: which folder imports which',
  },
  {
    folder: 'packages/sandbox',
    name: '@helpcrunch-customer-kit/sandbox',
    picture: 'sandbox.svg',
    title: 'Inside the sandbox: which folder imports which',
  },
];
