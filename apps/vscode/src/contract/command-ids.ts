/** Every command of the manifest. */
export const commandIds = [
  'helpcrunch.createCustomer',
  'helpcrunch.newCustomerFile',
  'helpcrunch.switchAccount',
  'helpcrunch.addAccount',
  'helpcrunch.renameAccount',
  'helpcrunch.removeAccount',
  'helpcrunch.showResponse',
  'helpcrunch.checkOutcome',
  'helpcrunch.copyAsCurl',
  'helpcrunch.chooseScenario',
  'helpcrunch.startSandbox',
  'helpcrunch.stopSandbox',
  'helpcrunch.showRule',
  'helpcrunch.showLog',
] as const;

export type CommandId = (typeof commandIds)[number];
