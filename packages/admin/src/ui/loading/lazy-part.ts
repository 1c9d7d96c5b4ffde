/** A dialog or a part of a screen that is fetched when it is first drawn. */
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

type PropsOf<Component> = Component extends (props: infer Props) => unknown ? Props : never;

/** @param load the module, by `withWords` where it has words of its own; `name`: what it exports */
export function lazyPart<Module extends Record<string, unknown>, Name extends keyof Module & string>(
  load: () => Promise<Module>,
  name: Name,
): LazyExoticComponent<ComponentType<PropsOf<Module[Name]>>> {
  return lazy(async () => ({
    default: (await load())[name] as ComponentType<PropsOf<Module[Name]>>,
  }));
}
