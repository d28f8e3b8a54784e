import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** A key of 32 bytes, and the name that stands beside what it encrypted. */
export type SealingKey = { id: string; key: Buffer };

/** Encrypts what must not be read from the database file. */
export type Seal = {
  /** `row` is the key of the row, to which the sealed text is bound: moved to another row it cannot be opened. */
  close(text: string, row: string): string;
  /** Throws SealedFast where no key of ours fits, or the text was changed. */
  open(sealed: string, row: string): string;
  /** The id of the key that closes. */
  present: string | undefined;
};

/** Something encrypted cannot be opened; the message says by which key it was closed. */
export class SealedFast extends Error {
  override readonly name = 'SealedFast';
}

/** NIST SP 800-38D: an initialisation vector of 96 bits, drawn anew each time, and the full tag of 128 bits. */
const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** The id of the key that closed something. */
export function keyOf(sealed: string): string {
  return sealed.slice(0, Math.max(0, sealed.indexOf(':')));
}

/** Closes with the first key and opens with all of them, so that a new key may be put before an old one. */
export function createSeal(keys: readonly SealingKey[]): Seal {
  return {
    present: keys[0]?.id,
    close(text, row) {
      const [present] = keys;
      if (!present) throw new SealedFast('there is no key to encrypt with: set ENCRYPTION_KEY');
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, present.key, iv, { authTagLength: TAG_BYTES });
      cipher.setAAD(Buffer.from(row));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `${present.id}:${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64')}`;
    },
    open(sealed, row) {
      const id = keyOf(sealed);
      const content = sealed.slice(id.length + 1);
      const fitting = keys.find((key) => key.id === id);
      if (!fitting) throw new SealedFast(`it was encrypted with the key ${id}, which ENCRYPTION_KEY does not have`);
      const bytes = Buffer.from(content, 'base64');
      try {
        const decipher = createDecipheriv(CIPHER, fitting.key, bytes.subarray(0, IV_BYTES), {
          authTagLength: TAG_BYTES,
        });
        decipher.setAAD(Buffer.from(row));
        decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
        const body = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
        return Buffer.concat([body, decipher.final()]).toString('utf8');
      } catch (error) {
        throw new SealedFast(
          `the key ${id} of ENCRYPTION_KEY does not open it: it is another key, or the row was changed`,
          {
            cause: error,
          },
        );
      }
    },
  };
}
