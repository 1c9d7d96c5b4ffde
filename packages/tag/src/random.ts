/** A random number from 100,000,000 to 999,999,999: always nine digits. */
export const random = (): number => (1e8 + Math.random() * 9e8) | 0;
