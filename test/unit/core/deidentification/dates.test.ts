import { describe, expect, it } from 'vitest';
import {
  isTime,
  shiftDate,
  shiftDateTime,
} from '../../../../server-plugin/core/deidentification/plan/dates.ts';
import { context, ctElements, deidentified } from './deidentified.ts';

const shift = deidentified(ctElements({})).plan.identity.subject.pseudonym.dateShiftDays;
const FULL_DATES = { name: 'full dates', retainLongitudinalFullDates: true };

describe('moving dates', () => {
  it('[DI-30] by whole days across months, years and leap days', () => {
    expect(shiftDate('20240301', -1)).toBe('20240229');
    expect(shiftDate('20230301', -1)).toBe('20230228');
    expect(shiftDate('20170101', -7)).toBe('20161225');
    expect(shiftDate('2017.01.01', -7)).toBe('2016.12.25');
    expect(shiftDate('00010103', -7)).toBeNull();
  });

  it('[DI-31] of DT, with time of day and offset from UTC as they are', () => {
    expect(shiftDateTime('20170101101500.000000+0200', -7)).toBe('20161225101500.000000+0200');
    expect(shiftDateTime('2017010110', -7)).toBe('2016122510');
    expect(shiftDateTime('20170101-0500', -7)).toBe('20161225-0500');
  });

  it.each([
    '',
    '2017',
    '201701',
    '20171301',
    '20170230',
    '20170101Quennell',
    '20170101-20170201',
    '2017.01.01101500',
  ])('[DI-32] "%s" has no day that can be moved', (value) => {
    expect(shiftDate(value, -7)).toBeNull();
    expect(shiftDateTime(value, -7)).toBeNull();
  });

  it('[DI-32] times are checked to be times', () => {
    expect(['10', '1015', '101500', '101500.25', '10:15:00', '235960'].every(isTime)).toBe(true);
    expect(['24', '1', '101500.', 'noon', ''].some(isTime)).toBe(false);
  });
});

describe('dates of a patient', () => {
  it('[DI-30] all move by the same whole weeks', () => {
    const { value } = deidentified(
      ctElements({
        StudyDate: '20170409',
        AcquisitionDate: '20170410',
        StudyTime: '235959',
        DateOfGainCalibration: '20170101',
      }),
    );
    expect(Math.abs(shift % 7)).toBe(0);
    expect(shift).toBeLessThan(0);
    expect(value('StudyDate')).toBe(shiftDate('20170409', shift));
    expect(value('AcquisitionDate')).toBe(shiftDate('20170410', shift));
    expect(value('DateOfGainCalibration')).toBe(shiftDate('20170101', shift));
    expect(value('StudyTime')).toBe('235959');
  });

  it('[DI-31] a DT and the DA and TM of the same moment still tell the same moment', () => {
    const { value } = deidentified(
      ctElements({
        AcquisitionDateTime: '20170409101500',
        AcquisitionDate: '20170409',
        AcquisitionTime: '101500',
      }),
    );
    expect(value('AcquisitionDateTime')).toBe(
      `${value('AcquisitionDate') ?? ''}${value('AcquisitionTime') ?? ''}`,
    );
  });

  it('[DI-32] what cannot be moved is treated as by the Basic Profile', () => {
    const { value } = deidentified(
      ctElements({
        StudyDate: '2017',
        AcquisitionDate: 'April',
        StudyTime: 'noon',
        DateOfGainCalibration: '2017',
      }),
    );
    expect(value('StudyDate')).toBe('');
    expect(value('AcquisitionDate')).toBeNull();
    expect(value('StudyTime')).toBe('');
    expect(value('DateOfGainCalibration')).toBeNull();
  });

  it('[DI-33] the birth date moves with them', () => {
    const { value } = deidentified(ctElements({ PatientBirthDate: '19570113' }));
    expect(value('PatientBirthDate')).toBe(shiftDate('19570113', shift));
  });

  it('[DI-33] the birth date of a person older than 89 years tells an age of 90', () => {
    const { value } = deidentified(ctElements({ PatientBirthDate: '19160113' }));
    const year = Number(value('StudyDate')?.slice(0, 4)) - 90;
    expect(value('PatientBirthDate')).toBe(`${year}0101`);
  });

  it('[DI-33] without a day of examination the birth date is emptied', () => {
    const { value } = deidentified(ctElements({ PatientBirthDate: '19570113', StudyDate: '' }));
    expect(value('PatientBirthDate')).toBe('');
  });

  it('[DI-34] full dates stay as they are, the birth date does not', () => {
    const { value } = deidentified(
      ctElements({ StudyDate: '20170409', PatientBirthDate: '19570113', AcquisitionDate: 'April' }),
      context(FULL_DATES),
    );
    expect(value('StudyDate')).toBe('20170409');
    expect(value('PatientBirthDate')).toBe('');
    expect(value('AcquisitionDate')).toBeNull();
    expect(value('LongitudinalTemporalInformationModified')).toBe('UNMODIFIED');
  });

  it('[DI-35] without either Option dates are removed, emptied or dummies', () => {
    const { value } = deidentified(
      ctElements({ StudyDate: '20170409', AcquisitionDate: '20170409', DateOfGainCalibration: '20170101' }),
      context({ name: 'basic' }),
    );
    expect(value('StudyDate')).toBe('');
    expect(value('AcquisitionDate')).toBeNull();
    expect(value('DateOfGainCalibration')).toBe('19000101');
    expect(value('LongitudinalTemporalInformationModified')).toBe('REMOVED');
  });

  it('[DI-30] modified dates leave no date of a device unmodified', () => {
    const { value } = deidentified(
      ctElements({ DateOfLastDetectorCalibration: '20170101' }),
      context({ name: 'devices', retainDeviceIdentity: true, retainLongitudinalModifiedDates: true }),
    );
    expect(value('DateOfLastDetectorCalibration')).toBe(shiftDate('20170101', shift));
  });
});
