import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

const hashOfFile = async (algorithm: string, path: string): Promise<string> => {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
};

/** In hexadecimal. MD5 because Orthanc keeps it of every file: it tells bytes apart here, and nobody is trusted by it. */
export const md5OfFile = (path: string): Promise<string> => hashOfFile('md5', path);

/** In hexadecimal. */
export const sha256OfFile = (path: string): Promise<string> => hashOfFile('sha256', path);
