/** A vendor's widget as its public facts describe it: what owners paste, its script, and what happens in stories. */
export interface StandIn {
  readonly id: string;
  /** Of its goals' identifiers. */
  readonly prefix: string;
  /** Where its script comes from; none: from the site's own host. */
  readonly address?: string;
  /** It shares a global with another stand-in, and needs a page without that. */
  readonly alone?: true;
  /** What owners paste: it runs before all else on the page. */
  readonly stub?: string;
  /**
   * The body of a function that is the vendor's script. It gets `bus`, `event` and `message`, and returns what can
   * happen by name; `heard`, where it is there, says whether someone listens.
   */
  readonly script: string;
  /** What happens, and the endings of the goals that the facts promise for it, in their order. */
  readonly stories: readonly (readonly [happens: string, goals: readonly string[]])[];
}

/** What the scripts of stand-ins are made of; runs before them. */
export const TOOLS = `<script>
window.standIns = {};
window.standIn = (id, script) => {
  const listeners = [];
  const bus = () => {
    const own = {};
    return {
      on(name, fn) { listeners.push(name); (own[name] ||= []).push(fn); },
      say(name, ...args) { for (const fn of own[name] || []) fn(...args); },
    };
  };
  const event = (target, name, detail) => target.dispatchEvent(new CustomEvent(name, { detail }));
  const message = (origin, data) => dispatchEvent(new MessageEvent('message', { origin, data }));
  const acts = script((...args) => { standIns[id].isHeard = () => listeners.length > 0; return bus(...args); }, event, message);
  Object.assign(standIns[id], acts.heard && { isHeard: acts.heard }, { acts });
};
window.tell = (id, story) => {
  for (const name of story.split(' ')) if (name) standIns[id].acts[name]();
};
</script>`;

/** The vendor's script as its host sends it. */
export const scriptOf = ({ id, script }: StandIn): string =>
  `standIns['${id}'] = { isHeard: () => true };standIn('${id}', (bus, event, message) => {${script}});`;
