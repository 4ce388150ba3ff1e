import type { PatientSex } from '../pseudonyms.ts';

// Made of parts of the project's own: they sound like names, and hardly anybody has them.
const FAMILY_BEGINNINGS =
  'Alder Amber Arbor Birch Bramble Briar Cedar Clover Copper Coral Elder Ember Fallow Feather Fern Flint Frost Hazel Heather Hollow Indigo Juniper Lantern Larch Laurel Linden Maple Marble Meadow Mist Moss Nettle Opal Orchard Pebble Quartz Quill Raven Reed Ripple Rowan Saffron Sedge Slate Sorrel Thistle Umber Velvet Willow Winter'.split(
    ' ',
  );
const FAMILY_ENDINGS =
  'acre bank bloom bourne brook combe crest croft dale fell field ford gate glen grove holm hurst lea march mere mill moor quay reach ridge shaw stead thorpe vale wick'.split(
    ' ',
  );
const GIVEN_BEGINNINGS =
  'Alv Bel Cor Dav Elm Fen Gal Hal Isv Jor Kel Lor Mar Nev Orl Per Quel Ros Sel Tav Ulv Ver Wes Yor Zel'.split(
    ' ',
  );
const GIVEN_ENDINGS: Readonly<Record<PatientSex, readonly string[]>> = {
  F: 'adra ela etta iana inda ira isa ola ora unna'.split(' '),
  M: 'amir ander bert eric helm imund orin rick uin wald'.split(' '),
  O: 'an aven el en ey in is ley on yn'.split(' '),
  '': 'an aven el en ey in is ley on yn'.split(' '),
};
/** In the place of the name's suffix, so that viewers show it and nobody takes the name for a person's. */
const MARK = 'PSEUDONYM';

const pick = (list: readonly string[], bytes: Uint8Array, at: number): string =>
  list[((bytes[at] ?? 0) * 0x100 + (bytes[at + 1] ?? 0)) % list.length] ?? '';

/**
 * A name that nobody has, `Family^Given^^^PSEUDONYM` (PN, PS3.5 section 6.2.1): 1500 family names, 250 given names of each sex.
 *
 * @param hash at least 8 bytes, evenly distributed; the same bytes give the same name
 */
export const fictitiousName = (hash: Uint8Array, sex: PatientSex): string => {
  const family = pick(FAMILY_BEGINNINGS, hash, 0) + pick(FAMILY_ENDINGS, hash, 2);
  const given = pick(GIVEN_BEGINNINGS, hash, 4) + pick(GIVEN_ENDINGS[sex], hash, 6);
  return `${family}^${given}^^^${MARK}`;
};
