export type { SandboxRequest } from './context.ts';
export { createSandbox, type Sandbox, type SandboxOptions } from './sandbox.ts';
export { type ScenarioInfo, scenarioHeader } from './scenarios/scenario.ts';
export { isScenarioName, type ScenarioName, scenarios } from './scenarios/scenarios.ts';
export type {
  CustomerDevice,
  CustomerLocation,
  CustomValue,
  StoredCustomer,
  StoredCustomerInit,
  StoredTag,
} from './store/customer.ts';
