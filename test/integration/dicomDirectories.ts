// DICOMDIR files by the eyes of programs that share no code with the project: dcmtk and dicom3tools.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Offsets depend on the length of what comes before; writers name the file-set and themselves as they like. */
const OWN = /^\(0002,|^\(0004,(1130|1200|1202|1400|1420)\)/;

/** Every element of every record, in an order of its own: records of the same level may come in any. */
export const recordsOf = (directory: string): readonly string[] =>
  execFileSync('dcmdump', ['--print-all', directory], { encoding: 'utf8' })
    .split(/\(fffe,e000\) na "Directory Record"/)
    .slice(1)
    .map((record) =>
      [...record.matchAll(/^ *(\(.{4},.{4}\)) (..) (.*?) *#/gm)]
        .map(([, tag = '', vr = '', value = '']) => `${tag} ${vr} ${value.startsWith('(Seq') ? '' : value}`)
        .filter((line) => !OWN.test(line) && !line.startsWith('(fffe'))
        .join('\n'),
    )
    .sort();

/** What dcmtk writes of the files in the folder DICOM; it invents values where de-identification has emptied them. */
export const referenceDirectory = (folder: string): string => {
  const reference = mkdtempSync(join(tmpdir(), 'pseudonymize-dicomdir-'));
  const path = join(reference, 'DICOMDIR');
  try {
    execFileSync('dcmgpdir', ['--quiet', '+D', path, '+I', '-Nxc', '+id', folder, '+r', 'DICOM']);
    return path;
  } finally {
    process.once('exit', () => rmSync(reference, { recursive: true, force: true }));
  }
};

export const directoryErrors = (directory: string): readonly string[] =>
  spawnSync('dciodvfy', [directory], { encoding: 'utf8' })
    .stderr.split('\n')
    .filter((line) => line.startsWith('Error'));
