/**
 * What this project uses of OHIF 3.12 and 3.13. Their packages on npm are built bundles without type files.
 */
import type * as CornerstoneCore from '@cornerstonejs/core';
import type { ComponentType } from 'react';

/** The viewer's own Cornerstone; bundling another one would give another cache and other viewports. */
export type Cornerstone = Pick<
  typeof CornerstoneCore,
  | 'cache'
  | 'metaData'
  | 'eventTarget'
  | 'getConfiguration'
  | 'getEnabledElement'
  | 'getEnabledElements'
  | 'getShouldUseCPURendering'
  | 'imageLoader'
>;

export interface Subscription {
  unsubscribe(): void;
}

interface PubSub {
  readonly EVENTS: Readonly<Record<string, string>>;
  subscribe(eventName: string, callback: () => void): Subscription;
}

export interface DisplaySet {
  readonly StudyInstanceUID: string;
  readonly SeriesInstanceUID: string;
  readonly SeriesNumber?: number | string;
  readonly SeriesDescription?: string;
  readonly Modality?: string;
  readonly displaySetInstanceUID: string;
}

export interface DisplaySetService extends PubSub {
  getActiveDisplaySets(): readonly DisplaySet[];
}

export interface ViewportGridService extends PubSub {
  getActiveViewportId(): string | null;
  setActiveViewportId(viewportId: string): void;
  getState(): {
    readonly viewports: ReadonlyMap<string, { readonly displaySetInstanceUIDs?: readonly string[] }>;
  };
  setDisplaySetsForViewports(
    viewports: readonly {
      readonly viewportId: string;
      readonly displaySetInstanceUIDs: readonly string[];
      readonly viewportOptions?: Readonly<Record<string, unknown>>;
    }[],
  ): void;
}

export interface ToolbarButton {
  readonly id: string;
  readonly uiType: string;
  readonly props: Readonly<Record<string, unknown>>;
}

export interface ToolbarService {
  readonly sections?: {
    readonly primary: string;
    readonly viewportActionMenu?: Readonly<Record<string, string>>;
  };
  register(buttons: readonly ToolbarButton[]): void;
  clearButtonSection(section: string): void;
  /** Adds to the section what is not in it. */
  updateSection(section: string, buttonIds: readonly string[]): void;
}

export interface NotificationService {
  show(notification: {
    readonly title: string;
    readonly message: string;
    readonly type: 'success' | 'error' | 'warning' | 'info' | 'loading';
    /** In milliseconds. */
    readonly duration?: number;
    readonly position?: string;
    /** A notification of the same id is changed instead. */
    readonly id?: string;
    readonly allowDuplicates?: boolean;
  }): void;
}

/** A service that a mode clears when it is left. */
interface Destroyable {
  destroy(): void;
}

export interface HostServices {
  readonly displaySetService: DisplaySetService;
  readonly viewportGridService: ViewportGridService;
  readonly toolbarService: ToolbarService;
  readonly toolGroupService: Destroyable & {
    createToolGroupAndAddTools(toolGroupId: string, tools: ToolGroup): unknown;
  };
  readonly customizationService: {
    setCustomizations(customizations: Readonly<Record<string, unknown>>): void;
  };
  readonly uiNotificationService: NotificationService;
  readonly measurementService: { clearMeasurements(): void };
  readonly uiDialogService: { hideAll(): void };
  readonly uiModalService: { hide(): void };
  readonly syncGroupService: Destroyable;
  readonly segmentationService: Destroyable;
  readonly cornerstoneViewportService: Destroyable;
  readonly [name: string]: unknown;
}

export interface ServicesManager {
  readonly services: HostServices;
  registerService(registration: { readonly name: string; readonly create: () => unknown }): void;
}

export interface CommandsManager {
  runCommand(commandName: string, options?: Readonly<Record<string, unknown>>): unknown;
}

/** Where the viewer has its studies from. */
export interface DataSource {
  /** Before its images are shown, a display set itself does not know their ids. */
  getImageIdsForDisplaySet(displaySet: DisplaySet): readonly string[];
}

export interface ExtensionManager {
  /** `window.config`, with what the viewer has added. */
  readonly appConfig: { readonly routerBasename?: string | null };
  getModuleEntry(entryId: string): { readonly exports: unknown } | undefined;
  getActiveDataSource(): readonly [DataSource];
}

export interface ToolEntry {
  readonly toolName: string | undefined;
  readonly bindings?: readonly Readonly<Record<string, number>>[];
  readonly configuration?: Readonly<Record<string, unknown>>;
}

export interface ToolGroup {
  readonly active: readonly ToolEntry[];
  readonly passive: readonly ToolEntry[];
  readonly enabled: readonly ToolEntry[];
}

/** What OHIF hands to every hook and module of an extension. */
export interface HostParameters {
  readonly servicesManager: ServicesManager;
  readonly commandsManager: CommandsManager;
  readonly extensionManager: ExtensionManager;
  /** The second part of `[extension, configuration]` in `window.config.extensions`. */
  readonly configuration?: unknown;
}

export interface PanelModuleEntry {
  readonly name: string;
  readonly iconName: string;
  readonly iconLabel: string;
  readonly label: string;
  readonly component: ComponentType;
}

export interface CommandsModule {
  readonly definitions: Readonly<
    Record<string, { readonly commandFn: (options: Readonly<Record<string, unknown>>) => unknown }>
  >;
  readonly defaultContext: string;
}

export interface Hotkey {
  readonly commandName: string;
  readonly commandOptions?: Readonly<Record<string, unknown>>;
  readonly label: string;
  readonly keys: readonly string[];
  readonly isEditable: boolean;
}

export interface Extension {
  readonly id: string;
  preRegistration(parameters: HostParameters): void;
  onModeExit(parameters: Pick<HostParameters, 'servicesManager'>): void;
  getPanelModule(parameters: HostParameters): readonly PanelModuleEntry[];
  getCommandsModule(parameters: HostParameters): CommandsModule;
}
