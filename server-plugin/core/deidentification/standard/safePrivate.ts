import { elementOf, groupOf, type Tag, type VR } from '../../part10/index.ts';
import { SAFE_PRIVATE_ELEMENTS } from './safePrivateElements.ts';

/** What is known of a safe private element; `vr` null where no dictionary has it. */
export interface SafePrivateElement {
  readonly vr: VR | null;
}

const key = (creator: string, group: number, elementInBlock: number): string =>
  `${creator}|${group}|${elementInBlock}`;

const parseLine = (line: string): readonly (readonly [string, SafePrivateElement])[] => {
  const [creator = '', group = '', elements = ''] = line.split('|');
  return elements.split(' ').map((word) => {
    const [element = '', vr] = word.split(':');
    return [
      key(creator, Number.parseInt(group, 16), Number.parseInt(element, 16)),
      { vr: (vr ?? null) as VR | null },
    ] as const;
  });
};

const SAFE: ReadonlyMap<string, SafePrivateElement> = new Map(
  SAFE_PRIVATE_ELEMENTS.trim().split('\n').flatMap(parseLine),
);

/** The entry of a private element, (gggg,bbee) in a block that `creator` reserved; undefined where it is not on the list of PS3.15 section E.3.10. */
export const safePrivateElement = (creator: string, tag: Tag): SafePrivateElement | undefined =>
  SAFE.get(key(creator, groupOf(tag), elementOf(tag) & 0xff));
