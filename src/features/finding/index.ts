// What the finders of circles and of gatherings ask alike: read from an address, asked in a form, said with its way out.
export { AskedFor } from './asked-for.tsx';
export {
  among,
  type CommonFilters,
  leaveOut,
  readCommonFilters,
  writtenDistance,
} from './common-filters.ts';
export {
  Choice,
  CommonChoice,
  DistanceAndAge,
  FreeOnly,
  labelIn,
  NearField,
  spokenCommon,
} from './fields.tsx';
