/** A picture of SVG as PNG, without a browser and without fonts of the system. */
import { Resvg } from '@resvg/resvg-js';
import { FONT, fontFiles } from './fonts.ts';

/** Pixels for each unit: sharp on a phone. */
const ZOOM = 2;

export function drawPng(svg: string): Buffer {
  const { normal, bold } = fontFiles();
  const font = { fontFiles: [normal, bold], loadSystemFonts: false, defaultFontFamily: FONT };
  return new Resvg(svg, { font, fitTo: { mode: 'zoom', value: ZOOM } }).render().asPng();
}
