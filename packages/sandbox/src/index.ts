export { createClock, type SandboxClock } from './clock.ts';
export type { SandboxRequest } from './context.ts';
export { createSandbox, type Sandbox, type SandboxOptions, type SandboxStorage } from './sandbox.ts';
export { type ScenarioInfo, scenarioHeader } from './scenarios/scenario.ts';
export { isScenarioName, type ScenarioName, scenarios } from './scenarios/scenarios.ts';
export type { FaultOptions, FaultRates } from './seeded-faults.ts';
export type {
  CustomerDevice,
  CustomerLocation,
  CustomValue,
  StoredCustomer,
  StoredCustomerInit,
  StoredTag,
} from './store/customer.ts';
export type { StoreChange } from './store/customer-store.ts';
export type { WebhookOptions } from './webhooks.ts';
