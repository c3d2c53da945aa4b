/** Takes the place of a value about which there is a complaint. */
export const faulty = Symbol('faulty');
export type Faulty = typeof faulty;

/** A config while it is read: any part of it may be faulty. */
export type Draft<T> = { readonly [Part in keyof T]: T[Part] | Faulty };

/** The draft as a config; faulty if any part of it is. */
export const whole = <T extends object>(draft: Draft<T>): T | Faulty => (isWhole(draft) ? draft : faulty);

const isWhole = <T extends object>(draft: Draft<T>): draft is T => !Object.values(draft).includes(faulty);
