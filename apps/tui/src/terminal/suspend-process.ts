/** Stops the job, as Ctrl+Z does where the terminal is not raw, and returns when the shell continues it. */
export function suspendProcess(process: NodeJS.Process): Promise<void> {
  // Windows has no jobs to stop.
  if (process.platform === 'win32') return Promise.resolve();
  return new Promise((resolve) => {
    // Waiting for a signal alone does not keep Node running.
    const alive = setInterval(() => {}, 60_000);
    process.once('SIGCONT', () => {
      clearInterval(alive);
      resolve();
    });
    // The whole group: the script runner that started this program has to stop with it, or the shell would not notice.
    process.kill(0, 'SIGTSTP');
  });
}
