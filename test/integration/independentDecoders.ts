// Decoders that share no code with the project: dcmtk, and gdcm where it is installed.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const HAS_DCMTK = existsSync('/usr/bin/dcmdjpeg');
export const HAS_GDCM = existsSync('/usr/bin/gdcmconv');
export const HAS_OPENJPEG = existsSync('/usr/bin/opj_decompress');
export const HAS_DCIODVFY = existsSync('/usr/bin/dciodvfy');

const SYNTAX = '1.2.840.10008.1.2';
/** Colours are left as the codestream has them (+cn), so that nothing is rounded. */
const JPEG = ['dcmdjpeg', '+cn', '+te'] as const;
const JPEG_LS = ['dcmdjpls', '+te'] as const;
const JPEG_2000 = ['gdcmconv', '--raw'] as const;

const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  [`${SYNTAX}.5`]: ['dcmdrle', '+te'],
  [`${SYNTAX}.4.50`]: JPEG,
  [`${SYNTAX}.4.51`]: JPEG,
  [`${SYNTAX}.4.57`]: JPEG,
  [`${SYNTAX}.4.70`]: JPEG,
  [`${SYNTAX}.4.80`]: JPEG_LS,
  [`${SYNTAX}.4.81`]: JPEG_LS,
  [`${SYNTAX}.4.90`]: JPEG_2000,
  [`${SYNTAX}.4.91`]: JPEG_2000,
};
const UNCOMPRESSED = ['dcmconv', '+te'] as const;

/** OpenJPEG decodes HTJ2K since 2.5, and shares no code with OpenJPH. */
const isHtJpeg2000 = (transferSyntaxUID: string): boolean => /^\S+\.4\.20[123]$/.test(transferSyntaxUID);

const commandOf = (transferSyntaxUID: string): readonly string[] | null => {
  const command = COMMANDS[transferSyntaxUID];
  if (command !== undefined) return command;
  return transferSyntaxUID.startsWith(`${SYNTAX}.4.`) ? null : UNCOMPRESSED;
};

export type IndependentDecoder = 'dcmtk' | 'gdcm' | 'OpenJPEG';

/** The installed decoders for the Transfer Syntax. */
export const independentDecodersOf = (transferSyntaxUID: string): readonly IndependentDecoder[] => {
  const openJpeg = HAS_OPENJPEG ? (['OpenJPEG'] as const) : [];
  if (isHtJpeg2000(transferSyntaxUID)) return openJpeg;
  const command = commandOf(transferSyntaxUID);
  // gdcm reads neither colour of 16 bits in JPEG 2000 nor a frame in several fragments.
  if (command === JPEG_2000) return HAS_GDCM ? ['gdcm', ...openJpeg] : openJpeg;
  return command !== null && HAS_DCMTK ? ['dcmtk'] : [];
};

const inScratch = <T>(work: (folder: string) => T): T => {
  const folder = mkdtempSync(join(tmpdir(), 'pixels-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** The file in Explicit VR Little Endian, uncompressed by an independent decoder; null where it cannot read the file. */
export const decodedIndependently = (bytes: Uint8Array, transferSyntaxUID: string): Uint8Array | null =>
  inScratch((folder) => {
    const [program = '', ...options] = commandOf(transferSyntaxUID) ?? [];
    const [input, output] = [join(folder, 'in.dcm'), join(folder, 'out.dcm')];
    writeFileSync(input, bytes);
    const { status } = spawnSync(program, [...options, input, output], { stdio: 'ignore' });
    return status === 0 ? new Uint8Array(readFileSync(output)) : null;
  });

/** The samples of a JPEG 2000 or HTJ2K codestream, little endian, one component after the other, as OpenJPEG decodes them. */
export const samplesByOpenJpeg = (codestream: Uint8Array): Uint8Array =>
  inScratch((folder) => {
    const [input, output] = [join(folder, 'in.j2k'), join(folder, 'out.rawl')];
    writeFileSync(input, codestream);
    execFileSync('opj_decompress', ['-i', input, '-o', output], { stdio: 'ignore' });
    return new Uint8Array(readFileSync(output));
  });

/**
 * A codestream by OpenJPEG. `samples`: little endian, one component after the other; `format`: columns, rows, components, bits, `u` or
 * `s`, with commas between.
 */
export const encodedByOpenJpeg = (
  samples: Uint8Array,
  format: string,
  options: readonly string[],
): Uint8Array =>
  inScratch((folder) => {
    const [input, output] = [join(folder, 'in.rawl'), join(folder, 'out.j2k')];
    writeFileSync(input, samples);
    execFileSync('opj_compress', ['-i', input, '-o', output, '-F', format, ...options], { stdio: 'ignore' });
    return new Uint8Array(readFileSync(output));
  });

/** A file that an independent encoder of dcmtk made of an uncompressed one. */
export const encodedIndependently = (
  bytes: Uint8Array,
  program: string,
  options: readonly string[],
): Uint8Array =>
  inScratch((folder) => {
    const [input, output] = [join(folder, 'in.dcm'), join(folder, 'out.dcm')];
    writeFileSync(input, bytes);
    execFileSync(program, [...options, input, output], { stdio: 'ignore' });
    return new Uint8Array(readFileSync(output));
  });

/** The error lines of dciodvfy, without the offsets and values that differ from file to file. */
export const dciodvfyErrors = (bytes: Uint8Array): ReadonlySet<string> =>
  inScratch((folder) => {
    const input = join(folder, 'in.dcm');
    writeFileSync(input, bytes);
    const { stderr } = spawnSync('dciodvfy', [input], { encoding: 'latin1', maxBuffer: 2 ** 26 });
    return new Set(stderr.split('\n').filter((line) => line.startsWith('Error')));
  });
