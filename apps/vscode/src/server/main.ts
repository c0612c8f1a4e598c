// The language server's own bundle: the same for a process of Node and for a web worker.
if (typeof WorkerGlobalScope === 'undefined') void import('./in-node.ts');
else void import('./in-worker.ts');
