// The one peer that shows a whole form: as many fields as a customer has.
import enquirer from 'enquirer';

const names = [
  ...['Name', 'Email', 'User ID', 'Company', 'Phone', 'First seen'],
  ...['Source', 'Locale', 'Created from', 'Integration ID', 'Notes'],
];
const choices = names.map((message) => ({ name: message, message }));
// The kinds of question are missing from its types: they are looser than what it does.
await enquirer.prompt({ type: 'form', name: 'customer', message: 'Customer', choices } as never);
