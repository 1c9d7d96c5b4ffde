/** Serves the tag's script: composed for the counters that its address names, whole without, and at one that never changes. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { modulesTogether } from '@goalpost/contract/consent';
import type { TagModule } from '@goalpost/contract/tag-modules';
import type { OtherChatNote } from '@goalpost/contract/collection';
import type { PickerStart } from '@goalpost/contract/picker';
import { addPickerFile, type PickerDoor } from './picker-file.ts';
import { FOR_EVER, HOUR, OWN_HOUR, SCRIPT_OPTIONS, scriptHandler } from './script-file.ts';

/** The built tag. */
export interface TagBuild {
  /** What an address without a counter gives. */
  readonly script: Buffer;
  /** Version and hash of this build, as in `/tag/<name>.js`, e.g. `v0.1.0-3f2a9c`. */
  readonly name: string;
  /** As a tag of this build names it when it asks for modules. */
  readonly build: string;
  /** The script with these modules, which read prices at these places of the page. */
  compose(modules: readonly TagModule[], places: readonly string[]): string;
  /** What looks for other vendors' chats, with a counter's choices. */
  composeChats(site: SiteChats): string;
  /** What is fetched for a vendor that was seen, and what hears all; nothing where there is no such vendor. */
  chatPart(name: string): string | undefined;
  /** What picks forms and buttons on the page. */
  picker(start: PickerStart): string;
  /** These alone, to be imported by a tag of this build. */
  composeModules(modules: readonly TagModule[], places: readonly string[]): string;
}

/** What a counter's owner has chosen about other vendors' chats. */
export interface SiteChats {
  readonly off: readonly string[];
  readonly own?: readonly (readonly [
    by: 'click' | 'message' | 'data-layer',
    what: string,
    goal: string,
    host: string,
  ])[];
  readonly hand?: readonly string[];
}

export interface OtherChats {
  siteOf(counterId: number): Promise<SiteChats>;
  /** Hears that a page of the counter has seen the vendor. */
  seen(counterId: number, vendor: string): void;
  /** Hears that a page of the counter has ignored something odd of a vendor's chat [W74]. */
  odd(counterId: number, what: OtherChatNote): void;
}

/** What a counter's tag is made of; nothing where there is no such counter. */
export type TagModulesOf = (
  counterId: number,
  address: string,
) => Promise<{
  readonly modules: readonly TagModule[];
  readonly byCountry: boolean;
  /** Of prices on the page [G85]; absent: none. */
  readonly places?: readonly string[];
}>;

/** What the scripts ask of the rest of the server. */
export interface TagDoors {
  /** What the tag of a counter is made of; the core alone unless this says otherwise. */
  readonly tagModulesOf?: TagModulesOf;
  /** What owners have chosen about other vendors' chats; all are listened to unless this says otherwise. */
  readonly otherChats?: OtherChats;
  /** What pages may ask that a picker's link has opened. */
  readonly picker?: PickerDoor;
}

/** Where the original has had its script, over the years: owners change the host of what they have pasted [W30]. */
const FOLDERS = ['', '/metrika', '/resource'];
const NAMES = ['tag', 'watch'].flatMap((name) => ['', '_ww', '_debug'].map((kind) => `${name}${kind}.js`));

/** Combinations that stand ready; there are few, since few owners use the switches. */
const MAX_READY = 128;
const MAX_COUNTERS = 32;
const OTHER_BUILD = 'export default{}';
const NO_CHOICES: SiteChats = { off: [] };

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

export function addTagFiles(
  app: FastifyInstance,
  tag: TagBuild,
  {
    tagModulesOf: modulesOf = async () => ({ modules: [], byCountry: false }),
    otherChats: chats,
    picker,
  }: TagDoors,
): void {
  if (picker) addPickerFile(app, tag.picker, picker);
  const whole = scriptHandler(tag.script);
  const ready = new LRUCache<string, Handler>({ max: MAX_READY });
  /** Made and compressed once for each text. */
  const handlerOf = (key: string, make: () => string, age = HOUR): Handler => {
    const known = ready.get(`${age} ${key}`);
    if (known !== undefined) return known;
    const handler = scriptHandler(Buffer.from(make()))(age);
    ready.set(`${age} ${key}`, handler);
    return handler;
  };
  const serve: Handler = async (request, reply) => {
    const { id, modules: build } = request.query as Readonly<Record<string, unknown>>;
    const counters = countersIn(id);
    if (counters.length === 0) return whole(HOUR)(request, reply);
    const made = await Promise.all(counters.map((counter) => modulesOf(counter, request.ip)));
    const modules = modulesTogether(made.map((one) => one.modules));
    const places = [...new Set(made.flatMap((one) => one.places ?? []))].toSorted();
    const key = places.length === 0 ? modules.join() : `${modules.join()} ${JSON.stringify(places)}`;
    // What differs by country is for one browser to keep, not for what stands between.
    const age = made.some(({ byCountry }) => byCountry) ? OWN_HOUR : HOUR;
    if (build === undefined) return handlerOf(key, () => tag.compose(modules, places), age)(request, reply);
    // Kept from before an update, it has other names for what modules need of it.
    if (build !== tag.build) return handlerOf('!', () => OTHER_BUILD)(request, reply);
    return handlerOf(`!${key}`, () => tag.composeModules(modules, places), age)(request, reply);
  };

  // Before `/tag/<name>.js`, which is another.
  app.get('/tag/chats.js', SCRIPT_OPTIONS, async (request, reply) => {
    const [counterId] = countersIn((request.query as Readonly<Record<string, unknown>>)['id']);
    const site = counterId === undefined ? NO_CHOICES : await (chats?.siteOf(counterId) ?? NO_CHOICES);
    return handlerOf(`chats ${JSON.stringify(site)}`, () => tag.composeChats(site))(request, reply);
  });
  app.get('/tag/chats/:file', SCRIPT_OPTIONS, async (request, reply) => {
    const name = /^([a-z0-9-]{1,40})\.js$/.exec((request.params as { file: string }).file)?.[1] ?? '';
    const text = tag.chatPart(name);
    if (text === undefined) return reply.callNotFound();
    const [counterId] = countersIn((request.query as Readonly<Record<string, unknown>>)['id']);
    const what = /^odd-(.+)$/.exec(name)?.[1] as 'object' | 'origin' | 'value' | undefined;
    if (what !== undefined) {
      if (counterId !== undefined) chats?.odd(counterId, `chat_${what}`);
      // Kept, it would be asked for no more, and not be counted.
      return handlerOf(`chat ${name}`, () => text, 'no-store')(request, reply);
    }
    if (counterId !== undefined) chats?.seen(counterId, name);
    return handlerOf(`chat ${name}`, () => text)(request, reply);
  });
  for (const folder of FOLDERS) for (const name of NAMES) app.get(`${folder}/${name}`, SCRIPT_OPTIONS, serve);
  app.get(`/tag/${tag.name}.js`, SCRIPT_OPTIONS, whole(FOR_EVER));
}

function countersIn(id: unknown): number[] {
  if (typeof id !== 'string') return [];
  return id
    .split(',', MAX_COUNTERS)
    .filter((one) => /^\d{1,10}$/.test(one))
    .map(Number);
}
