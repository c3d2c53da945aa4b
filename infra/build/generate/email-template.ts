import { readFile } from 'node:fs/promises';
import mjml2html from 'mjml';
import { constant, type Module } from './module.ts';

export async function emailTemplateModule(): Promise<Module> {
  const mjml = await readFile(new URL('../../../lib/messages/email.mjml', import.meta.url), 'utf8');
  const { html } = await mjml2html(mjml, {
    validationLevel: 'strict', // throws
    fonts: {}, // mjml would link web fonts for names such as Roboto
    keepComments: false,
    minify: true,
    minifyOptions: { minifyCss: false }, // needs cssnano; saves little
  });
  return constant('emailTemplate', 'string', html);
}
