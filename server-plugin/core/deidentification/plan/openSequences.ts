import type { DataElement } from '../../part10/index.ts';
import type { Operation } from './operation.ts';

/** The Sequences around the place of a walk. Items lie inside the bytes of their Sequence, so its end tells when it is left. */
export class OpenSequences {
  readonly #open: { readonly end: number; readonly operation: Operation }[] = [];

  /** The operation on a Sequence around the element that tells what becomes of text in it, or null. */
  around({ start }: DataElement): Operation | null {
    while ((this.#open.at(-1)?.end ?? Infinity) <= start) this.#open.pop();
    const operations = this.#open.map(({ operation }) => operation);
    return (
      operations.find(({ action }) => action === 'D') ??
      operations.find(({ action }) => action === 'C') ??
      null
    );
  }

  open({ end }: DataElement, operation: Operation): void {
    this.#open.push({ end, operation });
  }
}
