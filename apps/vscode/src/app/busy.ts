/** Runs tasks, and says while at least one is under way. */
export function createBusy(
  tell: (isBusy: boolean) => void,
): <Result>(task: () => Promise<Result>) => Promise<Result> {
  let underWay = 0;
  return async (task) => {
    underWay += 1;
    tell(true);
    try {
      return await task();
    } finally {
      underWay -= 1;
      tell(underWay > 0);
    }
  };
}
