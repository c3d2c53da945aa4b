/**
 * The code of the text message that arrives, where the browser may read it (WebOTP, so far Chromium on Android): the last
 * line of the text has to name the page's domain. Undefined: the person types it.
 */
export async function readText(signal: AbortSignal): Promise<string | undefined> {
  if (!('OTPCredential' in window)) return undefined;
  const wanted: WebOtpRequest = { otp: { transport: ['sms'] }, signal };
  try {
    const read = (await navigator.credentials.get(wanted)) as { readonly code?: string } | null;
    return read?.code;
  } catch {
    return undefined; // refused, or no longer wanted
  }
}

/** TypeScript's DOM does not have it. */
interface WebOtpRequest extends CredentialRequestOptions {
  readonly otp: { readonly transport: readonly string[] };
}
