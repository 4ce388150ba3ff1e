import { readFileSync } from 'node:fs';
import { STORAGE_SOP_CLASS_TABLE } from '@pseudonymize-redact/core/deidentification';
import { dictionaryEntry } from '@pseudonymize-redact/core/part10';
import { describe, expect, it } from 'vitest';
import { ATTRIBUTE_ACTIONS } from '../../../../server-plugin/core/deidentification/standard/attributeActions.ts';
import { attributeType } from '../../../../server-plugin/core/deidentification/standard/attributeType.ts';
import { profileRow } from '../../../../server-plugin/core/deidentification/standard/profileTable.ts';
import { safePrivateElement } from '../../../../server-plugin/core/deidentification/standard/safePrivate.ts';
import { describeWithSharedData, sharedPath } from '../../../sharedData.ts';

const lines = ATTRIBUTE_ACTIONS;

describe('the tables of the Standard', () => {
  it('[DI-01] every row of the table names an attribute of the dictionary by its tag and keyword', () => {
    for (const line of lines) {
      const [tag = '', keyword] = line.split(' ');
      const entry = dictionaryEntry(Number.parseInt(tag.replace(/[(),]/g, ''), 16));
      if (entry !== null) expect(entry.keyword).toBe(keyword);
    }
    expect(lines).toHaveLength(617);
  });

  it('[DI-01] rows give the actions as printed', () => {
    expect(profileRow(0x00080022)).toEqual({
      basic: 'X/Z',
      options: new Map([
        ['retainLongitudinalFullDates', 'K'],
        ['retainLongitudinalModifiedDates', 'C'],
      ]),
    });
    expect(profileRow(0x00100010)).toEqual({ basic: 'Z', options: new Map() });
    expect(profileRow(0x00280010)).toBeUndefined();
  });

  it('[DI-02] Types are those of the IOD, 3 where an attribute is not listed, unknown where the SOP Class is not', () => {
    expect(attributeType('1.2.840.10008.5.1.4.1.1.1', 'ContentDate')).toBe(2);
    expect(attributeType('1.2.840.10008.5.1.4.1.1.1', 'StationName')).toBe(3);
    expect(attributeType('1.2.840.10008.5.1.4.1.1.66.7', 'ContentDate')).toBeUndefined();
  });

  it('[DI-09] safe private elements are found by creator, group and element, in any block', () => {
    expect(safePrivateElement('SIEMENS MR HEADER', 0x0019110c)).toEqual({ vr: 'IS' });
    expect(safePrivateElement('SIEMENS MR HEADER', 0x00191011)).toBeUndefined();
    expect(safePrivateElement('siemens mr header', 0x0019110c)).toBeUndefined();
    expect(safePrivateElement('Philips US Imaging DD 023', 0x200d1045)).toEqual({ vr: null });
  });

  it('[DI-50] the table of SOP Classes has each UID once', () => {
    const uids = STORAGE_SOP_CLASS_TABLE.map(({ uid }) => uid);
    expect(new Set(uids).size).toBe(uids.length);
    expect(uids.length).toBeGreaterThan(200);
  });
});

describeWithSharedData('the tables of the Standard, against their source', () => {
  it('[DI-01] no row of Table E.1-1 is missing but those of repeating groups and private attributes', () => {
    interface Row {
      readonly tag: string;
      readonly keyword: string | null;
      readonly basicProfile: string;
    }
    const { rows } = JSON.parse(readFileSync(sharedPath('data', 'ps315-table-e1-1.json'), 'utf8')) as {
      rows: readonly Row[];
    };
    const missing = rows.filter(
      ({ tag, keyword, basicProfile }) =>
        !lines.some((line) => `${line} `.startsWith(`${tag} ${keyword ?? ''} ${basicProfile} `)),
    );
    expect(missing.map(({ tag }) => tag)).toEqual([
      '(50XX,XXXX)',
      '(60XX,4000)',
      '(60XX,3000)',
      '(GGGG,EEEE) WHERE GGGG IS ODD',
    ]);
  });
});
