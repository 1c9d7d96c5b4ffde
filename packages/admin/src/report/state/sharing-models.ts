/** The models that share goals out over several visits [M68], for all that reads an address; without metrics. */
import type { SharingModel } from '@goalpost/contract/reports/attribution';

export const SHARING = [
  'linear',
  'time_decay',
  'position',
  'data_driven',
] as const satisfies readonly SharingModel[];
