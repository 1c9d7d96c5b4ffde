/** Opens the records store and brings it up to date, or says in a sentence why that cannot be. */
import { NewerTables } from '../../kit/newer-tables.ts';
import { RecordsUnavailable } from '../../kit/records.ts';
import { migrateRecords, openRecords, type Records } from '../../stores/records/index.ts';
import { CannotStart } from '../cannot-start.ts';

/** @throws CannotStart */
export async function openRecordsStore(settings: {
  readonly dataDir: string;
  readonly databaseUrl: string | null;
}): Promise<Records> {
  const records = await openRecords(settings).catch((error: unknown) => {
    throw new CannotStart(cause(error, settings));
  });
  try {
    await migrateRecords(records);
    return records;
  } catch (error) {
    await records.close();
    throw asCannotStart(error);
  }
}

/** What the system refuses, however deep it is found, is for the operator to know: as `CannotStart`. */
export function asCannotStart(error: unknown): unknown {
  for (let one = error; one instanceof Error; one = one.cause) {
    if (one instanceof RecordsUnavailable || one instanceof NewerTables) return new CannotStart(one.message);
  }
  return error;
}

function cause(
  error: unknown,
  { dataDir, databaseUrl }: { dataDir: string; databaseUrl: string | null },
): string {
  if (error instanceof RecordsUnavailable && error.cause !== undefined)
    return cause(error.cause, { dataDir, databaseUrl });
  const why = error instanceof Error && error.message !== '' ? error.message : codeOf(error);
  if (databaseUrl === null) return `The records database in ${dataDir} cannot be opened: ${why}.`;
  // Not the whole address: it holds a password.
  const { host, pathname } = new URL(databaseUrl);
  return `The database ${host}${pathname} cannot be reached: ${why}. See GOALPOST_DATABASE_URL.`;
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
