/** Names of the field that nothing collected here can answer, and why, for the refusal [M50]. */

const REASONS: readonly (readonly [names: RegExp, reason: string])[] = [
  [
    /^(?:age|gender|interest|affinity|man|woman|(?:under|upTo|over)\d+Age)/,
    'age, gender and interests of visitors are not collected',
  ],
  [/^ipAddress/, 'network addresses are not kept [W15]'],
  [
    /(?:Direct|DisplayCampaign|marketSearchPhrase|^(?!product)[a-z_]*Currency$)/i,
    'it is told by an account at an advertising system alone',
  ],
  [/^regionCitySize/, 'files of cities do not tell how large they are'],
  [/^regionDistrict/, 'files of cities do not tell districts'],
  [/^(?:hasAdBlocker|blockedPercentage)/, 'browsers do not tell whether they block advertising'],
  [/^experimentAB/, 'experiments are made and kept by another service'],
  [/^sumPublisher/, 'articles of publishers are not collected'],
];

/** @param name without its prefix, filled or as documents print it; null where the name is simply unknown */
export function unknowable(name: string): string | null {
  const plain = name.replaceAll(/<(\w+)>/g, '$1');
  return REASONS.find(([names]) => names.test(plain))?.[1] ?? null;
}
