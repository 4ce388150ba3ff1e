import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { Command } from 'commander';
import { addReidentifier, reidentifiersIn, removeReidentifier } from '../vault/reidentifiers.ts';
import { tellingErrors } from './bridgeCommand.ts';
import { dataOption } from './dataOption.ts';
import { examples } from './examples.ts';
import { printTable, shortTime } from './printTable.ts';

interface DataOptions {
  readonly data: string;
  readonly json: boolean;
}

const folderOf = ({ data }: DataOptions): string => {
  if (!existsSync(data)) throw new CodedError('INPUT_NOT_FOUND', data);
  return resolve(data);
};

const command = (name: string): Command =>
  new Command(name).addOption(dataOption()).option('--json', 'prints JSON, for scripts', false);

const tellingJson = (
  options: DataOptions,
  work: () => { readonly json: unknown; readonly tell: () => void },
) =>
  tellingErrors(() => {
    const { json, tell } = work();
    if (options.json) console.log(JSON.stringify(json, null, 2));
    else tell();
    return Promise.resolve();
  });

/** `pseudonymize reidentifiers list|add|remove`. */
export const reidentifiersCommand = (): Command => {
  const reidentifiers = new Command('reidentifiers')
    .description('Who may ask who a pseudonym is. On the machine of the bridge; it takes notice at once.')
    .addHelpText(
      'after',
      examples(
        ['let somebody ask; prints a secret for that person alone', 'reidentifiers add dr.grove'],
        ['take the right away again', 'reidentifiers remove dr.grove'],
      ),
    );
  reidentifiers.addCommand(
    command('list')
      .description('Their names; secrets are kept nowhere.')
      .action((options: DataOptions) =>
        tellingJson(options, () => {
          const all = reidentifiersIn(folderOf(options));
          return {
            json: all,
            tell: () =>
              printTable(
                ['NAME', 'ADDED'],
                all.map(({ name, addedAt }) => [name, shortTime(addedAt)]),
              ),
          };
        }),
      ),
    { isDefault: true },
  );
  reidentifiers.addCommand(
    command('add')
      .description('Adds a re-identifier, or gives one a new secret. Prints the secret, once.')
      .argument('<name>', 'as the audit shall name the person')
      .action((name: string, options: DataOptions) =>
        tellingJson(options, () => {
          const secret = addReidentifier(folderOf(options), name, new Date());
          return { json: { name, secret }, tell: () => console.log(secret) };
        }),
      ),
  );
  reidentifiers.addCommand(
    command('remove')
      .description('Takes the right away again.')
      .argument('<name>')
      .action((name: string, options: DataOptions) =>
        tellingJson(options, () => {
          const removed = removeReidentifier(folderOf(options), name);
          return {
            json: { name, removed },
            tell: () => console.log(removed ? `${name} was removed.` : `There is no ${name}.`),
          };
        }),
      ),
  );
  return reidentifiers;
};
