import { groupOf, TAG, tagOfKeyword, type Tag } from '../../part10/index.ts';

const tags = (...keywords: readonly string[]): readonly Tag[] =>
  keywords.map((keyword) => {
    const tag = tagOfKeyword(keyword);
    if (tag === undefined) throw new RangeError(keyword);
    return tag;
  });

/** What no Option retains: small copies of the pixels, signatures over what changes, and copies of what was removed. */
const ATTRIBUTES: ReadonlySet<Tag> = new Set([
  ...tags(
    'IconImageSequence',
    'DigitalSignaturesSequence',
    'MACParametersSequence',
    'EncryptedAttributesSequence',
    'OriginalAttributesSequence',
    'EncapsulatedDocument',
  ),
  TAG.DataSetTrailingPadding,
]);

/** Groups 50xx (curves, retired) and 60xx (overlays): graphics that may spell a name. */
const REPEATING_GROUPS: ReadonlySet<number> = new Set([0x50, 0x60]);
/** Commands, File Meta Information and directory records have no place in a Dataset (PS3.5 section 7.1). */
const LAST_GROUP_OUTSIDE_DATASETS = 0x0004;

export const isRemovedAlways = (tag: Tag): boolean =>
  ATTRIBUTES.has(tag) ||
  REPEATING_GROUPS.has(groupOf(tag) >>> 8) ||
  groupOf(tag) <= LAST_GROUP_OUTSIDE_DATASETS;
