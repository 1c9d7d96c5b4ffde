/** Writes small .mmdb files, for tests: networks of 8 bits, each with what is said of it. */

type Value = string | number | readonly Value[] | { readonly [name: string]: Value };

const RECORD_BITS = 32;

/** @param networks the first number of IPv4 addresses → what the file says of them */
export function mmdb(databaseType: string, networks: Readonly<Record<number, Value>>): Buffer {
  const found = Object.entries(networks);
  const nodes: [number, number][] = [[-1, -1]];
  const values: Buffer[] = [];
  let size = 0;
  for (const [first, value] of found) {
    let node = 0;
    for (let bit = 7; bit >= 0; bit--) {
      const side = ((Number(first) >> bit) & 1) as 0 | 1;
      const [pair, next] = [nodes[node] as [number, number], nodes.length];
      if (bit === 0) pair[side] = -2 - size;
      else if (pair[side] === -1) {
        pair[side] = next;
        nodes.push([-1, -1]);
      }
      node = pair[side];
    }
    const bytes = encode(value);
    values.push(bytes);
    size += bytes.length;
  }
  const tree = Buffer.alloc(nodes.length * 8);
  for (const [place, pair] of nodes.entries()) {
    for (const side of [0, 1] as const) {
      const to = pair[side];
      const record = to === -1 ? nodes.length : to < 0 ? nodes.length + 16 + (-2 - to) : to;
      tree.writeUInt32BE(record, place * 8 + side * 4);
    }
  }
  const metadata = encode({
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: 1_790_000_000,
    database_type: databaseType,
    description: { en: 'Test' },
    ip_version: 4,
    languages: ['en'],
    node_count: nodes.length,
    record_size: RECORD_BITS,
  });
  return Buffer.concat([
    tree,
    Buffer.alloc(16),
    ...values,
    Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1'),
    metadata,
  ]);
}

function encode(value: Value): Buffer {
  if (typeof value === 'string') {
    const bytes = Buffer.from(value);
    return Buffer.concat([control(2, bytes.length), bytes]);
  }
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return Buffer.concat([control(6, 4), bytes]);
  }
  if (Array.isArray(value)) return Buffer.concat([control(11, value.length), ...value.map(encode)]);
  const entries = Object.entries(value);
  return Buffer.concat([
    control(7, entries.length),
    ...entries.flatMap(([name, one]) => [encode(name), encode(one as Value)]),
  ]);
}

function control(type: number, size: number): Buffer {
  const length = size < 29 ? size : 29;
  const bytes = type < 8 ? [(type << 5) | length] : [length, type - 7];
  return Buffer.from(size < 29 ? bytes : [...bytes, size - 29]);
}
