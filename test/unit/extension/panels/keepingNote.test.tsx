// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { KeepingNote } from '../../../../extension/src/panels/KeepingNote.tsx';
import { reduceKeeping, type Keeping } from '../../../../extension/src/store/keepingState.ts';
import { createStore } from '../../../../extension/src/store/store.ts';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('says that a review is being kept where that takes long, not for as long as one change follows the other', () => {
  const keeping = createStore<Keeping, Keeping>(reduceKeeping, { status: 'kept' });
  const element = document.createElement('div');
  const root = createRoot(element);
  act(() => root.render(<KeepingNote keeping={keeping} />));
  expect(element.textContent).toBe('Kept');

  const change = (to: Keeping, afterMs: number): void => {
    act(() => keeping.dispatch(to));
    act(() => {
      vi.advanceTimersByTime(afterMs);
    });
  };
  for (let round = 0; round < 10; round += 1) {
    change({ status: 'keeping' }, 900);
    expect(element.textContent).toBe('');
  }
  change({ status: 'keeping' }, 4000);
  expect(element.textContent).toBe('Keeping …');
  change({ status: 'kept' }, 0);
  expect(element.textContent).toBe('Kept');
  change({ status: 'unkept', code: 'BRIDGE_UNREACHABLE', message: '' }, 0);
  expect(element.querySelector('[role=alert]')?.textContent).toContain('Not kept yet');
  act(() => root.unmount());
});
