import { Option } from 'commander';

/** Of commands that work on files of the data folder, without a bridge. */
export const dataOption = (): Option =>
  new Option('--data <folder>', 'the data folder').env('PSEUDONYMIZE_DATA').default('.data');
