/** A file of JavaScript in `lib/generated`, and the declarations beside it. */
export interface Module {
  readonly code: string;
  readonly types: string;
}

export const constant = (name: string, type: string, value: unknown): Module => ({
  code: `export const ${name} = ${JSON.stringify(value)};\n`,
  types: `export declare const ${name}: ${type};\n`,
});
