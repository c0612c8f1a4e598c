/** A window in which nothing but the extension asks for attention. */
export const quietSettings = {
  'workbench.startupEditor': 'none',
  'security.workspace.trust.enabled': false,
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'telemetry.telemetryLevel': 'off',
  'git.enabled': false,
  'remote.autoForwardPorts': false,
  'files.hotExit': 'off',
  'workbench.reduceMotion': 'on',
  // On a busy machine the focus moves late, and would close a palette that was opened since.
  'workbench.quickOpen.closeOnFocusLost': false,
  'editor.minimap.enabled': false,
};
