/** What an agent string may say. */
export type DeviceCategory = 'desktop' | 'mobile' | 'tablet' | 'tv';

/** Empty strings: not known. */
export interface AgentFields {
  readonly category: DeviceCategory;
  readonly browser: string;
  /** Major and minor, e.g. `18.6`. */
  readonly browserVersion: string;
  readonly os: string;
  readonly osVersion: string;
  /** Of the browser; its version has up to four numbers. */
  readonly engine: string;
  readonly engineVersion: string;
  /** Who made the phone or tablet, and which it is. */
  readonly phoneMake: string;
  readonly phoneModel: string;
}
