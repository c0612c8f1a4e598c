import { text } from '@clack/prompts';

await text({ message: 'Name', placeholder: 'e.g. Ada Lovelace' });
