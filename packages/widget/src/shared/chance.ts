/** Chance and names made of it, also where the page has replaced what browsers have for that. */
import { guard } from './guard.ts';

/** From 0 to below 1; by the clock where the page has taken `Math.random`. */
export const chance = (): number => {
  const given = guard(() => Math.random())() ?? -1;
  return given >= 0 && given < 1 ? given : (Date.now() % 1e3) / 1e3;
};

/** Hexadecimal, two signs a byte; it cannot be guessed where the page has left `crypto` as it is. */
export const newId = (bytes: number): string => {
  const strong = guard(() => crypto.getRandomValues(new Uint8Array(bytes)))();
  let id = '';
  for (let at = 0; at < bytes; at++)
    id += (256 + (((strong?.[at] ?? 0) ^ (chance() * 256)) & 255)).toString(16).slice(1);
  return id;
};
