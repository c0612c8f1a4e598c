// The language server: the same for a Node process and for a web worker.

if (typeof WorkerGlobalScope === 'undefined') {
  void import('@helpcrunch-customer-kit/language-server/node').then(({ startNodeServer }) =>
    startNodeServer(),
  );
} else {
  void import('@helpcrunch-customer-kit/language-server/browser').then(({ startWorkerServer }) =>
    startWorkerServer(self as unknown as DedicatedWorkerGlobalScope),
  );
}
