// The table of fields by itself: a command line can list its flags without loading what judges and sends a customer.
export { type CustomerFieldRow, customerFields } from './customer/customer-fields.ts';
// So small that it can be said what was meant just as early.
export { closestWord } from './validation/closest-word.ts';
