/** The numbers of `/metrics` that are the server's own. */
import type { CollectionStats } from '../collect/index.ts';
import type { Sample } from '../http/index.ts';
import type { Olap } from '../kit/olap.ts';

export async function samplesOf(
  stats: CollectionStats,
  refusedNetworks: Readonly<Record<string, number>>,
  olap: Pick<Olap, 'healthy'>,
): Promise<Sample[]> {
  const gauge = (name: string, help: string, value: number): Sample => ({
    kind: 'gauge',
    name: `goalpost_${name}`,
    help,
    value,
  });
  const hits = (outcome: string, value: number): Sample => ({
    kind: 'counter',
    name: 'goalpost_hits_total',
    help: 'Requests at the door since the start, by what became of them.',
    labels: { outcome },
    value,
  });
  return [
    hits('stored', stats.stored),
    hits('refused', stats.refused),
    ...Object.entries(stats.unreadable).map(([reason, value]): Sample => ({
      kind: 'counter',
      name: 'goalpost_requests_unreadable_total',
      help: 'Requests that could not be read as HTTP since the start, by why.',
      labels: { reason },
      value,
    })),
    ...Object.entries(refusedNetworks).map(([limit, value]): Sample => ({
      kind: 'counter',
      name: 'goalpost_chat_network_refused_total',
      help: 'What was refused in the chat since the start since one network did too much, by the bound.',
      labels: { limit },
      value,
    })),
    gauge('journal_backlog_bytes', 'Bytes that wait in the journal for the store.', stats.backlogBytes),
    gauge(
      'journal_backlog_segments',
      'Segments that wait in the journal for the store.',
      stats.backlogSegments,
    ),
    gauge(
      'rows_set_aside',
      'Hits and rows ever that were set aside, since they could not be processed or stored.',
      stats.setAside,
    ),
    gauge(
      'journal_damaged_segments',
      'Segments ever that were found damaged or missing.',
      stats.damage.segments,
    ),
    gauge('journal_missing_segments', 'Segments ever that were found missing.', stats.damage.missing),
    gauge('journal_damaged_bytes', 'Bytes ever of the journal that could not be read.', stats.damage.bytes),
    gauge('journal_lost_hits', 'Hits ever known to be lost with them, at the least.', stats.damage.hits),
    gauge(
      'journal_lost_settings',
      'Changes of settings ever known to be lost with them.',
      stats.damage.settings,
    ),
    gauge(
      'journal_cut_off_bytes',
      'Bytes ever at the end of the journal that were being written when the server ended.',
      stats.damage.cutOffBytes,
    ),
    gauge(
      'damaged_state_files',
      'Checkpoints and files of counts ever found damaged; they are kept.',
      stats.damagedFiles,
    ),
    gauge('store_storing', '1 while batches reach the analytics store.', Number(stats.storing)),
    gauge('store_up', '1 while the analytics store answers.', Number(await olap.healthy())),
  ];
}
