import { ROUTES, StudyReview, type ReviewedRegion } from '@pseudonymize-redact/core/contract';
import type { Product } from '../product.ts';
import { valueOf } from './storedImage.ts';
import type { ViewerPage } from './viewerPage.ts';

const STUDY_INSTANCE_UID = '0020000D';

/** What the bridge keeps of the study of a file, once nothing is on its way any more. */
export const keptRegions = async (
  viewer: ViewerPage,
  product: Product,
  bytes: Uint8Array,
): Promise<readonly ReviewedRegion[]> => {
  await viewer.panel.getByText('Kept', { exact: true }).waitFor();
  const path = ROUTES.review.replace(':study', valueOf(bytes, STUDY_INSTANCE_UID));
  const { entries } = StudyReview.parse(await (await product.get(path)).json());
  return entries.flatMap(({ regions }) => regions);
};

export const drawn = (regions: readonly ReviewedRegion[]): readonly ReviewedRegion[] =>
  regions.filter(({ source }) => source === 'drawn');
