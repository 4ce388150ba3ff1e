import Table from 'cli-table3';

/** Columns without lines, as other commands of the shell have them. */
const PLAIN = Object.fromEntries(
  [
    'top',
    'top-mid',
    'top-left',
    'top-right',
    'bottom',
    'bottom-mid',
    'bottom-left',
    'bottom-right',
    'left',
    'left-mid',
    'mid',
    'mid-mid',
    'right',
    'right-mid',
    'middle',
  ].map((name) => [name, name === 'middle' ? '  ' : '']),
);

export const printTable = (
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): void => {
  if (rows.length === 0) {
    console.log('None.');
    return;
  }
  const table = new Table({
    head: [...head],
    chars: PLAIN,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  table.push(...rows.map((row) => [...row]));
  console.log(table.toString());
};

/** An ISO date without its fractions. */
export const shortTime = (time: string | null): string => (time === null ? '' : time.replace(/\.\d+Z$/, 'Z'));
