import type { Readable } from 'node:stream';
import { json } from 'node:stream/consumers';
import { z } from 'zod';

const MODALITIES_IN_STUDY = '00080061';

/** DICOM JSON: tag in hexadecimal → attribute (PS3.18 annex F). */
const Studies = z.array(z.record(z.string(), z.looseObject({ Value: z.array(z.unknown()).optional() })));

/** Whether a path of the proxy searches for studies (PS3.18 section 10.6). */
export const isStudySearch = (url: string): boolean => /^\/dicom-web\/studies\/?(\?|$)/.test(url);

/**
 * What a search for studies has answered, without Modalities in Study (0008,0061) where it has no value: the viewer shows no list at all
 * where it is there and empty, as it is for one image without a Modality.
 * @throws Error where the answer is not of DICOM JSON
 */
export const listableStudies = async (answer: Readable): Promise<string> => {
  const studies = Studies.parse(await json(answer)).map((study) =>
    Object.fromEntries(
      Object.entries(study).filter(([tag, { Value }]) => tag !== MODALITIES_IN_STUDY || Value !== undefined),
    ),
  );
  return JSON.stringify(studies);
};
