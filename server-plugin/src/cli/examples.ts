/** For the end of a command's help: what it does, then how it is asked. */
export const examples = (...pairs: readonly (readonly [what: string, command: string])[]): string =>
  ['', 'Examples:', ...pairs.flatMap(([what, command]) => [`  # ${what}`, `  pseudonymize ${command}`])].join(
    '\n',
  );
