import { describe, expect, it } from 'vitest';
import { createProgram } from '../../../../server-plugin/src/cli/program.ts';

type Command = Awaited<ReturnType<typeof createProgram>>;

/** All of its help, examples included. */
const helpOf = (command: Command): string => {
  let text = '';
  command.configureOutput({ writeOut: (part) => (text += part) });
  command.outputHelp();
  return text;
};

const { commands } = await createProgram();
const leaves = commands.flatMap((command) => (command.commands.length > 0 ? command.commands : [command]));
/** They run until they are ended. */
const SERVICES: readonly string[] = ['serve', 'worker'];

describe('the command line', () => {
  it.each(commands.map((command) => [command.name(), command] as const))(
    '%s teaches with examples',
    (name, command) => {
      const help = helpOf(command);
      expect(command.description().length).toBeGreaterThan(20);
      expect(help).toContain('Example');
      expect(help).toContain(`pseudonymize ${name}`);
    },
  );

  it('loads no command but the one that is asked for', async () => {
    for (const command of commands) {
      const name = command.name();
      expect((await createProgram(name)).commands.map((loaded) => loaded.name())).toEqual([name]);
    }
  });

  it('answers as JSON for scripts, whatever is asked', () => {
    const without = leaves.filter((command) => command.options.every(({ long }) => long !== '--json'));
    expect(without.map((command) => command.name())).toEqual(SERVICES);
  });

  it('describes every option and argument', () => {
    for (const command of leaves) {
      for (const { long, description, argChoices } of command.options)
        expect(description !== '' || argChoices !== undefined, `${command.name()} ${long ?? ''}`).toBe(true);
    }
  });
});
