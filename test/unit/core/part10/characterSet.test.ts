import { CodedError } from '@pseudonymize-redact/core/errors';
import {
  characterSetOfTerms,
  encodeText,
  MemorySource,
  textOf,
  type VR,
} from '@pseudonymize-redact/core/part10';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const ESC = '\u001B';
/** One character a byte. */
const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const hex = (digits: string): Uint8Array => new Uint8Array(Buffer.from(digits, 'hex'));

const read = (bytes: Uint8Array, terms: readonly string[], vr: VR = 'PN'): string =>
  textOf(
    new MemorySource(bytes),
    { tag: 0x00100010, vr, valueStart: 0, valueEnd: bytes.length },
    characterSetOfTerms(terms),
  );

const write = (text: string, terms: readonly string[], vr: VR = 'PN'): Uint8Array =>
  encodeText(text, characterSetOfTerms(terms), vr);

describe('character sets without code extensions', () => {
  it.each([
    ['', 'Yamada^Tarou', latin('Yamada^Tarou')],
    ['ISO_IR 6', 'Yamada^Tarou', latin('Yamada^Tarou')],
    ['ISO_IR 100', 'Äñ', hex('c4f1')],
    ['ISO_IR 101', 'Łódź', hex('a3f364bc')],
    ['ISO_IR 109', 'Ĥĝ', hex('a6f8')],
    ['ISO_IR 110', 'ąē', hex('b1ba')],
    ['ISO_IR 144', 'Люкс', hex('bbeedae1')],
    ['ISO_IR 127', 'قباني', hex('e2c8c7e6ea')],
    ['ISO_IR 126', 'Διον', hex('c4e9efed')],
    ['ISO_IR 138', 'שרון', hex('f9f8e5ef')],
    ['ISO_IR 148', 'ğİ', hex('f0dd')],
    ['ISO_IR 166', 'กข', hex('a1a2')],
    ['ISO_IR 203', '€Š', hex('a4a6')],
    ['ISO_IR 13', 'ﾔﾏ', hex('d4cf')],
    ['ISO_IR 192', '王é😀', hex('e78e8bc3a9f09f9880')],
    ['GB18030', '王小东€', hex('cdf5d0a1b6aba2e3')],
    ['GBK', '王小东', hex('cdf5d0a1b6ab')],
  ])('reads and writes %s', (term, text, bytes) => {
    expect(read(bytes, [term])).toBe(text);
    expect(write(text, [term])).toEqual(bytes);
  });

  it.each(['ISO IR 100', 'ISO-IR 100', 'ISO_IR_100', 'iso_ir 100', ' ISO_IR 100 '])(
    'takes the spelling "%s"',
    (term) => {
      expect(read(hex('c4'), [term])).toBe('Ä');
    },
  );

  it('reads undeclared bytes as UTF-8 where they are that, else as Latin-1', () => {
    expect(read(hex('4dc3bc6c6c6572'), [])).toBe('Müller');
    expect(read(hex('4dfc6c6c6572'), [])).toBe('Müller');
  });

  it('gives U+FFFD for bytes that mean nothing', () => {
    expect(read(hex('41ff42'), ['ISO_IR 192'])).toBe('A\uFFFDB');
    expect(read(hex('41d242'), ['ISO_IR 126'])).toBe('A\uFFFDB');
  });

  it('writes a letter without diacritics, or a question mark, for what the set has not', () => {
    expect(write('Müller^王', [''])).toEqual(latin('Muller^?'));
    expect(write('Łódź^é', ['ISO_IR 100'])).toEqual(latin('?\u00F3dz^\u00E9'));
  });

  it('never writes a character as a delimiter', () => {
    expect(write('¥1\\2', ['ISO_IR 13'], 'LO')).toEqual(latin('?1\\2'));
    expect(write('¥1\\2', ['ISO 2022 IR 13', 'ISO 2022 IR 87'], 'LO')).toEqual(latin('?1\\2'));
    expect(write('¥1', ['ISO 2022 IR 13', 'ISO 2022 IR 87'], 'LT')).toEqual(latin('\\1'));
  });

  it('leaves VRs alone that Specific Character Set does not govern', () => {
    expect(read(hex('c3a9'), ['ISO_IR 100'], 'LO')).toBe('Ã©');
    expect(read(hex('c3a9'), ['ISO_IR 100'], 'CS')).toBe('é');
    expect(write('é', ['ISO_IR 192'], 'CS')).toEqual(latin('e'));
  });

  it('takes UTF-8, GB18030 and GBK as they are whatever stands beside them', () => {
    expect(read(hex('c3a9'), ['ISO_IR 192', 'ISO 2022 IR 87'])).toBe('é');
  });
});

describe('a backslash inside a character of several bytes', () => {
  it.each([
    ['GB18030', hex('815c5c41'), ['乗', 'A']],
    ['GBK', hex('815c5c41'), ['乗', 'A']],
    ['ISO_IR 13', hex('835c955c5c41'), ['ソ表', 'A']],
  ])('is no delimiter in %s', (term, bytes, values) => {
    expect(read(bytes, [term], 'LO').split('\\')).toEqual(values);
    expect(write(values.join('\\'), [term], 'LO')).toEqual(bytes);
  });

  it('is no delimiter in ISO 2022 IR 87', () => {
    const bytes = latin(`${ESC}$B\u0025\\${ESC}(B\\A`);
    expect(read(bytes, ['', 'ISO 2022 IR 87'], 'LO')).toBe('ボ\\A');
    expect(write('ボ\\A', ['', 'ISO 2022 IR 87'], 'LO')).toEqual(bytes);
  });
});

describe('code extensions', () => {
  const H31 = `Yamada^Tarou=${ESC}$B;3ED${ESC}(B^${ESC}$BB@O:${ESC}(B=${ESC}$B$d$^$@${ESC}(B^${ESC}$B$?$m$&${ESC}(B`;
  const H32 = `\u00D4\u00CF\u00C0\u00DE^\u00C0\u00DB\u00B3=${H31.slice(H31.indexOf('=') + 1).replaceAll('(B', '(J')}`;
  const I2 = `Hong^Gildong=${ESC}$)C\u00FB\u00F3^${ESC}$)C\u00D1\u00CE\u00D4\u00D7=${ESC}$)C\u00C8\u00AB^${ESC}$)C\u00B1\u00E6\u00B5\u00BF`;
  const K2 = `Zhang^XiaoDong=${ESC}$)A\u00D5\u00C5^${ESC}$)A\u00D0\u00A1\u00B6\u00AB=`;

  it.each([
    ['PS3.5 H.3.1', ['', 'ISO 2022 IR 87'], H31, 'Yamada^Tarou=山田^太郎=やまだ^たろう'],
    ['PS3.5 H.3.2', ['ISO 2022 IR 13', 'ISO 2022 IR 87'], H32, 'ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう'],
    ['PS3.5 I.2', ['', 'ISO 2022 IR 149'], I2, 'Hong^Gildong=洪^吉洞=홍^길동'],
    ['PS3.5 K.2', ['', 'ISO 2022 IR 58'], K2, 'Zhang^XiaoDong=张^小东='],
    ['JIS X 0212', ['', 'ISO 2022 IR 87', 'ISO 2022 IR 159'], `${ESC}$(D0!${ESC}(B`, '丂'],
    ['Latin and Cyrillic', ['ISO 2022 IR 100', 'ISO 2022 IR 144'], `\u00E9${ESC}-L\u00BB${ESC}-A`, 'éЛ'],
  ])('reads and writes %s', (_, terms, bytes, text) => {
    expect(read(latin(bytes), terms)).toBe(text);
    expect(write(text, terms)).toEqual(latin(bytes));
  });

  it.each(['^', '=', '\\', '\r', '\n', '\f', '\t'])('begins anew after %j', (delimiter) => {
    const terms = ['ISO 2022 IR 100', 'ISO 2022 IR 144'];
    expect(read(latin(`${ESC}-L\u00BB${delimiter}\u00E9`), terms)).toBe(`Л${delimiter}é`);
    expect(write(`Л${delimiter}é`, terms)).toEqual(latin(`${ESC}-L\u00BB${ESC}-A${delimiter}\u00E9`));
  });

  it('knows that ^ and = delimit in PN only, and the backslash where a VR has several values', () => {
    const terms = ['ISO 2022 IR 100', 'ISO 2022 IR 144'];
    expect(read(latin(`${ESC}-L\u00BB^=\u00BB`), terms, 'LO')).toBe('Л^=Л');
    expect(read(latin(`${ESC}-L\u00BB\\\u00BB`), terms, 'LT')).toBe('Л\\Л');
  });

  it('reads the yen sign of JIS X 0201 where no delimiter can stand', () => {
    expect(read(latin('\\100'), ['ISO 2022 IR 13', 'ISO 2022 IR 87'], 'LT')).toBe('¥100');
    expect(read(latin('1\\2'), ['ISO 2022 IR 13', 'ISO 2022 IR 87'], 'LO')).toBe('1\\2');
  });

  it('reads what writers do without an escape, or with one that is not announced', () => {
    expect(read(latin('\u00B1\u00E8'), ['', 'ISO 2022 IR 149'])).toBe('김');
    expect(read(latin('\u00B1\u00E8'), ['ISO 2022 IR 149'])).toBe('김');
    expect(read(latin(`${ESC}$B;3${ESC}(B`), ['ISO 2022 IR 6'])).toBe('山');
    expect(read(latin('\u00E9'), ['ISO_IR 100', 'ISO_IR 144'])).toBe('é');
  });

  it.each([
    ['an escape that nobody knows', `A${ESC}%GB`, 'A\uFFFDB'],
    ['an escape that is cut off', `A${ESC}`, 'A\uFFFD'],
    ['half a character', `${ESC}$B;`, '\uFFFD'],
    ['a control character in a pair', `${ESC}$B;\n1`, '\uFFFD\n1'],
    ['halves of two tables', `${ESC}$B;\u00B3${ESC}(B\\`, '\uFFFD\uFFFD\\'],
    ['bytes that nothing designates', 'A\u00E9', 'A\uFFFD'],
    ['a hostile run of intermediate bytes', `${ESC}${' '.repeat(200_000)}A`, `\uFFFD${' '.repeat(199_997)}A`],
  ])('gives U+FFFD for %s', (_, bytes, text) => {
    expect(read(latin(bytes), ['', 'ISO 2022 IR 87'], 'LT')).toBe(text);
  });

  it('writes no escape that stands in the text', () => {
    expect(write(`${ESC}$B;3`, ['', 'ISO 2022 IR 87'])).toEqual(latin('?$B;3'));
  });

  it('writes only what is announced', () => {
    expect(write('é山', ['', 'ISO 2022 IR 87'])).toEqual(latin(`e${ESC}$B;3${ESC}(B`));
    expect(write('Л', ['ISO 2022 IR 100'])).toEqual(latin('?'));
  });
});

describe('any bytes in any character set', () => {
  const termLists = fc.oneof(
    fc
      .constantFrom('', 'ISO_IR 100', 'ISO_IR 144', 'ISO_IR 13', 'ISO_IR 192', 'GB18030', 'GBK')
      .map((term) => [term]),
    fc
      .shuffledSubarray([
        '',
        'ISO 2022 IR 13',
        'ISO 2022 IR 100',
        'ISO 2022 IR 87',
        'ISO 2022 IR 159',
        'ISO 2022 IR 149',
      ])
      .filter((terms) => terms.length > 1),
  );
  const pieces = fc.oneof(
    fc.uint8Array({ maxLength: 6 }),
    fc.constantFrom('$B', '$(D', '$)C', '$)A', '(B', '(J', ')I', '-A').map((escape) => latin(ESC + escape)),
  );

  it('are written so that they read the same again', () => {
    fc.assert(
      fc.property(termLists, fc.array(pieces), fc.constantFrom<VR>('PN', 'LO', 'UT'), (terms, parts, vr) => {
        const text = read(Buffer.concat(parts), terms, vr);
        const readable = text.replaceAll('\uFFFD', '?');
        const written = write(readable, terms, vr);
        const again = read(written, terms, vr);
        expect(write(again, terms, vr)).toEqual(written);
      }),
      { seed: 20240229, numRuns: 2000 },
    );
  });
});

describe('an unknown character set', () => {
  it.each([
    [['KOI8-R']],
    [['ISO_IR 999']],
    [['ISO_IR 87']],
    [['', 'ISO 2022 IR 999']],
    [['ISO_IR 100', 'GB18030']],
  ])('refuses %j', (terms) => {
    expect(() => characterSetOfTerms(terms)).toThrow(
      new CodedError('PART10_UNKNOWN_CHARACTER_SET', 'SpecificCharacterSet'),
    );
  });
});
