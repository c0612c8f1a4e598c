const interrupts = ['SIGINT', 'SIGQUIT'] as const;

const ignore = () => {};

/**
 * While another program has the terminal, what Ctrl+C and Ctrl+\ send is meant for it: the system sends it to both, and
 * here nothing listens until the work is done.
 */
export async function lendInterrupts<Result>(
  process: NodeJS.Process,
  work: () => Promise<Result>,
): Promise<Result> {
  const listeners = interrupts.map((name) => ({ name, own: process.listeners(name) }));
  for (const { name } of listeners) {
    // In this order: without a listener at all, the system would end the program.
    process.on(name, ignore);
    for (const listener of process.listeners(name)) if (listener !== ignore) process.off(name, listener);
  }
  try {
    return await work();
  } finally {
    for (const { name, own } of listeners) {
      for (const listener of own) process.on(name, listener);
      process.off(name, ignore);
    }
  }
}
