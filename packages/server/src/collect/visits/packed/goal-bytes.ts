/** What a visit keeps for its goals, as bytes: times as distances from the visit's start. */
import type { GoalMemory, StepsTaken } from '../../../goals/index.ts';
import { placeAt, type AwaitedHit } from '../awaited-hits.ts';
import type { Reach } from '../visit.ts';
import type { ByteReader, ByteWriter } from './bytes.ts';

type Moment = Pick<Reach, 'at' | 'second' | 'arrivedAt'>;

const EXACT = 0;
const WHOLE_SECOND = 1;

function writeMoment(writer: ByteWriter, { at, second, arrivedAt }: Moment, startedAt: number): void {
  writer.signed(at - startedAt * 1_000);
  writer.signed(arrivedAt - at);
  writer.number(second === -1 ? EXACT : WHOLE_SECOND);
  if (second !== -1) writer.signed(second - startedAt);
}

function readMoment(reader: ByteReader, startedAt: number): Moment {
  const at = startedAt * 1_000 + reader.signed();
  const arrivedAt = at + reader.signed();
  const second = reader.number() === EXACT ? -1 : startedAt + reader.signed();
  return { at, second, arrivedAt };
}

export function writeReaches(writer: ByteWriter, reaches: readonly Reach[], startedAt: number): void {
  writer.number(reaches.length);
  for (const reach of reaches) {
    writer.number(reach.goalId);
    writeMoment(writer, reach, startedAt);
    writer.text(String(reach.price));
    writer.text(reach.currency);
  }
}

export function readReaches(reader: ByteReader, startedAt: number): Reach[] {
  return Array.from({ length: reader.number() }, () => {
    const goalId = reader.number();
    const { at, second, arrivedAt } = readMoment(reader, startedAt);
    const price = Number(reader.text());
    return { goalId, at, second, arrivedAt, price, currency: reader.text() };
  });
}

export function writeSteps(
  writer: ByteWriter,
  memory: readonly (readonly [goal: string, StepsTaken])[],
  startedAt: number,
): void {
  const from = placeAt(startedAt * 1_000, 0);
  writer.number(memory.length);
  for (const [goal, { mark, taken, waiting }] of memory) {
    writer.number(Number(goal));
    writer.number(mark);
    writer.number(taken.length);
    for (const place of taken) writer.signed(place - from);
    writer.number(waiting.length);
    for (const [step, place] of waiting) {
      writer.number(step);
      writer.signed(place - from);
    }
  }
}

export function readSteps(reader: ByteReader, startedAt: number): GoalMemory {
  const from = placeAt(startedAt * 1_000, 0);
  const memory: Record<string, StepsTaken> = {};
  for (let left = reader.number(); left > 0; left--) {
    const goal = String(reader.number());
    const mark = reader.number();
    const taken = Array.from({ length: reader.number() }, () => from + reader.signed());
    const waiting = Array.from({ length: reader.number() }, (): [number, number] => {
      const step = reader.number();
      return [step, from + reader.signed()];
    });
    memory[goal] = { mark, taken, waiting };
  }
  return memory;
}

export function writeAwaited(writer: ByteWriter, hits: readonly AwaitedHit[], startedAt: number): void {
  const from = placeAt(startedAt * 1_000, 0);
  writer.number(hits.length);
  for (const hit of hits) {
    writer.signed(hit.place - from);
    writeMoment(writer, hit, startedAt);
    writer.text(writtenPrices(hit));
  }
}

export function readAwaited(reader: ByteReader, startedAt: number): AwaitedHit[] {
  const from = placeAt(startedAt * 1_000, 0);
  return Array.from({ length: reader.number() }, () => {
    const place = from + reader.signed();
    const { at, second, arrivedAt } = readMoment(reader, startedAt);
    return { place, at, second, arrivedAt, ...readPrices(reader.text()) };
  });
}

type Prices = Pick<AwaitedHit, 'price' | 'placed'>;

/** Hits that were written without places of prices read as before. */
const writtenPrices = ({ price, placed }: Prices): string => {
  if (placed !== undefined) return JSON.stringify({ price, placed });
  return price === null ? '' : JSON.stringify(price);
};

function readPrices(text: string): Prices {
  if (text === '') return { price: null };
  const read = JSON.parse(text) as AwaitedHit['price'] | Required<Prices>;
  return typeof read === 'object' && read !== null && 'placed' in read ? read : { price: read };
}

export function writeOrders(writer: ByteWriter, orders: readonly number[]): void {
  writer.number(orders.length);
  for (const order of orders) writer.number(order);
}

export function readOrders(reader: ByteReader): number[] {
  return Array.from({ length: reader.number() }, () => reader.number());
}
