import { Command } from 'commander';
import { PRODUCT } from '../engine/product.ts';

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

/** Each loads what it needs, which for some is all of the bridge. */
const COMMANDS = {
  deidentify: async () => (await import('./deidentifyCommand.ts')).deidentifyCommand(),
  detect: async () => (await import('./detectCommand.ts')).detectCommand(),
  serve: async () => (await import('./serveCommand.ts')).serveCommand(),
  worker: async () => (await import('./serveCommand.ts')).workerCommand(),
  export: async () => (await import('./exportCommand.ts')).exportCommand(),
  exports: async () => (await import('./exportCommand.ts')).exportsCommand(),
  jobs: async () => (await import('./jobsCommand.ts')).jobsCommand(),
  holds: async () => (await import('./holdsCommand.ts')).holdsCommand(),
  report: async () => (await import('./reportCommand.ts')).reportCommand(),
  verify: async () => (await import('./verifyCommand.ts')).verifyCommand(),
  audit: async () => (await import('./auditCommand.ts')).auditCommand(),
  reidentify: async () => (await import('./reidentifyCommand.ts')).reidentifyCommand(),
  reidentifiers: async () => (await import('./reidentifiersCommand.ts')).reidentifiersCommand(),
  projects: async () => (await import('./projectsCommand.ts')).projectsCommand(),
  keys: async () => (await import('./projectsCommand.ts')).keysCommand(),
} as const satisfies Readonly<Record<string, () => Promise<Command>>>;

const isCommand = (word: string): word is keyof typeof COMMANDS => Object.hasOwn(COMMANDS, word);

/** `pseudonymize` with the command whose name is given, or with all where it is none. */
export const createProgram = async (name = ''): Promise<Command> => {
  const program = new Command('pseudonymize')
    .description('Pseudonymizes DICOM objects and redacts text that is burned into their pixels.')
    .version(PRODUCT.version)
    .addHelpText('after', HELP);
  const loaders = isCommand(name) ? [COMMANDS[name]] : Object.values(COMMANDS);
  for (const load of loaders) program.addCommand(await load());
  return program;
};
