/** What pages replace among the built-ins, by syntax alone: maps and sets are objects and lists here. */

type Named<Value> = Record<string, Value>;

/** An object for values by name, whatever the page has added to all objects. */
export const named = <Value>(from?: object): Named<Value> => ({ __proto__: null, ...from }) as never;

/** Own names. */
export const namesOf = (object: object): string[] => {
  const names: string[] = [];
  for (const name in named(object)) names[names.length] = name;
  return names;
};

export const valuesOf = <Value>(object: Named<Value>): Value[] =>
  namesOf(object).map((name) => object[name] as Value);

export const assign = (to: object, from: object): void => {
  for (const name of namesOf(from)) (to as Named<unknown>)[name] = (from as Named<unknown>)[name];
};

/** Each once. */
export const unique = <One>(list: readonly One[]): One[] =>
  list.filter((one, at) => list.indexOf(one) === at);
