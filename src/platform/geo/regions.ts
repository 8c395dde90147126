/**
 * The regions a US postcode can lie in: states, the district, territories, the freely associated states
 * that share US mail, and military mail. Two-letter codes of the Postal Service.
 */
export interface Region {
  code: string;
  kind: 'state' | 'district' | 'territory' | 'associated' | 'military';
  en: string;
  es: string;
  /** The zone most people there live in: used only where there are no coordinates. Null: no single place. */
  timeZone: string | null;
}

type Row = [code: string, en: string, es: string, zone: string | null];

const EAST = 'America/New_York';
const CENTRAL = 'America/Chicago';
const MOUNTAIN = 'America/Denver';
const PACIFIC = 'America/Los_Angeles';

const STATES: Row[] = [
  ['AL', 'Alabama', 'Alabama', CENTRAL],
  ['AK', 'Alaska', 'Alaska', 'America/Anchorage'],
  ['AZ', 'Arizona', 'Arizona', 'America/Phoenix'],
  ['AR', 'Arkansas', 'Arkansas', CENTRAL],
  ['CA', 'California', 'California', PACIFIC],
  ['CO', 'Colorado', 'Colorado', MOUNTAIN],
  ['CT', 'Connecticut', 'Connecticut', EAST],
  ['DE', 'Delaware', 'Delaware', EAST],
  ['FL', 'Florida', 'Florida', EAST],
  ['GA', 'Georgia', 'Georgia', EAST],
  ['HI', 'Hawaii', 'Hawái', 'Pacific/Honolulu'],
  ['ID', 'Idaho', 'Idaho', 'America/Boise'],
  ['IL', 'Illinois', 'Illinois', CENTRAL],
  ['IN', 'Indiana', 'Indiana', 'America/Indiana/Indianapolis'],
  ['IA', 'Iowa', 'Iowa', CENTRAL],
  ['KS', 'Kansas', 'Kansas', CENTRAL],
  ['KY', 'Kentucky', 'Kentucky', EAST],
  ['LA', 'Louisiana', 'Luisiana', CENTRAL],
  ['ME', 'Maine', 'Maine', EAST],
  ['MD', 'Maryland', 'Maryland', EAST],
  ['MA', 'Massachusetts', 'Massachusetts', EAST],
  ['MI', 'Michigan', 'Michigan', 'America/Detroit'],
  ['MN', 'Minnesota', 'Minnesota', CENTRAL],
  ['MS', 'Mississippi', 'Misisipi', CENTRAL],
  ['MO', 'Missouri', 'Misuri', CENTRAL],
  ['MT', 'Montana', 'Montana', MOUNTAIN],
  ['NE', 'Nebraska', 'Nebraska', CENTRAL],
  ['NV', 'Nevada', 'Nevada', PACIFIC],
  ['NH', 'New Hampshire', 'Nuevo Hampshire', EAST],
  ['NJ', 'New Jersey', 'Nueva Jersey', EAST],
  ['NM', 'New Mexico', 'Nuevo México', MOUNTAIN],
  ['NY', 'New York', 'Nueva York', EAST],
  ['NC', 'North Carolina', 'Carolina del Norte', EAST],
  ['ND', 'North Dakota', 'Dakota del Norte', CENTRAL],
  ['OH', 'Ohio', 'Ohio', EAST],
  ['OK', 'Oklahoma', 'Oklahoma', CENTRAL],
  ['OR', 'Oregon', 'Oregón', PACIFIC],
  ['PA', 'Pennsylvania', 'Pensilvania', EAST],
  ['RI', 'Rhode Island', 'Rhode Island', EAST],
  ['SC', 'South Carolina', 'Carolina del Sur', EAST],
  ['SD', 'South Dakota', 'Dakota del Sur', CENTRAL],
  ['TN', 'Tennessee', 'Tennessee', CENTRAL],
  ['TX', 'Texas', 'Texas', CENTRAL],
  ['UT', 'Utah', 'Utah', MOUNTAIN],
  ['VT', 'Vermont', 'Vermont', EAST],
  ['VA', 'Virginia', 'Virginia', EAST],
  ['WA', 'Washington', 'Washington', PACIFIC],
  ['WV', 'West Virginia', 'Virginia Occidental', EAST],
  ['WI', 'Wisconsin', 'Wisconsin', CENTRAL],
  ['WY', 'Wyoming', 'Wyoming', MOUNTAIN],
];

const DISTRICT: Row[] = [['DC', 'District of Columbia', 'Distrito de Columbia', EAST]];

const TERRITORIES: Row[] = [
  ['AS', 'American Samoa', 'Samoa Americana', 'Pacific/Pago_Pago'],
  ['GU', 'Guam', 'Guam', 'Pacific/Guam'],
  ['MP', 'Northern Mariana Islands', 'Islas Marianas del Norte', 'Pacific/Saipan'],
  ['PR', 'Puerto Rico', 'Puerto Rico', 'America/Puerto_Rico'],
  ['VI', 'U.S. Virgin Islands', 'Islas Vírgenes de EE. UU.', 'America/St_Thomas'],
];

const ASSOCIATED: Row[] = [
  ['FM', 'Federated States of Micronesia', 'Estados Federados de Micronesia', 'Pacific/Pohnpei'],
  ['MH', 'Marshall Islands', 'Islas Marshall', 'Pacific/Majuro'],
  ['PW', 'Palau', 'Palaos', 'Pacific/Palau'],
];

const MILITARY: Row[] = [
  ['AA', 'Armed Forces, the Americas', 'Fuerzas Armadas, América', null],
  ['AE', 'Armed Forces, Europe', 'Fuerzas Armadas, Europa', null],
  ['AP', 'Armed Forces, the Pacific', 'Fuerzas Armadas, el Pacífico', null],
];

const named = (kind: Region['kind'], rows: Row[]): Region[] =>
  rows.map(([code, en, es, timeZone]) => ({ code, kind, en, es, timeZone }));

/** Every region, states first, each kind in alphabetical order of its English name. */
export const US_REGIONS: readonly Region[] = [
  ...named('state', STATES),
  ...named('district', DISTRICT),
  ...named('territory', TERRITORIES),
  ...named('associated', ASSOCIATED),
  ...named('military', MILITARY),
];

const byCode = new Map(US_REGIONS.map((region) => [region.code, region]));

/** The region of a two-letter code ("IL", "il"), or undefined. */
export function usRegion(code: string | null | undefined): Region | undefined {
  return code ? byCode.get(code.toUpperCase()) : undefined;
}

/** A region's name in the reader's language ("Nueva York"); the code itself when it is none of ours. */
export function regionName(code: string, language: string): string {
  const region = usRegion(code);
  if (!region) return code;
  return language.toLowerCase().startsWith('es') ? region.es : region.en;
}
