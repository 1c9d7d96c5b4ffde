/** The look: neutral greys, one accent, an 8-point grid, 14 px base, borders before shadows. */
import { createTheme, type MantineColorsTuple } from '@mantine/core';

const accent: MantineColorsTuple = [
  '#eef0ff',
  '#dde1fb',
  '#b9c0f4',
  '#97a3f5',
  '#7683e6',
  '#5c69e1',
  '#4453c9',
  '#3a47b0',
  '#323e9d',
  '#28338a',
];
const gray: MantineColorsTuple = [
  '#f7f7f8',
  '#f0f1f3',
  '#e4e5e9',
  '#d3d5db',
  '#b3b6bf',
  '#8b8f9a',
  '#6b6f7a',
  '#4c505a',
  '#32353d',
  '#1b1d22',
];
const dark: MantineColorsTuple = [
  '#e6e7ea',
  '#c3c6ce',
  '#9aa0ac',
  '#727885',
  '#3a3f4a',
  '#2c303a',
  '#1d2027',
  '#16191f',
  '#101216',
  '#0b0d10',
];

export const FONT =
  "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Ubuntu, Cantarell, 'Noto Sans', 'Liberation Sans', Arial, sans-serif";

export const theme = createTheme({
  colors: { accent, gray, dark },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 5 },
  fontFamily: FONT,
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace",
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.3' },
      h2: { fontSize: '1.125rem', lineHeight: '1.4' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // Tinted text on a tinted ground is too faint; the ground says enough.
    Alert: {
      styles: { title: { color: 'var(--gp-text)' }, message: { color: 'var(--gp-text)' } },
      // In the dark the library's own is nearly white, and everything tinted with it grey.
      vars: (_theme: unknown, { color = 'accent' }: { readonly color?: string }) => ({
        root: {
          '--alert-color': `light-dark(var(--mantine-color-${color}-light-color), var(--mantine-color-${color}-5))`,
        },
      }),
    },
  },
});
