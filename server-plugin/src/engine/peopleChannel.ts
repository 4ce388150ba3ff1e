import { randomUUID } from 'node:crypto';
import { BroadcastChannel } from 'node:worker_threads';
import type { PatientPseudonym } from '@pseudonymize-redact/core/deidentification';
import { CodedError, type ErrorCode } from '@pseudonymize-redact/core/errors';
import type { Person } from '../pseudonyms/person.ts';
import type { People } from '../vault/people.ts';

interface Question {
  readonly kind: 'question';
  readonly id: string;
  readonly project: string;
  readonly person: Person;
  readonly proposed: PatientPseudonym;
}

/** An error loses its class between threads: a coded one travels as its code; of another only its name is told. */
type Answer = { readonly kind: 'answer'; readonly id: string } & (
  | { readonly pseudonym: PatientPseudonym }
  | { readonly code: ErrorCode; readonly where: string | null }
  | { readonly failure: string }
);

type Message = { readonly data: Question | Answer };

const answerTo = async (
  { id, project, person, proposed }: Question,
  peopleOf: (project: string) => People,
): Promise<Answer> => {
  try {
    return { kind: 'answer', id, pseudonym: await peopleOf(project).pseudonymOf(person, proposed) };
  } catch (error) {
    if (error instanceof CodedError) return { kind: 'answer', id, code: error.code, where: error.where };
    return { kind: 'answer', id, failure: error instanceof Error ? error.name : 'unknown' };
  }
};

/**
 * Answers what threads ask the vault: the database has one owner, and they are many.
 *
 * @param name that nothing else in the process uses
 * @returns what ends it
 */
export const answerThreads = (name: string, peopleOf: (project: string) => People): (() => void) => {
  const channel = new BroadcastChannel(name).unref();
  channel.onmessage = (message): void => {
    const { data } = message as unknown as Message;
    if (data.kind === 'question') void answerTo(data, peopleOf).then((answer) => channel.postMessage(answer));
  };
  return () => channel.close();
};

/** The vaults of all projects, from within a thread. @param name as `answerThreads` has it */
export const peopleOfProcess = (name: string): ((project: string) => People) => {
  const waiting = new Map<string, (answer: Answer) => void>();
  const channel = new BroadcastChannel(name).unref();
  channel.onmessage = (message): void => {
    const { data } = message as unknown as Message;
    if (data.kind !== 'answer') return;
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  };
  return (project) => ({
    pseudonymOf: async (person, proposed) => {
      const id = randomUUID();
      const answer = await new Promise<Answer>((resolve) => {
        waiting.set(id, resolve);
        channel.postMessage({ kind: 'question', id, project, person, proposed } satisfies Question);
      });
      if ('pseudonym' in answer) return answer.pseudonym;
      if ('code' in answer) throw new CodedError(answer.code, answer.where);
      throw new Error(`the vault: ${answer.failure}`);
    },
  });
};
