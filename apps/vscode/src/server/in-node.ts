import { startNodeServer } from '@helpcrunch-customer-kit/language-server/node';

startNodeServer();
