import type { JsonObject } from '../customer/json-value.ts';
import { quote } from './quote.ts';

/** How a customer is told from others in a sentence: by the first of name, email and userId that it has. */
export function customerName(customer: JsonObject): string {
  for (const key of ['name', 'email', 'userId']) {
    const text = customer[key];
    if (typeof text === 'string' && text.trim() !== '') return quote(text);
  }
  return 'a customer without a name';
}
