/** Opens the place where the chat's files are kept, as the settings say. */
import type { FileBytes } from '../../chat/index.ts';
import { openDiskFiles, openS3Files, type BucketSettings } from '../../stores/files/index.ts';

export interface OpenFiles {
  readonly bytes: FileBytes;
  /** The server ends: what is under way gets a moment more, and is refused then. */
  ending(): void;
  close(): void;
}

/** The server's end waits for uploads, and a bucket that does not answer would make that long. */
const LAST_MS = 3_000;

/** A bucket that cannot be reached stops no start: uploads are refused until it can. */
export async function openFiles(
  folder: string,
  bucket: BucketSettings | null,
  log: { warn(fields: Record<string, unknown>, message: string): void },
): Promise<OpenFiles> {
  if (bucket === null)
    return { bytes: await openDiskFiles(folder), ending: () => undefined, close: () => undefined };
  const bytes = await openS3Files(folder, bucket);
  let closed = false;
  let last: NodeJS.Timeout | undefined;
  bytes.check().catch((error: unknown) => {
    if (closed) return;
    log.warn({ why: String(error) }, 'chat files cannot be stored now; see GOALPOST_S3_…');
  });
  return {
    bytes,
    ending() {
      last = setTimeout(() => bytes.close(), LAST_MS).unref();
    },
    close() {
      closed = true;
      clearTimeout(last);
      bytes.close();
    },
  };
}
