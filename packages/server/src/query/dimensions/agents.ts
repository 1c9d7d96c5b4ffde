/** Browsers, systems and kinds of device by the names that the field and people have for them. */
import { SYSTEMS_OF_AGENTS } from '../../collect/index.ts';
import { named, type KnownValues } from '../known-values.ts';

/** By number as in the field's exports, and by its names. */
export const DEVICE_VALUES: KnownValues = {
  closed: true,
  names: {
    desktop: ['1', 'PC', 'Desktop', 'Desktops', 'Компьютеры', 'Компьютер'],
    mobile: ['2', 'phone', 'Smartphone', 'Mobile phones', 'Смартфон', 'Телефоны'],
    tablet: ['3', 'Tablet', 'Планшет'],
    tv: ['4', 'TVs', 'TV sets', 'Телевизоры', 'Телевизор', 'Smart TV'],
  },
};

export const SYSTEM_VALUES: KnownValues = {
  closed: true,
  names: named(SYSTEMS_OF_AGENTS, {
    Android: ['Google Android'],
    ChromeOS: ['Chrome OS', 'Google Chrome OS'],
    iOS: ['Apple iOS', 'iPhone OS'],
    Linux: ['GNU/Linux'],
    macOS: ['Mac OS', 'Mac OS X', 'OS X', 'Apple macOS'],
    Windows: ['Microsoft Windows'],
  }),
};

/** There are too many browsers to know all: any other text stands for itself. */
export const BROWSER_VALUES: KnownValues = {
  closed: false,
  names: {
    Chrome: ['Google Chrome', 'Chrome Mobile', 'ChromeMobile'],
    Edge: ['Microsoft Edge', 'EdgeMobile'],
    Firefox: ['Mozilla Firefox', 'Firefox Mobile'],
    'Internet Explorer': ['MSIE', 'Microsoft Internet Explorer'],
    Opera: ['Opera Mobile'],
    'Opera Mini': [],
    Safari: ['Mobile Safari', 'Apple Safari'],
    'Samsung Internet': ['Samsung Browser', 'SamsungBrowser'],
    'UC Browser': ['UCBrowser'],
    Vivaldi: [],
    'Yandex Browser': ['YandexBrowser', 'Яндекс Браузер', 'Яндекс.Браузер', 'Yandex.Browser'],
  },
};
