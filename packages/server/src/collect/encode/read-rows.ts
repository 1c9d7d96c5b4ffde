/** Binary rows as objects again, by what their header says, where no store is asked. */
import type { BinaryRows } from '../../kit/olap.ts';
import { DAY_MS, utcDay } from '../../kit/dates/calendar-day.ts';

type Read = (from: Cursor) => unknown;

interface Cursor {
  readonly bytes: Buffer;
  at: number;
}

export function readRows<Row>({ bytes, count }: BinaryRows): Row[] {
  if (count === 0) return [];
  const from: Cursor = { bytes, at: 0 };
  const width = lengthAt(from);
  const names = Array.from({ length: width }, () => textAt(from));
  const types = names.map((name) => readerOf(textAt(from), name.endsWith('_id')));
  const rows = Array.from({ length: count }, () =>
    Object.fromEntries(names.map((name, place) => [name, types[place]?.(from)])),
  );
  if (from.at !== bytes.length) throw new Error(`${bytes.length - from.at} bytes follow the last row`);
  return rows as Row[];
}

function take(from: Cursor, size: number): Buffer {
  const taken = from.bytes.subarray(from.at, from.at + size);
  if (taken.length < size) throw new Error('the rows are cut off');
  from.at += size;
  return taken;
}

function lengthAt(from: Cursor): number {
  let value = 0;
  for (let factor = 1; ; factor *= 0x80) {
    const byte = take(from, 1).readUInt8();
    value += (byte & 0x7f) * factor;
    if (byte < 0x80) return value;
  }
}

const textAt = (from: Cursor): string => take(from, lengthAt(from)).toString();

const decimalAt = (from: Cursor): string => String(take(from, 8).readBigUInt64LE());

const PLAIN: Readonly<Record<string, Read>> = {
  UInt8: (from) => take(from, 1).readUInt8(),
  UInt16: (from) => take(from, 2).readUInt16LE(),
  UInt32: (from) => take(from, 4).readUInt32LE(),
  UInt64: (from) => Number(decimalAt(from)),
  Int16: (from) => take(from, 2).readInt16LE(),
  Float32: (from) => Number(take(from, 4).readFloatLE().toPrecision(7)),
  Float64: (from) => take(from, 8).readDoubleLE(),
  Bool: (from) => take(from, 1).readUInt8() === 1,
  Date: (from) => utcDay(take(from, 2).readUInt16LE() * DAY_MS),
  "DateTime('UTC')": (from) => take(from, 4).readUInt32LE(),
  'Decimal(13, 3)': (from) => Number(take(from, 8).readBigInt64LE()) / 1_000,
  String: textAt,
  'LowCardinality(String)': textAt,
};

/** Ids of hits, visits and visitors are decimals: they fit no number. */
function readerOf(type: string, isId = false): Read {
  const inner = /^(Array|Nullable|Tuple)\((.*)\)$/.exec(type);
  if (inner === null) {
    const plain = isId && type === 'UInt64' ? decimalAt : PLAIN[type];
    if (plain === undefined) throw new Error(`the type ${type} is not known`);
    return plain;
  }
  const [, kind, of = ''] = inner;
  if (kind === 'Array') {
    const item = readerOf(of);
    return (from) => Array.from({ length: lengthAt(from) }, () => item(from));
  }
  if (kind === 'Nullable') {
    const value = readerOf(of);
    return (from) => (take(from, 1).readUInt8() === 1 ? null : value(from));
  }
  // Fields of tuples have no commas within their types here.
  const fields = of.split(', ').map((field) => {
    const space = field.indexOf(' ');
    return [field.slice(0, space), readerOf(field.slice(space + 1))] as const;
  });
  return (from) => Object.fromEntries(fields.map(([name, read]) => [name, read(from)]));
}
