export { fingerprintOf } from './agents/agent-files.ts';
export { agentIdentity, type HeldFile, holdFile } from './agents/agent-folder.ts';
export { createJobStore, type Job, type JobStore } from './agents/job-store.ts';
export { type PlanText, planText } from './agents/plan-lines.ts';
export { type Claim, createPlanStore, type PlanStore } from './agents/plan-store.ts';
export type { Approver, PlanAccount, PlannedCustomer, StoredPlan } from './agents/stored-plan.ts';
export { ledgerErrorMessage } from './ledger/ledger-error.ts';
export { systemStateFolder } from './state-folder.ts';
