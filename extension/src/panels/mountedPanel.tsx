import { Component, createRef, type ComponentType, type ReactElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';

/** The viewer puts a panel below its title, in a column; its size is what the panel's style asks for. */
const FILL = { flex: '1 1 0', minHeight: 0, containerType: 'size' } as const;

/**
 * A panel that the viewer's React mounts and that runs on the React bundled here. The viewer hands its own React to no
 * plugin loaded at run time, and hooks of another React break the page; a class component needs none.
 */
export const mountedPanel = (render: () => ReactElement): ComponentType =>
  class MountedPanel extends Component {
    readonly element = createRef<HTMLDivElement>();
    root: Root | null = null;

    override componentDidMount(): void {
      if (this.element.current === null) return;
      this.root = createRoot(this.element.current);
      this.root.render(render());
    }

    override componentWillUnmount(): void {
      const { root } = this;
      // Not at once: the viewer's React is rendering now.
      queueMicrotask(() => root?.unmount());
    }

    override render(): ReactElement {
      return <div ref={this.element} style={FILL} />;
    }
  };
