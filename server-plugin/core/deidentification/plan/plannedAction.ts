import {
  find,
  nameOf,
  type DataElement,
  type Dataset,
  type Edit,
  type Edits,
  type NewElement,
  type Part10File,
  type Tag,
} from '../../part10/index.ts';
import type { Grounds } from './decision.ts';
import type { Operation } from './operation.ts';

/** An operation and where it happens. `element` is null where the file did not have the attribute: then `edit` says what it gets. */
export interface PlannedAction extends Operation {
  /** Keywords with 1-based Items: `ReferencedSeriesSequence[1].SeriesInstanceUID`. */
  readonly path: string;
  readonly tag: Tag;
  readonly element: DataElement | null;
}

/** A root attribute that the plan itself writes: what the record says, or what the pixel stage did. */
export interface Addition {
  readonly tag: Tag;
  readonly edit: Edit;
  readonly vr: NewElement['vr'];
  readonly grounds: Grounds;
}

export const additionOf = ({ tag, vr, value }: NewElement, grounds: Grounds): Addition => ({
  tag,
  vr,
  grounds,
  edit: { action: 'replace', value, vr },
});

/** The actions with the additions: in the place of what was planned for an attribute that the file has, else after all others. */
export const withAdditions = (
  actions: readonly PlannedAction[],
  dataset: Dataset,
  additions: readonly Addition[],
): readonly PlannedAction[] => {
  const byElement = new Map<DataElement | null, PlannedAction>();
  const added: PlannedAction[] = [];
  for (const { tag, edit, vr, grounds } of additions) {
    const element = find(dataset, tag) ?? null;
    const action: PlannedAction = { path: nameOf(tag), tag, element, action: 'D', grounds, vr, edit };
    if (element === null) added.push(action);
    else byElement.set(element, action);
  }
  return [...actions.map((action) => byElement.get(action.element) ?? action), ...added];
};

/** The edits that carry the actions out. */
export const editsOf = (
  actions: readonly PlannedAction[],
  { dataset }: Pick<Part10File, 'dataset'>,
): Edits => {
  const elements = new Map<DataElement, Edit>();
  const insertions: NewElement[] = [];
  for (const { element, edit, tag, vr } of actions) {
    if (edit === null) continue;
    if (element !== null) elements.set(element, edit);
    else if (edit.action === 'replace') insertions.push({ tag, vr, value: edit.value });
  }
  return { elements, insertions: new Map([[dataset, insertions]]), removedItems: new Set() };
};
