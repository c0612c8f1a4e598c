import { FileRunStore } from '@helpcrunch-customer-kit/import/node';
import { withImportFolder } from '@helpcrunch-customer-kit/local/ledger';
import type { OpenImports } from '../entry/contract.ts';

/** Opens what this machine remembers of the rows sent to an account. Only one import at a time goes to an account. */
export const openImports: OpenImports = (account, act) =>
  withImportFolder(account, { process, takeOver: false }, (folder) =>
    act({ folder, openStore: (run) => new FileRunStore(`${folder}/rows.jsonl`, run) }),
  );
