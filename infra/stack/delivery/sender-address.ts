/** The address in `login@example.com` or `Acme <login@example.com>`. */
export const addressIn = (from: string): string => /<([^<>]+)>$/.exec(from)?.[1] ?? from;

/** What stands after the @, or all of it where there is none. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/**
 * The domain that SES has to know for this sender. Undefined if it would not cover the sender: SES takes mail from an
 * identity's own domain and from all below it.
 */
export function senderDomainOf(from: string, identity?: string): string | undefined {
  const own = domainOf(addressIn(from)).toLowerCase();
  const domain = identity?.toLowerCase() ?? own;
  return own === domain || own.endsWith(`.${domain}`) ? domain : undefined;
}
