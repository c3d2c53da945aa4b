/** The sender, named after the brand unless it has a name already. */
export const namedSender = (from: string, brand: string): string =>
  from.includes('<') ? from : `${written(brand)} <${from}>`;

/**
 * A quoted string (RFC 5322) where the characters allow it, otherwise encoded words (RFC 2047): 11 characters, of 4 bytes
 * at most, fit the 75 that one of these may have.
 */
const written = (name: string): string =>
  /^[ !#-[\]-~]+$/.test(name)
    ? `"${name}"`
    : (name.match(/.{1,11}/gu) ?? []).map((part) => `=?UTF-8?B?${Buffer.from(part).toString('base64')}?=`).join(' ');
