import { concatenate, segmentOf, segmentsLength, type ByteSource, type Segment } from './byteSource.ts';
import type { Edit, Edits, NewElement } from './edits.ts';
import type { DataElement, Dataset, Encoding, Item } from './element.ts';
import { elementHeader, encodeElement, itemHeader } from './encoder.ts';
import type { Deflate, Part10File } from './part10File.ts';

/** Collects ranges; neighbours of the same source become one. */
class Output {
  readonly segments: Segment[] = [];

  copy(source: ByteSource, start: number, end: number): void {
    if (start === end) return;
    const last = this.segments.at(-1);
    if (last?.source === source && last.end === start)
      this.segments[this.segments.length - 1] = { source, start: last.start, end };
    else this.segments.push({ source, start, end });
  }

  append(segments: readonly Segment[]): void {
    for (const { source, start, end } of segments) this.copy(source, start, end);
  }
}

/** Splices one Dataset; null where nothing in it changes, so that its bytes can be copied in one range. */
class Splicer {
  readonly #source: ByteSource;
  readonly #edits: Edits;

  constructor(source: ByteSource, edits: Edits) {
    this.#source = source;
    this.#edits = edits;
  }

  dataset(dataset: Dataset): readonly Segment[] | null {
    const insertions = [...(this.#edits.insertions.get(dataset) ?? [])].sort((a, b) => a.tag - b.tag);
    const out = new Output();
    let changed = insertions.length > 0;
    let next = 0;
    for (const element of dataset.elements) {
      for (; next < insertions.length; next++) {
        const insertion = insertions[next] as NewElement;
        if (insertion.tag > element.tag) break;
        out.append(encodeElement(insertion, dataset.encoding));
      }
      const spliced = this.#element(element, dataset.encoding);
      if (spliced === null) {
        out.copy(this.#source, element.start, element.end);
      } else {
        changed = true;
        out.append(spliced);
      }
    }
    for (const insertion of insertions.slice(next)) out.append(encodeElement(insertion, dataset.encoding));
    return changed ? out.segments : null;
  }

  #element(element: DataElement, encoding: Encoding): readonly Segment[] | null {
    const edit: Edit | undefined = this.#edits.elements.get(element);
    if (edit?.action === 'remove') return [];
    if (edit?.action === 'replace') {
      return encodeElement({ tag: element.tag, vr: edit.vr ?? element.vr, value: edit.value }, encoding);
    }
    return element.items === null ? null : this.#sequence(element, element.items, encoding);
  }

  /** The header is kept where the length is undefined, and written anew where it must tell a new length. */
  #sequence(element: DataElement, items: readonly Item[], encoding: Encoding): readonly Segment[] | null {
    const inner = new Output();
    let changed = false;
    for (const item of items) {
      if (this.#edits.removedItems.has(item)) {
        changed = true;
        continue;
      }
      const spliced = this.dataset(item.dataset);
      if (spliced === null) {
        inner.copy(this.#source, item.start, item.end);
        continue;
      }
      changed = true;
      if (item.undefinedLength) {
        inner.copy(this.#source, item.start, item.valueStart);
        inner.append(spliced);
        inner.copy(this.#source, item.valueEnd, item.end);
      } else {
        inner.append([segmentOf(itemHeader(segmentsLength(spliced), item.dataset.encoding))]);
        inner.append(spliced);
      }
    }
    if (!changed) return null;
    const out = new Output();
    if (element.undefinedLength) {
      out.copy(this.#source, element.start, element.valueStart);
      out.append(inner.segments);
      out.copy(this.#source, element.valueEnd, element.end);
    } else {
      out.append([
        segmentOf(elementHeader(element.tag, element.vr, segmentsLength(inner.segments), encoding)),
      ]);
      out.append(inner.segments);
    }
    return out.segments;
  }
}

/** The edits of a whole file: those of the Dataset, and the File Meta Information if it is written anew. */
export interface FileEdits {
  readonly dataset: Edits;
  /** Elements of group 0002 without the group length, which the splicer adds; null keeps meta and preamble as they are. */
  readonly meta: readonly NewElement[] | null;
}

const META_ENCODING: Encoding = { explicitVR: true, littleEndian: true };

/** Preamble of zeros, DICM, and group 0002 with its length (PS3.10 section 7.1). */
const encodeMeta = (elements: readonly NewElement[]): readonly Segment[] => {
  const body = [...elements]
    .sort((a, b) => a.tag - b.tag)
    .flatMap((element) => encodeElement(element, META_ENCODING));
  const head = new Uint8Array(132 + 12);
  head.set([0x44, 0x49, 0x43, 0x4d, 2, 0, 0, 0, 0x55, 0x4c, 4, 0], 128);
  new DataView(head.buffer).setUint32(140, segmentsLength(body), true);
  return [segmentOf(head), ...body];
};

/**
 * The file with the edits, as ranges of its own bytes and of new ones: nothing is copied until somebody writes them.
 * With no edits it is one range, the whole file; of a deflated file the dataset is deflated again.
 *
 * @see PS3.5 sections 7.1 and 7.5, PS3.10 section 7.1
 */
export const splice = (
  file: Part10File,
  edits: FileEdits,
  { deflate }: Pick<Deflate, 'deflate'>,
): readonly Segment[] => {
  const { source, datasetStart } = file;
  const out = new Output();
  if (edits.meta === null) out.copy(source, 0, datasetStart);
  else out.append(encodeMeta(edits.meta));
  const spliced = new Splicer(source, edits.dataset).dataset(file.dataset);
  const dataset = spliced ?? [{ source, start: datasetStart, end: source.size }];
  out.append(file.transferSyntax.deflated ? [segmentOf(deflate(concatenate(dataset)))] : dataset);
  return out.segments;
};
