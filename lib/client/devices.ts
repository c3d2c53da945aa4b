import type { Target } from './types.ts';

/** `localStorage` is one; so are Expo's SecureStore, by its `getItemAsync`, and React Native's AsyncStorage. */
export interface DeviceStorage {
  getItem(name: string): string | null | Promise<string | null>;
  setItem(name: string, value: string): unknown;
}

export interface Devices {
  /** What shows that this device has signed in as this person before. */
  tokenOf(target: Target): Promise<string | undefined>;
  keep(target: Target, token: string): Promise<void>;
}

/**
 * One token for each address or number. Where the browser lets nothing be stored (private windows, a full disk), each
 * sign-in is that of a new device: the service takes it, under the limits of strangers.
 */
export const devicesIn = (storage: () => DeviceStorage | undefined): Devices => ({
  async tokenOf(target) {
    try {
      return (await storage()?.getItem(nameFor(target))) ?? undefined;
    } catch {
      return undefined;
    }
  },
  async keep(target, token) {
    try {
      await storage()?.setItem(nameFor(target), token);
    } catch {
      // as in tokenOf
    }
  },
});

/** SecureStore takes only letters, digits, dots, hyphens and underscores. */
const nameFor = ({ email, phone }: Target): string =>
  `login-code.${(email?.trim().toLowerCase() ?? phone?.replace(/[^+\d]/g, '') ?? '').replace(
    /[^a-z\d.-]/g,
    (character) => `_${character.codePointAt(0)?.toString(16)}`,
  )}`;
