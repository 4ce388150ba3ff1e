// The command `pseudonymize`: one file of this folder for each of its commands.
import { Command } from 'commander';
import { PRODUCT } from '../engine/product.ts';
import { deidentifyCommand } from './deidentifyCommand.ts';
import { detectCommand } from './detectCommand.ts';
import { serveCommand, workerCommand } from './serveCommand.ts';

await new Command('pseudonymize')
  .description('Pseudonymizes DICOM objects and redacts text that is burned into their pixels.')
  .version(PRODUCT.version)
  .addCommand(deidentifyCommand())
  .addCommand(detectCommand())
  .addCommand(serveCommand())
  .addCommand(workerCommand())
  .parseAsync();
