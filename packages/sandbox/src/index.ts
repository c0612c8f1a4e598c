export { createSandbox, type Sandbox, type SandboxOptions } from './sandbox.ts';
export { isScenarioName, type ScenarioName, scenarios } from './scenarios/scenario-list.ts';
export { type Scenario, scenarioHeader } from './scenarios/scenario-script.ts';
export type {
  CustomerDevice,
  CustomerLocation,
  CustomValue,
  StoredCustomer,
  StoredCustomerInit,
  StoredTag,
} from './store/stored-customer.ts';
export type { SandboxRequest } from './world/world.ts';
