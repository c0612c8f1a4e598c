// The table of fields by itself: a command line can list its flags without loading the code that validates and sends a customer.
export { type CustomerFieldRow, customerFields } from './customer/fields.ts';
// Small enough for the same early use.
export { closestWord } from './rules/closest-word.ts';
