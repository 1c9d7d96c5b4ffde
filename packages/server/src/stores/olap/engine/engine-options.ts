/** What the engine's process is told at its start, as JSON in its first argument. */
import type { ProcessIdentity } from './identity.ts';
import type { EngineLimits } from './limits.ts';

export interface EngineOptions {
  readonly folder: string;
  readonly socketPath: string;
  readonly limits: EngineLimits;
  /** How far it stands back behind the web process when cores are short. */
  readonly niceness: number;
  /** Whom it runs for; a later server reads here whether the engine is an orphan. */
  readonly server: ProcessIdentity;
}
