import { CodedError } from '@pseudonymize-redact/core/errors';
import { Command, Option } from 'commander';
import { BridgeClient } from './bridgeClient.ts';

/** Scripts tell by them what to do. */
export const EXIT = { done: 0, someFailed: 1, refused: 2 } as const;

/** Options that every command has which asks a bridge. */
export interface BridgeOptions {
  readonly url: string;
  readonly json: boolean;
}

const DEFAULT_URL = 'http://127.0.0.1:3000';

/** A command that asks a bridge which runs. */
export const bridgeCommand = (name: string): Command =>
  new Command(name)
    .addOption(
      new Option('--url <url>', 'the address of the bridge').env('PSEUDONYMIZE_URL').default(DEFAULT_URL),
    )
    .option('--json', 'prints the answer as JSON, for scripts', false);

/** Prints an error in one line with its code, and sets the exit status. */
export const tellingErrors = async (work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    console.error(`${error.code}: ${error.message}`);
    process.exitCode = EXIT.refused;
  }
};

/** What a command does: with its client, its answer as JSON or in words, and the exit status that follows from it. */
export const askBridge = <T>(
  { url, json }: BridgeOptions,
  ask: (bridge: BridgeClient) => Promise<T>,
  tell: (answer: T) => void,
  judge: (answer: T) => void = () => undefined,
): Promise<void> =>
  tellingErrors(async () => {
    const answer = await ask(new BridgeClient(url));
    if (json) console.log(JSON.stringify(answer, null, 2));
    else tell(answer);
    judge(answer);
  });
