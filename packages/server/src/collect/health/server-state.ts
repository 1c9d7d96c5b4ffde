/** What Collection health says of journal and processing, for all counters alike. */
import type { CollectionHealth } from '@goalpost/contract/collection';
import type { DamageTotals } from '../journal/damage-log.ts';
import type { Journal } from '../journal/journal.ts';
import type { Processing } from '../processing/port.ts';
import type { Health } from './health.ts';

/** The state of the server as Collection health tells it. */
export function serverState(
  journal: Journal,
  processing: Processing,
  health: Health,
): CollectionHealth['server'] {
  const { storing, unreadable, backlogBytes, damagedFiles, ...state } = processing.state();
  const damage = damageTotals(state.damage, health);
  return {
    ready: journal.writable(),
    storing: storing && unreadable === null,
    backlog_bytes: backlogBytes,
    set_aside: health.totals().setAside,
    damaged_segments: damage.segments,
    missing_segments: damage.missing,
    damaged_bytes: damage.bytes,
    lost_hits: damage.hits,
    lost_settings: damage.settings,
    cut_off_bytes: damage.cutOffBytes,
    damaged_files: damagedFiles,
  };
}

/** Segments damaged before there was a list of them are a number only. */
export function damageTotals(found: DamageTotals, health: Health): DamageTotals {
  return { ...found, segments: found.segments + health.totals().damaged };
}
