/** Builds the chat's widget; run by `npm run build` under Node 24. */
import { buildWidget } from '../packages/widget/build.ts';

await buildWidget();
