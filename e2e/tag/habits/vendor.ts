/** A vendor’s widget as judged from outside: what is public of it, and which goals follow. */
export interface VendorScript {
  readonly id: string;
  /** Of its goals; empty: it makes none. */
  readonly prefix: string;
  /** Of its script; `/…` is on the site's own host. */
  readonly address: string;
  /** What owners paste before the script. */
  readonly snippet?: string;
}

export interface Widget extends VendorScript {
  /** Where its names are another widget's too. */
  readonly alone?: true;
  /** It may keep one listener for each event, which may be the site's: another instance is not listened to. */
  readonly single?: true;
  /**
   * Body of the vendor's script: `bus()` has `on` and `fire`, `queue(list, run)` replays what a stub has kept.
   * It returns what can happen: A opened, B the visitor wrote, C offline message, D the site's side wrote,
   * F contacts given, G rated, H call-back, form, quiz or booking; `up` once the page has been looked at.
   */
  readonly script: string;
  /** Ending of the goal of each letter; B after D is `after`. */
  readonly tells: Readonly<Partial<Record<'A' | 'B' | 'C' | 'F' | 'G' | 'H', string>>>;
  /** Goal of a visitor's message after one of the site's side; none: as if nothing came before. */
  readonly after?: string;
}

export const OPENED = 'Window_opened';
export const STARTED = 'Client_initiate_chat';
export const INVITED = 'Proactive_invitation_accepted';
export const OPERATOR = 'Client_answer_on_agent_request';
export const OFFLINE = 'Offline_message_sent';
export const CONTACT = 'User_gave_contacts_during_chat';
export const RATED = 'Chat_rated';
export const CALLBACK = 'Callback_requested';
export const FORM = 'Form_sent';
export const BOOKED = 'Meeting_booked';

/** Runs before all widgets. By syntax alone: pages replace what scripts are made of. */
export const TOOLS = `
window.widgets = { __proto__: null };
window.bus = () => {
  const lists = { __proto__: null };
  return {
    on(name, run) { const list = lists[name] ||= []; list[list.length] = run; },
    fire(name, a, b) { for (let at = 0, list = lists[name] || []; at < list.length; at++) list[at](a, b); },
  };
};
window.slots = () => {
  const one = { __proto__: null };
  return { on(name, run) { one[name] = run; }, fire(name, a, b) { one[name]?.(a, b); } };
};
window.tell = (target, name, detail) => target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
window.post = (origin, data) => dispatchEvent(new MessageEvent('message', { origin, data }));
window.act = (id, letters, instance = -1) => {
  const all = widgets[id];
  for (let at = 0; at < letters.length; at++) all[instance < 0 ? all.length - 1 : instance][letters[at]]?.();
};
`;

/** The script as its host sends it; each copy on a page is an instance. */
export const bodyOf = ({ id, script }: Widget): string =>
  `{ const all = window.widgets['${id}'] ||= []; all[all.length] = (() => {${script}})(); }`;
