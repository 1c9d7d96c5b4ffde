/** What an agent string says of the visitor's device. */
import { parse } from 'bowser';
import { LRUCache } from 'lru-cache';
import { encode } from '../../encode/columns.ts';
import { AGENT_COLUMNS } from '../../encode/agent-columns.ts';
import type { AgentFields, DeviceCategory } from './agent-fields.ts';
import { engineOf } from './engine.ts';
import { BROWSER_NAMES, MORE_BROWSERS, MORE_SYSTEMS, OS_NAMES, TELEVISION } from './names.ts';
import { NO_PHONE, phoneOf } from './phone.ts';

/** As earlier checkpoints keep them: without what is read since. */
export type KeptAgent = Partial<AgentFields> &
  Pick<AgentFields, 'category' | 'browser' | 'browserVersion' | 'os' | 'osVersion'>;

export interface Agent extends AgentFields {
  /** The same as rows hold it: made once, written with every row. */
  readonly encoded: Uint8Array;
}

export function agentOf(kept: KeptAgent): Agent {
  const { engine = '', engineVersion = '', phoneMake = '', phoneModel = '' } = kept;
  const fields = { ...kept, engine, engineVersion, phoneMake, phoneModel };
  return { ...fields, encoded: encode(AGENT_COLUMNS, fields) };
}

/** Longer ones are not sent by browsers, and cost time. */
const MAX_LENGTH = 512;

const UNKNOWN = agentOf({ category: 'desktop', browser: '', browserVersion: '', os: '', osVersion: '' });

export function readAgent(text: string): Agent {
  if (text.trim() === '') return UNKNOWN;
  const agent = text.slice(0, MAX_LENGTH);
  const parsed = parse(agent);
  const [browser, browserVersion] = find(MORE_BROWSERS, agent) ?? [
    rename(BROWSER_NAMES, parsed.browser.name),
    parsed.browser.version,
  ];
  const [os, osVersion] = find(MORE_SYSTEMS, agent) ?? [
    rename(OS_NAMES, parsed.os.name),
    // Windows is known by its own name, not by its kernel's.
    parsed.os.name === 'Windows' ? parsed.os.versionName : parsed.os.version,
  ];
  const category = categoryOf(agent, parsed.platform.type);
  const { vendor, model } = parsed.platform;
  return agentOf({
    category,
    browser,
    browserVersion: short(browserVersion),
    os,
    osVersion: short(osVersion),
    ...engineOf(agent, parsed.engine.name),
    ...(category === 'mobile' || category === 'tablet' ? phoneOf(agent, vendor, model) : NO_PHONE),
  });
}

function find(table: typeof MORE_BROWSERS, agent: string): readonly [string, string] | undefined {
  for (const [word, name] of table) {
    const match = word.exec(agent);
    if (match !== null) return [name, match[1] ?? ''];
  }
  return undefined;
}

function rename(names: Readonly<Record<string, string>>, name: string | undefined): string {
  return name === undefined ? '' : (names[name] ?? name);
}

function short(version: string | undefined): string {
  return version === undefined ? '' : version.split('.', 2).join('.').slice(0, 20);
}

function categoryOf(agent: string, platform: string | undefined): DeviceCategory {
  if (TELEVISION.test(agent)) return 'tv';
  return platform === 'mobile' || platform === 'tablet' || platform === 'tv' ? platform : 'desktop';
}

const REMEMBERED = 10_000;

/** A reader that remembers: visitors share few agent strings, and parsing one takes long. */
export function createAgentReader(): (text: string) => Agent {
  const known = new LRUCache<string, Agent>({ max: REMEMBERED });
  return (text) => {
    let agent = known.get(text);
    if (agent === undefined) {
      agent = readAgent(text);
      known.set(text, agent);
    }
    return agent;
  };
}
