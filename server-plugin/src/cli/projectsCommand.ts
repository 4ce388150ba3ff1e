import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Project, ROUTES } from '@pseudonymize-redact/core/contract';
import { Command } from 'commander';
import { z } from 'zod';
import { addProject, initializeProjects } from '../projects/projectFile.ts';
import { openProjects } from '../projects/projectRegistry.ts';
import { askBridge, bridgeCommand, tellingErrors, type BridgeOptions } from './bridgeCommand.ts';
import { dataOption } from './dataOption.ts';
import { destinationWith, parseDestination, parseSecret } from './destinationOption.ts';
import { examples } from './examples.ts';
import { printTable } from './printTable.ts';

interface AddOptions {
  readonly data: string;
  readonly json: boolean;
  readonly name: string;
  readonly profile?: string;
  readonly destination: ReturnType<typeof parseDestination>;
  readonly destinationLogin?: ReturnType<typeof parseSecret>;
}

/** `pseudonymize projects list|add`. */
export const projectsCommand = (): Command => {
  const projects = new Command('projects')
    .description(
      'A project has a key, a profile, a destination and its rules: the same patient has another pseudonym in each.',
    )
    .addHelpText(
      'after',
      examples(
        ['which are there?', 'projects'],
        [
          'one of its own for a trial, whose copies go into a folder',
          'projects add trial-7 --name "Trial 7" --destination folder:/srv/trial-7',
        ],
      ),
    );
  projects.addCommand(
    bridgeCommand('list')
      .description('The projects of the bridge that runs.')
      .action((options: BridgeOptions) =>
        askBridge(
          options,
          (bridge) => bridge.get(ROUTES.projects, z.array(Project)),
          (list) =>
            printTable(
              ['PROJECT', 'PROFILE', 'DESTINATION', 'NAME'],
              list.map(({ id, profile, destination, name }) => [id, profile, destination, name]),
            ),
        ),
      ),
    { isDefault: true },
  );
  projects.addCommand(
    new Command('add')
      .description(
        'Adds a project with a key of its own to projects.json. A bridge that runs takes notice at once, and its audit within seconds.',
      )
      .argument('<id>', 'small letters, digits and dashes')
      .requiredOption('--name <name>', 'as people call it')
      .option('--profile <name|file>', 'a preset, or a JSON file in the data folder')
      .option(
        '--destination <kind:detail>',
        'where copies go: source, orthanc:URL, stow:URL, dicom-node:NAME (of a modality of Orthanc), folder:PATH, zip:PATH',
        parseDestination,
        { kind: 'source' } as const,
      )
      .option(
        '--destination-login <place>',
        'where user:password for its address stands: file:PATH or variable:NAME',
        parseSecret,
      )
      .addOption(dataOption())
      .option('--json', 'prints JSON, for scripts', false)
      .action((id: string, { data, name, profile, json, destination, destinationLogin }: AddOptions) =>
        tellingErrors(async () => {
          initializeProjects(data);
          addProject(resolve(data), {
            id,
            name,
            keyFile: `keys/${id}.key`,
            destination: destinationWith(destination, destinationLogin),
            ...(profile && { profile }),
          });
          const keyFile = resolve(data, 'keys', `${id}.key`);
          if (json) console.log(JSON.stringify({ id, keyFile }, null, 2));
          else console.log(`Project ${id} was added; its key is ${keyFile}. Back it up.`);
          return Promise.resolve();
        }),
      ),
  );
  return projects;
};

/** `pseudonymize keys`: which key each project has; never the key itself. */
export const keysCommand = (): Command =>
  new Command('keys')
    .description(
      'Lists the keys of the projects in a data folder by their fingerprints. Two machines whose fingerprints agree make the same pseudonyms.',
    )
    .addOption(dataOption())
    .option('--json', 'prints JSON, for scripts', false)
    .addHelpText(
      'after',
      examples(['do two machines make the same pseudonyms?', 'keys --data /var/lib/pseudonymize']),
    )
    .action(({ data, json }: { data: string; json: boolean }) =>
      tellingErrors(async () => {
        const registry = openProjects(resolve(data));
        const keys = registry.list().map(({ id }) => {
          const path = registry.keyPathOf(id);
          const mode = (statSync(path).mode & 0o777).toString(8);
          return { project: id, file: path, mode, fingerprint: registry.fingerprintOf(id) };
        });
        if (json) console.log(JSON.stringify(keys, null, 2));
        else
          printTable(
            ['PROJECT', 'FINGERPRINT', 'MODE', 'FILE'],
            keys.map(({ project, file, mode, fingerprint }) => [
              project,
              fingerprint.slice(0, 16),
              mode,
              file,
            ]),
          );
        return Promise.resolve();
      }),
    );
