// The command `pseudonymize`: one file of this folder for each of its commands.
import tab from '@bomb.sh/tab/commander';
import { createProgram } from './program.ts';

const program = await createProgram(process.argv[2]);
// Its types name another version of commander that npm puts beside ours; it only reads from the program.
tab(program as unknown as Parameters<typeof tab>[0]);
await program.parseAsync();
