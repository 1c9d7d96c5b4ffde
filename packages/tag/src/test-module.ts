/** For tests: runs a module on a counter that keeps what it would send, without a browser. */
import type { Counter, Methods, Module } from './shared/model.ts';

export interface SentHit {
  readonly kind: string;
  readonly given: unknown;
  readonly url?: string;
  readonly referrer?: string;
}

export interface RunModule {
  readonly counter: Counter;
  readonly methods: Methods;
  readonly sent: SentHit[];
}

export function runModule(
  module: Module,
  { options = {}, methods = {} as Methods }: { options?: object; methods?: Methods } = {},
): RunModule {
  const sent: SentHit[] = [];
  const counter: Counter = {
    ...options,
    _home: 'https://stats.example',
    _visitor: ['1700000000123456789', 1],
    _listed: { id: 5, trackLinks: true },
    _leave: () => undefined,
    _page: () => 'https://shop.example/page',
    _send: (kind, given, url, referrer) =>
      void sent.push({
        kind,
        given,
        ...(url === undefined ? {} : { url }),
        ...(referrer ? { referrer } : {}),
      }),
    _hear: () => undefined,
    _clicked: (event, fits) => (event.composedPath() as HTMLElement[]).find(fits),
    _tell: (scheme, what, given) => counter._send('ar:1:', given, `${scheme}://shop.example/${what}`),
    _tellElement: (scheme, element, more) =>
      counter._tell(scheme, `${(element as { name?: string }).name}${more ?? ''}`),
    _view: (kind, given) => counter._send(kind, given, 'view'),
  };
  const made = module(counter, methods) ?? {};
  return {
    counter,
    methods: made,
    sent,
  };
}
