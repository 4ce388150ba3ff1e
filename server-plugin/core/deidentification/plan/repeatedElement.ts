import { find, type DataElement, type Dataset } from '../../part10/index.ts';

const ascending = new WeakMap<Dataset, boolean>();

/** Whether each tag is above the one before it, as PS3.5 section 7.1 wants: then none is there twice. */
const isAscending = (dataset: Dataset): boolean => {
  let known = ascending.get(dataset);
  if (known === undefined) {
    let last = -1;
    known = dataset.elements.every(({ tag }) => {
      const isAbove = tag > last;
      last = tag;
      return isAbove;
    });
    ascending.set(dataset, known);
  }
  return known;
};

/** Whether the Dataset has an element of the same tag before this one. */
export const isRepeated = (element: DataElement, dataset: Dataset): boolean =>
  !isAscending(dataset) && find(dataset, element.tag) !== element;
