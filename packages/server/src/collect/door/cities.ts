/** The owner's own .mmdb with regions and cities: of MaxMind's layout, or of the flat one of ip-location-db. */
import { open as openFile, stat } from 'node:fs/promises';
import { open, type Response } from 'maxmind';
import type { Log } from '../../kit/log.ts';
import { cutText } from '../decode/text.ts';

/** Names in English; empty: not known. */
export interface Locality {
  readonly country: string;
  readonly region: string;
  readonly city: string;
}

const MAX_LENGTH = 100;
/** Kinds of files that have cities say so in their name. */
const HAS_CITIES = /city|enterprise|insights|location/i;

/** @returns null where the file cannot be used */
export async function openCities(
  file: string,
  log: Pick<Log, 'warn'> = { warn() {} },
): Promise<((address: string) => Locality | null) | null> {
  const warn = (why: string): null => {
    log.warn({ file }, `GOALPOST_GEO_DB ${why} Countries are told as before.`);
    return null;
  };
  try {
    const fault = await faultOf(file);
    if (fault !== null) return warn(fault);
    const reader = await open<Response>(file).catch(() => null);
    if (reader === null) return warn('is no whole .mmdb file.');
    const kind = String(reader.metadata.databaseType);
    if (!HAS_CITIES.test(kind)) warn(`is of the kind ${kind.slice(0, 80)}, which may have no cities.`);
    let isWhole = true;
    return (address) => {
      try {
        return localityOf(reader.get(address));
      } catch {
        if (isWhole) warn('is damaged: some addresses in it cannot be read.');
        isWhole = false;
        return null;
      }
    };
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    return warn(UNREADABLE[code] ?? `cannot be read: ${code}.`);
  }
}

const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: 'is not there.',
  EACCES: 'may not be read by the user of this server.',
};

/** Forms in which such files are downloaded, by their first bytes. */
const PACKED: readonly (readonly [string, string])[] = [
  ['1f8b', 'is packed with gzip: unpack it first.'],
  ['504b', 'is packed as zip: unpack it first.'],
];

/** What is wrong before anything of the file is understood; null: nothing yet. */
async function faultOf(path: string): Promise<string | null> {
  // Opening a pipe would wait for a process that writes to it.
  if (!(await stat(path)).isFile()) return 'is no file.';
  const file = await openFile(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    if (bytesRead === 0) return 'is empty.';
    return PACKED.find(([first]) => buffer.toString('hex') === first)?.[1] ?? null;
  } finally {
    await file.close();
  }
}

function localityOf(found: unknown): Locality | null {
  if (!isObject(found)) return null;
  const subdivisions = found['subdivisions'];
  const region = text(found['state1']) || nameOf(Array.isArray(subdivisions) ? subdivisions[0] : undefined);
  const city = text(found['city']) || nameOf(found['city']);
  const country = text(found['country_code']) || isoOf(found['country']);
  return region === '' && city === '' ? null : { country, region, city };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string => (typeof value === 'string' ? cutText(value.trim(), MAX_LENGTH) : '');

function nameOf(part: unknown): string {
  if (!isObject(part)) return '';
  const { names } = part;
  return (isObject(names) ? text(names['en']) : '') || isoOf(part);
}

const isoOf = (part: unknown): string => (isObject(part) ? text(part['iso_code']) : '');
