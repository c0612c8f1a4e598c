// Only these two stop a test that hangs. They are not budgets: a busy machine must never reach them.

/** How long one test or hook may take, in milliseconds. */
export const testTimeoutMs = 60_000;

/** How long a test waits for one condition, in milliseconds; shorter than the test's own limit, so that the failure says what was missing. */
export const waitTimeoutMs = 45_000;
