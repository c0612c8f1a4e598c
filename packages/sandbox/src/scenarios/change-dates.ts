import { changeCustomers } from './change-customers.ts';

/** Writes the dates of every customer of an answer in another way. @param write takes a string of UNIX seconds */
export function changeDates(
  answer: Response,
  write: (seconds: string) => string | number,
): Promise<Response> {
  return changeCustomers(answer, (customer) => ({
    ...customer,
    firstSeen: customer.firstSeen === null ? null : write(customer.firstSeen),
    lastSeen: customer.lastSeen === null ? null : write(customer.lastSeen),
  }));
}
