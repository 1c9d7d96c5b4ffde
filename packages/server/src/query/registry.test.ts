/** Reports, names and texts of the contract fit what the server can answer; a misfit is one sentence. */
import { levelsOf, REPORTS as CATALOGUE, type Report } from '@goalpost/contract/reports/catalogue';
import {
  DIMENSIONS as DIMENSION_NAMES,
  METRICS as METRIC_NAMES,
  type Names,
} from '@goalpost/contract/reports/names';
import { enNames } from '@goalpost/contract/reports/names/en';
import { ruNames } from '@goalpost/contract/reports/names/ru';
import { isText } from '@goalpost/contract/reports/search';
import { FILTER_FIELDS } from '@goalpost/contract/reports/filters';
import { describe, expect, it } from 'vitest';
import { DIMENSIONS, METRICS } from './registry.ts';
import { SCOPES } from './scopes/scopes.ts';
import { inScope } from './scopes/test-scopes.ts';

const HOME = 'packages/contract/src/reports';
const dimensions = new Set<string>(DIMENSIONS.map(({ id }) => id));
const metrics = new Set<string>(METRICS.map(({ id }) => id));
/** What a report can have: of visits unless it says otherwise. */
const offeredTo = ({ scope }: Report) => {
  const asked = SCOPES.find(({ prefix }) => prefix === `ym:${scope ?? 's'}:`)?.id ?? 'visits';
  return {
    dimensions: new Set<string>(inScope(asked, DIMENSIONS).map(({ id }) => id)),
    metrics: new Set<string>(inScope(asked, METRICS).map(({ id }) => id)),
  };
};

/** What is wrong with a list of reports, a sentence each. */
function faultsOfReports(reports: readonly Report[]): string[] {
  const seen = new Set<string>();
  return reports.flatMap((report) => {
    const at = `report "${report.id}" (${HOME}/catalogue)`;
    const offered = offeredTo(report);
    const used = [...report.dimensions, ...levelsOf(report).map(({ dimension }) => dimension)];
    const sort = report.sort.replace(/^-/, '');
    const faults = [
      ...(/^[a-z][a-z0-9_]{0,60}$/.test(report.id) ? [] : [`${at} needs an id of small letters and _`]),
      ...(seen.has(report.id) ? [`${at} is listed twice`] : []),
      ...[...new Set(used)]
        .filter((id) => !offered.dimensions.has(id))
        .map((id) => `${at} has the unknown dimension "${id}"`),
      ...report.metrics
        .filter((id) => !offered.metrics.has(id))
        .map((id) => `${at} has the unknown metric "${id}"`),
      ...(used.length === 0 || report.metrics.length === 0 ? [`${at} needs a dimension and a metric`] : []),
      ...(sort === 'name' || report.metrics.some((id) => id === sort)
        ? []
        : [`${at} is sorted by "${sort}", which is none of its metrics`]),
      ...(['en', 'ru'] as const)
        .filter((language) => (report.title[language] ?? '').trim() === '')
        .map((language) => `${at} has no title in ${language}`),
    ];
    seen.add(report.id);
    return faults;
  });
}

type Texts = { readonly [Part in keyof Names]: Readonly<Record<string, string>> };

/** What is wrong with the words of a language, a sentence each. */
function faultsOfNames(language: string, names: Texts): string[] {
  const known = { metric: metrics, metricHelp: metrics, dimension: dimensions, dimensionHelp: dimensions };
  return (['metric', 'metricHelp', 'dimension', 'dimensionHelp'] as const).flatMap((part) => {
    const at = `${part} in ${HOME}/names/${language}.ts`;
    return [
      ...[...known[part]]
        .filter((id) => !names[part][id]?.trim())
        .map((id) => `${at} says nothing of "${id}"`),
      ...Object.keys(names[part])
        .filter((id) => !known[part].has(id))
        .map((id) => `${at} has "${id}", which the server does not know`),
    ];
  });
}

describe('the catalogue', () => {
  it('has only reports that the server can answer, with a title in each language', () => {
    expect(faultsOfReports(CATALOGUE)).toEqual([]);
  });

  const [good] = CATALOGUE;
  it.each([
    [{ dimensions: ['planet'] }, 'has the unknown dimension "planet"'],
    [{ drill: [{ dimension: 'planet' }] }, 'has the unknown dimension "planet"'],
    [{ metrics: ['visits', 'luck'] }, 'has the unknown metric "luck"'],
    [{ metrics: [] }, 'needs a dimension and a metric'],
    [{ sort: '-luck' }, 'is sorted by "luck", which is none of its metrics'],
    [{ title: { en: 'Luck', ru: '' } }, 'has no title in ru'],
    [{ id: 'Good luck' }, 'needs an id of small letters and _'],
  ])('refuses %j', (change, sentence) => {
    const broken = { ...good, ...change } as Report;
    expect(faultsOfReports([broken]).join('\n')).toContain(sentence);
  });

  it('refuses a report that is listed twice', () => {
    expect(faultsOfReports([...CATALOGUE, ...CATALOGUE.slice(0, 1)])).toHaveLength(1);
  });
});

describe('metrics and dimensions', () => {
  it('have a unit, and are those of the server', () => {
    expect(Object.keys(METRIC_NAMES).toSorted()).toEqual([...metrics].toSorted());
    expect([...DIMENSION_NAMES].toSorted()).toEqual([...dimensions].toSorted());
    for (const { id, priced, costed } of METRICS) {
      const { unit } = METRIC_NAMES[id as keyof typeof METRIC_NAMES];
      // A return has prices of both kinds, and is a share.
      const isMoney =
        (priced ?? costed) !== undefined &&
        (priced === undefined || costed === undefined || unit === 'money');
      expect(`${id}: ${unit === 'money'}`).toBe(`${id}: ${isMoney}`);
    }
  });

  it.each([
    ['en', enNames],
    ['ru', ruNames],
  ] as const)('have a name and a sentence of help in %s', (language, names) => {
    expect(faultsOfNames(language, names)).toEqual([]);
    const sentences = [...Object.values(names.metricHelp), ...Object.values(names.dimensionHelp)];
    expect(sentences.filter((help) => !/^[A-ZА-ЯЁ].{8,118}\.$/u.test(help))).toEqual([]);
  });

  it('without words are refused', () => {
    const broken = { ...enNames, metricHelp: { ...enNames.metricHelp, visits: '', luck: 'Luck.' } };
    expect(faultsOfNames('en', broken)).toEqual([
      `metricHelp in ${HOME}/names/en.ts says nothing of "visits"`,
      `metricHelp in ${HOME}/names/en.ts has "luck", which the server does not know`,
    ]);
  });
});

it('[M149] a table is searched by nothing that a pattern cannot choose', () => {
  const texts = DIMENSIONS.filter(
    (dimension) =>
      dimension.kind === 'text' &&
      dimension.known?.closed !== true &&
      dimension.knownOf === undefined &&
      dimension.records === undefined,
  ).map(({ id }) => id);
  expect(DIMENSION_NAMES.filter((id) => isText(id) && !texts.includes(id))).toEqual([]);
});

it.each(FILTER_FIELDS.map((field) => [field.prefix + field.id, field] as const))(
  'a filter of a screen knows what %s is',
  (_name, { id, prefix, kind, named }) => {
    const scope = SCOPES.find((known) => known.prefix === prefix);
    const found = inScope(scope?.id ?? 'visits', DIMENSIONS).find((dimension) => dimension.id === id);
    expect({ kind: found?.kind, named: found?.label !== undefined || found?.known !== undefined }).toEqual({
      kind,
      named,
    });
  },
);
