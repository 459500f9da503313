// What a service declares of the files that its records name: one line per noun.
import type { Actor, Read, Refusal, Role } from '@jiangong/contracts';

export interface FileRules {
  /** Who may upload files for this noun's records. */
  upload: readonly Role[];
  /** Whether somebody may read the record: its row, or a refusal or nothing if not. Its files are read by the same people. */
  mayRead(asking: { actor: Actor; read: Read }, record: string): Promise<object | Refusal | undefined>;
}
