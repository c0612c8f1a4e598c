export type { CustomerFiles, Runtime, SchemaFeatures } from './server/runtime.ts';
export { startServer } from './server/start-server.ts';
export {
  type CustomerService,
  createCustomerService,
  type ServiceOptions,
} from './service/customer-service.ts';
export type { Scope } from './service/diagnostics/own-findings.ts';
export type { FindingData } from './service/diagnostics/to-diagnostic.ts';
