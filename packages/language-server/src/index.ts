export type { CustomerFiles, Runtime, SchemaFeatures } from './protocol.ts';
export { startServer } from './server/start-server.ts';
export {
  type CustomerService,
  createCustomerService,
  type ServiceOptions,
} from './service/customer-service.ts';
export type { DiagnosticData, Scope } from './service/diagnostics.ts';
