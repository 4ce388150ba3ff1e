export {
  MemorySource,
  concatenate,
  segmentOf,
  segmentsLength,
  type ByteSource,
  type Segment,
} from './byteSource.ts';
export { dictionaryEntry, nameOf, tagOfKeyword, type DictionaryEntry } from './dictionary.ts';
export {
  NO_EDITS,
  type Edit,
  type Edits,
  type NewBytes,
  type NewElement,
  type NewFragments,
  type NewItems,
  type NewValue,
} from './edits.ts';
export { find, type DataElement, type Dataset, type Encoding, type Fragment, type Item } from './element.ts';
export { readPart10, type Deflate, type Part10File } from './part10File.ts';
export { splice, type FileEdits } from './splicer.ts';
export {
  TAG,
  elementOf,
  formatTag,
  groupOf,
  isGroupLength,
  isPrivate,
  isPrivateCreator,
  makeTag,
  type Tag,
} from './tag.ts';
export { transferSyntaxOf, type TransferSyntax } from './transferSyntax.ts';
export {
  hasLongHeader,
  isMultiValuedVR,
  isStringVR,
  paddingOf,
  usesCharacterSet,
  type VR,
} from './valueRepresentation.ts';
export {
  DEFAULT_CHARACTER_SET,
  characterSetOf,
  characterSetOfTerms,
  type CharacterSet,
} from './characterSet.ts';
export { encodeText, textOf, valueVR, valuesOf, type Value } from './text.ts';
export { encodeElement, itemHeader } from './encoder.ts';
export { encodeNumbers, numbersOf } from './numbers.ts';
export { placesOf, walk, type Place, type Visit } from './walk.ts';
