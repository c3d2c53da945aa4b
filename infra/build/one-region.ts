/** Replaces the signer for several regions at once, which no request here needs: the SDK then signs for one, by SigV4. */
export const SignatureV4MultiRegion = { sigv4aDependency: () => 'none' };
