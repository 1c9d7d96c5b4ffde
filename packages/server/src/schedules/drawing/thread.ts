/** Draws one report and ends: in a thread of its own, since a long table takes seconds. */
import { parentPort, workerData } from 'node:worker_threads';
import type { DrawnReport } from './drawn-report.ts';

/** PNG is drawn of a picture in SVG. */
export type DrawingData =
  | { readonly form: 'pdf'; readonly report: DrawnReport }
  | { readonly form: 'png'; readonly svg: string };

const data = workerData as DrawingData;

async function draw(): Promise<Buffer> {
  if (data.form === 'pdf') return (await import('./pdf.ts')).drawPdf(data.report);
  return (await import('./png.ts')).drawPng(data.svg);
}

parentPort?.postMessage(new Uint8Array(await draw()));
