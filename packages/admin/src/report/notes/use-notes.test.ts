import type { Annotation } from '@goalpost/contract/notices';
import { expect, it } from 'vitest';
import { marksOf } from './use-notes.ts';

const note = (day: string, text: string): Annotation => ({
  id: text,
  kind: 'own',
  verb: 'made',
  day,
  text,
  author: '',
});
const notes = [note('2026-03-02', 'a'), note('2026-03-02', 'b'), note('2026-03-09', 'c')];
const words = ({ text }: Annotation): string => text;

it('[M109] notes stand at their day, week or first hour, those of one place together', () => {
  const days = ['2026-03-01', '2026-03-02', '2026-03-03'].map((day) => [day, day] as const);
  expect(marksOf(notes, days, words, 'grey')).toEqual([{ index: 1, name: 'a; b', color: 'grey' }]);
  const weeks = [
    ['2026-03-01', '2026-03-01'],
    ['2026-03-02', '2026-03-08'],
    ['2026-03-09', '2026-03-10'],
  ] as const;
  expect(marksOf(notes, weeks, words, 'grey')).toEqual([
    { index: 1, name: 'a; b', color: 'grey' },
    { index: 2, name: 'c', color: 'grey' },
  ]);
  const hours = ['00', '01', '02'].map(
    (hour) => [`2026-03-02 ${hour}:00:00`, `2026-03-02 ${hour}:59:59`] as const,
  );
  expect(marksOf(notes, hours, words, 'grey')).toEqual([{ index: 0, name: 'a; b', color: 'grey' }]);
});
