import { getCountries } from 'libphonenumber-js/max';
import { constant, type Module } from './module.ts';

export const countriesModule = (): Module => constant('countries', 'readonly string[]', getCountries());
