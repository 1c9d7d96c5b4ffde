/** Brings what reports say of conversations into the analytics store, also what was there before it could. */
import type { FactOutbox, FactSink } from './port.ts';

const AT_ONCE = 1_000;

/** Rows are replaced by their revision, so that what is told twice counts once. */
export async function tellFacts(outbox: FactOutbox, sink: FactSink): Promise<void> {
  for (;;) {
    const facts = await outbox.due(AT_ONCE);
    if (facts.length === 0) return;
    await sink.put(facts);
    // Erased while they were on their way.
    const gone = await outbox.told(facts);
    if (gone.length > 0) await sink.forget(gone);
    if (facts.length < AT_ONCE) return;
  }
}
