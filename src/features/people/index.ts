// The door of her people: those who carry her, with or without an account of their own.
export { type About, herPeople, KINS, type Kin, type Person, personOf } from './person.ts';
