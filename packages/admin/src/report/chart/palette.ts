/** Colours of lines: told apart by colour-blind people, at least 3:1 against the panel in either theme. */
import { useComputedColorScheme } from '@mantine/core';

export const MAX_LINES = 7;

const LIGHT = ['#4453c9', '#c85200', '#00805e', '#a6478f', '#96700a', '#1b7fb0', '#6b6f7a'] as const;
const DARK = ['#8c9bff', '#ff9a57', '#35c79e', '#e08bc9', '#e3b53a', '#5ebcf0', '#a5a9b4'] as const;

export interface Palette {
  line(index: number): string;
  readonly axis: string;
  readonly grid: string;
  readonly text: string;
  readonly panel: string;
}

export function usePalette(): Palette {
  const dark = useComputedColorScheme('light') === 'dark';
  const lines = dark ? DARK : LIGHT;
  return {
    line: (index) => lines[index % lines.length] ?? lines[0],
    axis: dark ? '#9ea4b0' : '#5a5f6b',
    grid: dark ? '#282c35' : '#ececf0',
    text: dark ? '#e6e7ea' : '#1b1d22',
    panel: dark ? '#16191f' : '#ffffff',
  };
}
