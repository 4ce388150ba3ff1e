/** A Date (PS3.5 section 6.2): `20230314` → `2023-03-14`. */
const readableDate = (value: string): string => value.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');

/** A Time: `101512.5` → `10:15:12.5`. */
const readableTime = (value: string): string =>
  value.replace(
    /^(\d\d)(\d\d)(?:(\d\d)(\.\d{1,6})?)?$/,
    (_, hours: string, minutes: string, seconds?: string, fraction?: string) =>
      [hours, minutes, ...(seconds === undefined ? [] : [`${seconds}${fraction ?? ''}`])].join(':'),
  );

/** A Date Time: `20230314101512+0100` → `2023-03-14 10:15:12 +0100`. */
const readableDateTime = (value: string): string =>
  value.replace(/^(\d{8})([\d.]*)([+-]\d{4})?$/, (_, date: string, time: string, offset?: string) =>
    [readableDate(date), time && readableTime(time), offset].filter(Boolean).join(' '),
  );

const READERS: Readonly<Record<string, (value: string) => string>> = {
  DA: readableDate,
  TM: readableTime,
  DT: readableDateTime,
};

/** A value of an attribute as one reads it; one that is not as the Standard has it stays as it is. Several are divided by a backslash. */
export const readableValue = (vr: string, value: string): string => {
  const read = READERS[vr];
  return read === undefined
    ? value
    : value
        .split('\\')
        .map((each) => read(each.trim()))
        .join('\\');
};
