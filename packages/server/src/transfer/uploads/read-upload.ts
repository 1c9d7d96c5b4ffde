/** Reads an uploaded file of one kind: what each line tells, of whom and when, or its faults [G130]. Pure. */
import {
  MAX_CONVERSION_BYTES,
  MAX_CONVERSION_LINES,
  type ApiErrorItem,
  type ClientIdType,
} from '@goalpost/contract/management';
import { fileFault, MOST_TOLD, readTable } from '../../kit/files/read-table.ts';
import type { GivenPrice } from '../../collect/index.ts';
import { isWrong, MAX_TEXT, momentOf, priceOf } from './cells.ts';
import type { Cells, Told, UploadKind, Wrong } from './kind.ts';
import type { PersonAt } from './port.ts';

export interface UploadedLine extends Told, PersonAt {
  /** null: the goal's own price. */
  readonly price: Exclude<GivenPrice, 'unread'>;
}

export interface ReadUpload {
  readonly lines: number;
  /** Of several of one time, person and key the last. */
  readonly told: readonly UploadedLine[];
}

export interface UploadAbout {
  readonly idType: ClientIdType;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Columns of all kinds; ids in the order in which they are looked at. */
export const ID_COLUMNS = [
  ['CLIENT_ID', 'ClientId'],
  ['USER_ID', 'UserId'],
  ['YCLID', 'Yclid'],
  ['PURCHASE_ID', 'PurchaseId'],
] as const satisfies readonly (readonly [ClientIdType, string])[];
const COMMON = ['DateTime', 'Price', 'Currency'] as const;

const MAX_UINT64 = 2n ** 64n - 1n;

export function readUpload(
  text: string,
  kind: UploadKind,
  about: UploadAbout,
): ReadUpload | readonly ApiErrorItem[] {
  const table = readTable(text, {
    columns: [...ID_COLUMNS.map(([, column]) => column), ...COMMON, ...kind.columns],
    needed: ['DateTime', ...kind.needed],
    mostBytes: MAX_CONVERSION_BYTES,
    mostLines: MAX_CONVERSION_LINES,
  });
  if ('faults' in table) return table.faults;
  const faults: ApiErrorItem[] = [];
  const told = new Map<string, UploadedLine>();
  for (const { number, cells } of table.lines) {
    const line = readLine(cells, kind, about);
    if (isWrong(line)) {
      const { column, why } = line;
      faults.push(fileFault(`file.${number}.${column}`, `line ${number}, ${column}: ${why}`));
      if (faults.length === MOST_TOLD) break;
      continue;
    }
    told.set(JSON.stringify([line.ids, line.at, line.key]), line);
  }
  return faults.length > 0 ? faults : { lines: table.lines.length, told: [...told.values()] };
}

function readLine(cells: Cells, kind: UploadKind, { idType, now }: UploadAbout): UploadedLine | Wrong {
  const at = momentOf(cells, now);
  if (isWrong(at)) return at;
  const price = priceOf(cells);
  if (isWrong(price)) return price;
  const ids = idsOf(cells, idType);
  if (isWrong(ids)) return ids;
  const told = kind.read(cells);
  if (isWrong(told)) return told;
  if (ids.length === 0 && told.isOfNobody !== true)
    return {
      column: ID_COLUMNS.find(([type]) => type === idType)?.[1] ?? 'ClientId',
      why: `the line names no person: one of ${ID_COLUMNS.map(([, column]) => column).join(', ')} is needed`,
    };
  return { ...told, at, price, ids };
}

function idsOf(cells: Cells, first: ClientIdType): PersonAt['ids'] | Wrong {
  const ids: PersonAt['ids'][number][] = [];
  for (const [type, column] of ID_COLUMNS.toSorted(([one], [other]) => rank(one) - rank(other))) {
    const value = cells[column] ?? '';
    if (value === '') continue;
    if (value.length > MAX_TEXT) return { column, why: `at most ${MAX_TEXT} characters are taken` };
    if (type === 'CLIENT_ID' && !isVisitor(value))
      return { column, why: "a visitor's number is needed, as ym(…, 'getClientID') gives it" };
    ids.push({ type, value });
  }
  return ids;

  function rank(type: ClientIdType): number {
    return type === first ? 0 : 1;
  }
}

const isVisitor = (value: string): boolean => /^[1-9]\d{0,19}$/.test(value) && BigInt(value) <= MAX_UINT64;
