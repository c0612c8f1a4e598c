// The table of fields by itself: a command line can list its flags without loading what judges and sends a customer.
export { type CustomerFieldRow, customerFields } from './customer/customer-fields.ts';
