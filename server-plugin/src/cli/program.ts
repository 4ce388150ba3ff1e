import { Command } from 'commander';
import { PRODUCT } from '../engine/product.ts';
import { auditCommand } from './auditCommand.ts';
import { deidentifyCommand } from './deidentifyCommand.ts';
import { detectCommand } from './detectCommand.ts';
import { exportCommand, exportsCommand } from './exportCommand.ts';
import { holdsCommand } from './holdsCommand.ts';
import { jobsCommand } from './jobsCommand.ts';
import { keysCommand, projectsCommand } from './projectsCommand.ts';
import { reidentifiersCommand } from './reidentifiersCommand.ts';
import { reidentifyCommand } from './reidentifyCommand.ts';
import { reportCommand } from './reportCommand.ts';
import { serveCommand, workerCommand } from './serveCommand.ts';
import { verifyCommand } from './verifyCommand.ts';

const HELP = `
On files, without a server:
  pseudonymize deidentify scans/ copies/
With Orthanc:
  pseudonymize serve                                   # the bridge; PGlite, one process
  pseudonymize worker                                  # more processes, with DATABASE_URL
  pseudonymize export us-2024 --query "Modality=US" --wait
  pseudonymize jobs list --state failed
Completion of the shell: source <(pseudonymize complete bash), which needs the package bash-completion; or zsh, fish, powershell.
Each command has its own --help.`;

/** `pseudonymize` with all its commands. */
export const createProgram = (): Command =>
  new Command('pseudonymize')
    .description('Pseudonymizes DICOM objects and redacts text that is burned into their pixels.')
    .version(PRODUCT.version)
    .addHelpText('after', HELP)
    .addCommand(deidentifyCommand())
    .addCommand(detectCommand())
    .addCommand(serveCommand())
    .addCommand(workerCommand())
    .addCommand(exportCommand())
    .addCommand(exportsCommand())
    .addCommand(jobsCommand())
    .addCommand(holdsCommand())
    .addCommand(reportCommand())
    .addCommand(verifyCommand())
    .addCommand(auditCommand())
    .addCommand(reidentifyCommand())
    .addCommand(reidentifiersCommand())
    .addCommand(projectsCommand())
    .addCommand(keysCommand());
