import { verifyAsync } from '@noble/ed25519';

export type VerifyEd25519 = (
  publicKey: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  message: Uint8Array<ArrayBuffer>,
) => Promise<boolean>;

/** By the browser itself. Rejects where it does not know Ed25519 (Chromium before 137, Firefox before 129, Safari before 17). */
export const verifyByBrowser: VerifyEd25519 = async (publicKey, signature, message) => {
  const key = await crypto.subtle.importKey('raw', publicKey, { name: 'Ed25519' }, false, ['verify']);
  return crypto.subtle.verify({ name: 'Ed25519' }, key, signature, message);
};

/** By a library; as strict about odd points and signatures as RFC 8032, so that all browsers agree on what is valid. */
export const verifyByLibrary: VerifyEd25519 = async (publicKey, signature, message) => {
  try {
    return await verifyAsync(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
};

/** True only for a valid signature; anything malformed is false. */
export const verifyEd25519: VerifyEd25519 = async (publicKey, signature, message) => {
  try {
    return await verifyByBrowser(publicKey, signature, message);
  } catch (error) {
    // A browser without Ed25519 says NotSupportedError; any other error is about this key, and the library says no to it.
    return (error as Error).name === 'NotSupportedError' || (error as Error).name === 'DataError'
      ? verifyByLibrary(publicKey, signature, message)
      : false;
  }
};
