/** A counter's chat settings: as the owner saved them, with defaults where they said nothing. */
import type { ChatRefusalReason, ChatSettings, ChatTexts, WidgetSettings } from '@goalpost/contract/chat';
import type { CounterDirectory } from '../../collect/index.ts';
import type { Clock } from '../../kit/clock.ts';
import type { FaultLog } from '../../kit/log.ts';
import type { ChatDocuments } from '../port.ts';
import { savedSettings } from './saved-settings.ts';

export interface SettingsBook {
  get(counterId: number): Promise<ChatSettings>;
  save(counterId: number, settings: ChatSettings): Promise<void>;
}

/** How long a change made by another process may go unnoticed. */
const FRESH_MS = 10_000;

export function createSettingsBook(
  documents: ChatDocuments,
  clock: Clock,
  log: Pick<FaultLog, 'warn'>,
): SettingsBook {
  /** By counter, what was said of what it could not keep: said once. */
  const said = new Map<number, string>();

  async function read(counterId: number): Promise<ChatSettings> {
    const { settings, lost } = savedSettings(await documents.read(counterId, 'settings'));
    const why = lost.join('; ');
    if (why !== '' && said.get(counterId) !== why)
      log.warn({ counterId, why }, 'Some of a counter’s chat settings cannot be read; their defaults hold.');
    if (why === '') said.delete(counterId);
    else said.set(counterId, why);
    return settings;
  }

  const known = new Map<number, { readonly settings: Promise<ChatSettings>; readonly until: number }>();
  return {
    get(counterId) {
      const held = known.get(counterId);
      const now = clock.now();
      if (held !== undefined && held.until > now) return held.settings;
      const settings = read(counterId);
      const reading = { settings, until: now + FRESH_MS };
      known.set(counterId, reading);
      settings.catch(() => {
        if (known.get(counterId) === reading) known.delete(counterId);
      });
      return settings;
    },
    async save(counterId, settings) {
      await documents.save(counterId, 'settings', settings);
      known.delete(counterId);
    },
  };
}

export interface OpenChats {
  readonly directory: Pick<CounterDirectory, 'get'>;
  readonly settings: Pick<SettingsBook, 'get'>;
}

/** Why visitors cannot write to a counter's chat; null: they can. */
export async function whyClosed(
  { directory, settings }: OpenChats,
  counterId: number,
): Promise<ChatRefusalReason | null> {
  const config = directory.get(counterId);
  if (config === undefined || config.status === 'Deleted') return 'unknown_counter';
  const { enabled } = await settings.get(counterId);
  return enabled ? null : 'disabled';
}

const BUILT_IN: Readonly<Record<'en' | 'ru', ChatTexts>> = {
  en: {
    title: 'Chat with us',
    greeting: 'Hello! How can we help?',
    offlineText: 'Nobody is here right now. Leave a message and we will answer by e-mail.',
  },
  ru: {
    title: 'Напишите нам',
    greeting: 'Здравствуйте! Чем можем помочь?',
    offlineText: 'Сейчас никого нет на месте. Оставьте сообщение, и мы ответим по почте.',
  },
};

/** @param language e.g. `ru-RU`; the texts of another language are better than none */
export function widgetSettings(settings: ChatSettings, language: string): WidgetSettings {
  const asked = language.slice(0, 2).toLowerCase();
  const texts =
    settings.texts[asked] ?? (asked === 'ru' ? BUILT_IN.ru : (settings.texts['en'] ?? BUILT_IN.en));
  return {
    enabled: settings.enabled,
    color: settings.color,
    side: settings.side,
    ...texts,
    language: asked === '' ? 'en' : asked,
    fields: settings.fields,
    departments: settings.departments.map(({ id, name }) => ({ id, name })),
    operators: settings.operators
      .filter(({ picture }) => picture !== '')
      .map(({ id, name, picture }) => ({ id, name, picture })),
    show: settings.show,
  };
}
