import { z } from 'zod';

/** Where a secret stands: in a file that its owner only can read (relative to the data folder), or in an environment variable. */
const Secret = z.union([
  z.strictObject({ file: z.string().min(1) }),
  z.strictObject({ variable: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/) }),
]);
export type Secret = z.infer<typeof Secret>;

const Address = z
  .url({ protocol: /^https?$/, error: 'must be an address that begins with http:// or https://' })
  .refine((url) => {
    const { username, password } = new URL(url);
    return username === '' && password === '';
  }, 'must not hold credentials: use login or tokenHeader')
  .transform((url) => url.replace(/\/+$/, ''));

const HTTP_ACCESS = {
  url: Address,
  /** `user:password`, for Basic authentication. */
  login: Secret.optional(),
  /** `Name: value` */
  tokenHeader: Secret.optional(),
};

/** Where a project's copies go. */
export const DestinationSetting = z.discriminatedUnion('kind', [
  /** The Orthanc that the originals are in. */
  z.strictObject({ kind: z.literal('source') }),
  z.strictObject({ kind: z.literal('orthanc'), ...HTTP_ACCESS }),
  /** `url` is the root of the DICOMweb service: the one that `/studies` follows (PS3.18 section 10.5). */
  z.strictObject({ kind: z.literal('stow'), ...HTTP_ACCESS }),
  /** By its name in the source Orthanc's DicomModalities. */
  z.strictObject({ kind: z.literal('dicom-node'), modality: z.string().regex(/^[A-Za-z0-9_.-]{1,64}$/) }),
  /** Relative to the data folder; the same for every worker. */
  z.strictObject({ kind: z.literal('folder'), path: z.string().min(1) }),
  z.strictObject({ kind: z.literal('zip'), path: z.string().min(1) }),
]);
export type DestinationSetting = z.infer<typeof DestinationSetting>;
export type DestinationInput = z.input<typeof DestinationSetting>;
