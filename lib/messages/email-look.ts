import { escapeHtml } from '../html.ts';
import { fill } from '../locales/words.ts';

/** What every mail of a deployment has in common. */
export interface EmailLook {
  readonly brand: string;
  /** `#rrggbb`, readable on the grey behind the code. Undefined: the mail has no colour of yours. */
  readonly color?: string | undefined;
  /** Stands in the place of the brand's name, which is shown where pictures are blocked. */
  readonly logoUrl?: string | undefined;
  /** Where people find help. */
  readonly supportUrl?: string | undefined;
}

/** The parts of the markup that differ between deployments. In the dark, the template's own colour of the code wins. */
export function partsOf({ brand, color, logoUrl, supportUrl }: EmailLook, help: string) {
  const name = escapeHtml(brand);
  return {
    header: logoUrl === undefined ? name : picture(escapeHtml(logoUrl), name),
    color: color === undefined ? '' : `color:${color}`,
    line: color === undefined ? '0' : `4px solid ${color}`,
    help: supportUrl === undefined ? '' : fill(helpLine(escapeHtml(help)), { support: link(escapeHtml(supportUrl)) }),
  };
}

/**
 * Outlook heeds only the attribute. A picture that is wider than a phone is shown whole, and less high. Two lines of a name
 * in its place are as high as it is.
 */
const picture = (url: string, name: string): string =>
  `<img src="${url}" alt="${name}" height="32" style="display:block;height:32px;max-width:100%;object-fit:contain;border:0;font-size:14px;line-height:16px">`;

const helpLine = (words: string): string => `<span style="display:block;padding-top:8px">${words}</span>`;

/** It reads as where it leads, which filters against phishing look at. */
const link = (url: string): string =>
  `<a href="${url}" dir="ltr" style="color:inherit;overflow-wrap:anywhere">${url.replace(/^https:\/\//, '')}</a>`;
