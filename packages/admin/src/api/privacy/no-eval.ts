/**
 * The validator tries once whether it may run text as code. The policy of our pages forbids that, and each browser
 * would report it [A67]. Set before the validator is loaded, which reads it as `z.config({ jitless: true })` would.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
