declare const kind: unique symbol;

/** The digits a person types. */
export type Passcode = string & { readonly [kind]: 'passcode' };
