export { writeLicences } from './licences/write-licences.ts';
