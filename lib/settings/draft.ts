/** Stands in place of a value that was complained about. */
export const faulty = Symbol('faulty');
export type Faulty = typeof faulty;

/** A config while it is read: any part of it may be faulty. */
export type Draft<T> = { readonly [Part in keyof T]: T[Part] | Faulty };

/** The draft as a config, unless a part of it is faulty. */
export const whole = <T extends object>(draft: Draft<T>): T | Faulty => (isWhole(draft) ? draft : faulty);

const isWhole = <T extends object>(draft: Draft<T>): draft is T => !Object.values(draft).includes(faulty);
