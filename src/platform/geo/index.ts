export { countryChoices, isCountry } from './countries.ts';
export { milesBetween, type Point, roundedMiles } from './distance.ts';
export { isWithin, milesTo } from './miles.ts';
export { findPlaces, type NamedPlace } from './place-search.ts';
export { normalisePostcode, postalCountry } from './postcode-form.ts';
export { loadPlaces } from './postcode-table.ts';
export { findPostcode, type Place } from './postcodes.ts';
export { type Region, regionName, US_REGIONS, usRegion } from './regions.ts';
export { isTimeZone, timeZoneOf } from './time-zone.ts';
