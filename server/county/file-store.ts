import { createHash } from 'node:crypto';
import type { Transaction } from '#server/db/database.ts';

/** Size of a chunk: small enough that a backup and the wire never hold a large value. */
const CHUNK_BYTES = 1_048_576;

/** A file of a county: its bytes and what they are. */
export interface FileContent {
  readonly countyCode: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/**
 * Keeps a file in chunks; the same bytes are kept once.
 *
 * @returns its SHA-256 as hexadecimal text
 */
export async function keepFile(trx: Transaction, { countyCode, mediaType, bytes }: FileContent): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known = await trx('file').where({ county_code: countyCode, sha256 }).first('sha256');
  if (known !== undefined) return sha256;
  await trx('file').insert({ county_code: countyCode, sha256, media_type: mediaType, size_bytes: bytes.byteLength });
  for (let start = 0, number = 0; start < bytes.byteLength; start += CHUNK_BYTES, number++) {
    const chunk = Buffer.from(bytes.subarray(start, start + CHUNK_BYTES));
    await trx('file_chunk').insert({ county_code: countyCode, sha256, chunk_number: number, bytes: chunk });
  }
  return sha256;
}

/** Keeps a file whose bytes come one after the other and whose checksum is known; the same bytes are kept once. */
export async function keepSpool(
  trx: Transaction,
  {
    countyCode,
    mediaType,
    spool,
  }: {
    readonly countyCode: string;
    readonly mediaType: string;
    readonly spool: {
      readonly sha256: string;
      readonly byteCount: number;
      readonly chunks: (chunkBytes: number) => AsyncIterable<Uint8Array>;
    };
  },
): Promise<void> {
  const { sha256, byteCount } = spool;
  const key = { county_code: countyCode, sha256 };
  if ((await trx('file').where(key).first('sha256')) !== undefined) return;
  await trx('file').insert({ ...key, media_type: mediaType, size_bytes: byteCount });
  let number = 0;
  for await (const chunk of spool.chunks(CHUNK_BYTES)) {
    await trx('file_chunk').insert({ ...key, chunk_number: number, bytes: Buffer.from(chunk) });
    number += 1;
  }
}

/** A piece of a file from 0; undefined after the last. */
export async function findChunk(
  trx: Transaction,
  { countyCode, sha256, number }: { readonly countyCode: string; readonly sha256: string; readonly number: number },
): Promise<Uint8Array | undefined> {
  const row = await trx('file_chunk')
    .where({ county_code: countyCode, sha256, chunk_number: number })
    .first<{ readonly bytes: Uint8Array } | undefined>('bytes');
  return row?.bytes;
}

/** The bytes of a file; undefined when there is none. */
export async function findFile(
  trx: Transaction,
  { countyCode, sha256 }: { readonly countyCode: string; readonly sha256: string },
): Promise<Uint8Array | undefined> {
  const file = await trx('file').where({ county_code: countyCode, sha256 }).first('size_bytes');
  if (file === undefined) return undefined;
  const chunks: { readonly bytes: Uint8Array }[] = await trx('file_chunk')
    .where({ county_code: countyCode, sha256 })
    .orderBy('chunk_number')
    .select('bytes');
  return Buffer.concat(chunks.map((chunk) => chunk.bytes));
}

/** Removes a file that nothing needs any more; one that holds an elevation grid stays. */
export async function removeFile(
  trx: Transaction,
  { countyCode, sha256 }: { readonly countyCode: string; readonly sha256: string },
): Promise<void> {
  const key = { county_code: countyCode, sha256 };
  if ((await trx('dem').where(key).first('sha256')) !== undefined) return;
  await trx('file_chunk').where(key).delete();
  await trx('file').where(key).delete();
}
