/** Continents, by the countries on them. */
import type { KnownValues } from '../known-values.ts';
import { fromTable, type Names } from '../shape/words.ts';

const COUNTRIES_OF = {
  africa:
    'AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW',
  antarctica: 'AQ BV GS HM TF',
  asia: 'AE AF AM AZ BD BH BN BT CC CN CX CY GE HK ID IL IN IO IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV MY NP OM PH PK PS QA SA SG SY TH TJ TL TM TR TW UZ VN YE',
  europe:
    'AD AL AT AX BA BE BG BY CH CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA XK',
  north_america:
    'AG AI AW BB BL BM BQ BS BZ CA CR CU CW DM DO GD GL GP GT HN HT JM KN KY LC MF MQ MS MX NI PA PM PR SV SX TC TT US VC VG VI',
  oceania: 'AS AU CK FJ FM GU KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS',
  south_america: 'AR BO BR CL CO EC FK GF GY PE PY SR UY VE',
} as const;

const NAMES: Names = {
  africa: { en: 'Africa', ru: 'Африка' },
  antarctica: { en: 'Antarctica', ru: 'Антарктика' },
  asia: { en: 'Asia', ru: 'Азия' },
  europe: { en: 'Europe', ru: 'Европа' },
  north_america: { en: 'North America', ru: 'Северная Америка' },
  oceania: { en: 'Oceania', ru: 'Океания' },
  south_america: { en: 'South America', ru: 'Южная Америка' },
};

export const continentLabel = fromTable(NAMES);
export const CONTINENT_VALUES: KnownValues = {
  closed: true,
  names: Object.fromEntries(Object.keys(NAMES).map((id) => [id, []])),
};

/** Empty where the country is not known. @param country as SQL */
export function continentSql(country: string): string {
  const cases = Object.entries(COUNTRIES_OF).map(
    ([id, codes]) =>
      `${country} IN (${codes
        .split(' ')
        .map((code) => `'${code}'`)
        .join(', ')}), '${id}'`,
  );
  return `multiIf(${cases.join(', ')}, '')`;
}

export const continentOf = (country: string): string =>
  Object.entries(COUNTRIES_OF).find(([, codes]) => codes.split(' ').includes(country))?.[0] ?? '';
