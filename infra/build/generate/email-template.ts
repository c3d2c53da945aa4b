import { readFile } from 'node:fs/promises';
import mjml2html from 'mjml';
import type { Module } from './module.ts';

export async function emailTemplateModule(): Promise<Module> {
  const mjml = await readFile(new URL('../../../lib/messages/email.mjml', import.meta.url), 'utf8');
  const { html } = await mjml2html(mjml, {
    validationLevel: 'strict', // throws
    fonts: {}, // mjml would link web fonts for names such as Roboto
    keepComments: false,
    minify: true,
    minifyOptions: { minifyCss: false }, // needs cssnano; saves little
  });
  return {
    code: `export const emailTemplate = ${once(html.replace(/\n\s*/g, '\n'))};\n`,
    types: 'export declare const emailTemplate: string;\n',
  };
}

/** An expression for the text. Attributes that come again and again stand in it once, since every send loads it. */
function once(html: string): string {
  const values = [...html.matchAll(/="([^"]{12,})"/g)].map(([, value = '']) => value);
  const repeated = [...new Set(values)].filter((value) => values.indexOf(value) !== values.lastIndexOf(value));
  const short = repeated.reduce((rest, value, i) => rest.replaceAll(`="${value}"`, `="{${i}}"`), html);
  return `${JSON.stringify(short)}.replace(/\\{(\\d+)}/g, (_, i) => ${JSON.stringify(repeated)}[i])`;
}
