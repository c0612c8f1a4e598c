import { startWorkerServer } from '@helpcrunch-customer-kit/language-server/browser';

declare const self: DedicatedWorkerGlobalScope;

startWorkerServer(self);
