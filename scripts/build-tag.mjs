/** Builds the tag's script; run by `npm run build` under Node 24. */
import { buildTag } from '../packages/tag/build.ts';

await buildTag();
