// The published `@ohif/core` and `@ohif/extension-default`, loaded outside a viewer.
import Module, { createRequire } from 'node:module';

interface CoreSources {
  readonly classes: { readonly ImageSet: unknown };
  readonly useToolbar: unknown;
  readonly utils: Readonly<Record<string, unknown>>;
}

/** What `@ohif/extension-default` imports from the source files of `@ohif/core`, which are not published: its own exports have it. */
const sourceOf = (core: CoreSources, path: string): unknown => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name === 'src') return core;
  const exported: Readonly<Record<string, unknown>> = { ...core.utils, ...core.classes, ...core };
  return { __esModule: true, default: exported[name] };
};

/** Parts of the viewer that draw or decode: nothing of them runs when an extension registers. */
const NOT_RUN: ReadonlySet<string> = new Set([
  '@cornerstonejs/calculate-suv',
  '@cornerstonejs/dicom-image-loader',
  '@cornerstonejs/tools',
  '@cornerstonejs/tools/utilities',
  '@ohif/app',
  '@ohif/extension-cornerstone',
  '@ohif/i18n',
  '@ohif/ui-next',
]);

/** Answers every property and call with itself, so that modules which prepare something at load time can. */
const anything: unknown = new Proxy(() => undefined, {
  get: (_target, name) => (name === Symbol.toPrimitive ? () => '' : name === 'then' ? undefined : anything),
  apply: () => anything,
  construct: () => anything as object,
});

type Load = (request: string, ...rest: readonly unknown[]) => unknown;

const require = createRequire(import.meta.url);
// The only way to answer a `require` of what is not installed: registerHooks() breaks modules that require ES modules.
const loader = Module as unknown as { _load: Load };
const load = loader._load;
loader._load = (request, ...rest) => {
  if (NOT_RUN.has(request)) return anything;
  if (/^@ohif\/core\/src(?:\/|$)/.test(request))
    return sourceOf(require('@ohif/core') as CoreSources, request);
  return load(request, ...rest);
};

interface ModuleEntry {
  readonly id: string;
  readonly component?: unknown;
}

/** What the tests use of `@ohif/core`. */
export interface OhifCore {
  readonly ServicesManager: new (commandsManager: unknown) => {
    readonly services: Readonly<Record<string, unknown>>;
    registerServices(services: readonly unknown[]): void;
  };
  readonly CommandsManager: new () => {
    createContext(name: string): void;
    getCommand(name: string, context?: string): unknown;
    runCommand(name: string, options?: unknown): unknown;
  };
  readonly HotkeysManager: new (commandsManager: unknown, servicesManager: unknown) => unknown;
  readonly ExtensionManager: new (parts: Readonly<Record<string, unknown>>) => {
    readonly registeredExtensionIds: readonly string[];
    registerExtensions(extensions: readonly unknown[], dataSources: readonly unknown[]): Promise<void>;
    getModuleEntry(id: string): ModuleEntry | undefined;
  };
}

export const ohifCore = require('@ohif/core') as OhifCore;
export const extensionDefault = (
  require('@ohif/extension-default') as { readonly default: { readonly id: string } }
).default;

/** Every service that `@ohif/core` brings. */
export const coreServices: readonly unknown[] = Object.values(ohifCore).flatMap((exported: unknown) => {
  const { REGISTRATION } = (exported ?? {}) as { readonly REGISTRATION?: unknown };
  return REGISTRATION === undefined ? [] : [REGISTRATION];
});
