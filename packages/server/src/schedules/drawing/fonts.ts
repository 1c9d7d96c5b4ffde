/** The font of drawn reports: Latin and Cyrillic, from a package, so that no system font is needed. */
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);
const file = (name: string): string => resolve(`pdfmake/fonts/Roboto/Roboto-${name}.ttf`);

export const FONT = 'Roboto';

/** Paths of files. */
export const fontFiles = () => ({ normal: file('Regular'), bold: file('Medium') });
