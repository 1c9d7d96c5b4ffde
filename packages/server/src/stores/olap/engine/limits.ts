/** How much of the machine the embedded engine may take. */
import os from 'node:os';

const GIB = 1024 ** 3;
const MIB = 1024 ** 2;

export interface EngineLimits {
  /** Bytes the whole engine may use. */
  readonly memoryBytes: number;
  /** Bytes one query may use. */
  readonly queryMemoryBytes: number;
  /** Threads one query may use. */
  readonly threads: number;
  /** Queries, and inserts, that run at the same time; the rest wait in line. */
  readonly reads: number;
  readonly writes: number;
}

/** A quarter of the machine's memory, but no more than 2 GiB and no less than 512 MiB. */
export function defaultLimits(memoryBytes?: number): EngineLimits {
  const total = memoryBytes ?? Math.max(512 * MIB, Math.min(Math.floor(os.totalmem() / 4), 2 * GIB));
  return {
    memoryBytes: total,
    queryMemoryBytes: Math.floor(total * 0.7),
    threads: Math.max(1, Math.min(os.availableParallelism(), 8)),
    reads: 6,
    writes: 4,
  };
}

/** Start-up arguments: caches are small, since the store shares its machine with everything else. */
export function engineArguments(limits: EngineLimits): string[] {
  const cache = Math.floor(limits.memoryBytes / 16);
  return [
    `--max_server_memory_usage=${limits.memoryBytes}`,
    `--mark_cache_size=${cache}`,
    `--index_mark_cache_size=${Math.floor(cache / 4)}`,
    `--primary_index_cache_size=${cache}`,
    '--uncompressed_cache_size=0',
    '--index_uncompressed_cache_size=0',
    '--background_pool_size=2',
    '--background_schedule_pool_size=4',
  ];
}

/** Settings every request starts from. */
export function baseSettings(limits: EngineLimits): Record<string, string> {
  return {
    max_threads: String(limits.threads),
    max_memory_usage: String(limits.queryMemoryBytes),
    output_format_json_quote_64bit_integers: '1',
    async_insert: '0',
  };
}
