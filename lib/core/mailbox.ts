/** How one provider reads addresses: which spellings reach one mailbox. */
interface Provider {
  /** The first takes the place of the others. */
  readonly domains: readonly [string, ...string[]];
  /** Characters that make no difference. */
  readonly ignored?: RegExp;
  /** What follows this character is a tag. `+` is a tag everywhere. */
  readonly tag?: string;
  /** Whether `tag@name.domain` reaches `name@domain`. */
  readonly subdomains?: boolean;
}

const providers: readonly Provider[] = [
  // https://support.google.com/mail/answer/7436150
  { domains: ['gmail.com', 'googlemail.com'], ignored: /\./g },
  // One name at all domains belongs to one person: https://proton.me/support/addresses-and-aliases. Dots, hyphens and
  // underscores make no difference: https://www.sindastra.de/p/1775/protonmail-dots-hyphens-and-underscores
  { domains: ['proton.me', 'protonmail.com', 'protonmail.ch', 'pm.me'], ignored: /[._-]/g },
  // https://support.apple.com/en-us/HT201771
  { domains: ['icloud.com', 'me.com', 'mac.com'] },
  // Domains: https://yandex.com/support/mail/reg.html. That a dot and a hyphen are alike is widely reported.
  {
    domains: ['yandex.ru', 'ya.ru', 'yandex.com', 'yandex.by', 'yandex.kz', 'yandex.ua', 'yandex.com.tr'],
    ignored: /[.-]/g,
  },
  // https://www.fastmail.help/hc/en-us/articles/360060591053
  { domains: ['fastmail.com'], subdomains: true },
  { domains: ['fastmail.fm'], subdomains: true },
  // Disposable addresses: https://help.yahoo.com/kb/SLN16026.html
  ...['yahoo.com', 'yahoo.co.uk', 'yahoo.co.jp', 'yahoo.co.in', 'yahoo.com.br', 'yahoo.de', 'yahoo.es', 'yahoo.fr']
    .concat('yahoo.it', 'ymail.com', 'rocketmail.com')
    .map((domain): Provider => ({ domains: [domain], tag: '-' })),
];

const providerOf = new Map(providers.flatMap((provider) => provider.domains.map((domain) => [domain, provider])));
const withSubdomains = providers.filter(({ subdomains }) => subdomains).map(({ domains: [domain] }) => domain);

/**
 * One spelling for all addresses that reach one mailbox, as far as the large providers tell. It only decides which sends
 * count together: the person keeps the address as it was given.
 */
export function mailboxOf(local: string, domain: string): string {
  const host = withSubdomains.find((host) => domain.endsWith(`.${host}`));
  if (host) return `${domain.slice(0, -host.length - 1).replace(/^.*\./, '')}@${host}`;

  const { domains: [first] = [domain], ignored, tag } = providerOf.get(domain) ?? {};
  const untagged = cutAt(cutAt(local, '+'), tag);
  const name = ignored ? untagged.replace(ignored, '') : untagged;
  return `${name || untagged}@${first}`;
}

/** A mark at the very beginning cuts nothing. */
function cutAt(local: string, mark: string | undefined): string {
  const at = mark === undefined ? -1 : local.indexOf(mark, 1);
  return at === -1 ? local : local.slice(0, at);
}
