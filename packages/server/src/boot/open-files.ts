/** Opens the place where the chat's files are kept, as the settings say. */
import { openDiskFiles, openS3Files, type BucketSettings, type FileBytes } from '../chat/index.ts';

export interface OpenFiles {
  readonly bytes: FileBytes;
  close(): void;
}

/** A bucket that cannot be reached stops no start: uploads are refused until it can. */
export async function openFiles(
  folder: string,
  bucket: BucketSettings | null,
  log: { warn(fields: Record<string, unknown>, message: string): void },
): Promise<OpenFiles> {
  if (bucket === null) return { bytes: await openDiskFiles(folder), close: () => undefined };
  const bytes = await openS3Files(folder, bucket);
  let closed = false;
  bytes.check().catch((error: unknown) => {
    if (closed) return;
    log.warn({ why: String(error) }, 'chat files cannot be stored now; see GOALPOST_S3_…');
  });
  return {
    bytes,
    close() {
      closed = true;
      bytes.close();
    },
  };
}
