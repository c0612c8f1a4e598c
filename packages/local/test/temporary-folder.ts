import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import {
  type TemporaryFolder,
  temporaryFolder as temporaryFolderIn,
} from '@helpcrunch-customer-kit/testing/temporary-folder';

/** Memory is a disk whose synchronizing costs nothing. */
const parent = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

export const temporaryFolder = (): TemporaryFolder => temporaryFolderIn(parent);
