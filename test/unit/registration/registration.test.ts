// @vitest-environment jsdom
// The extension and the mode in the viewer's own managers, beside the viewer's own default extension.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import extension from '../../../extension/src/index.tsx';
import { reviewServiceOf } from '../../../extension/src/reviewService.ts';
import extensionPackage from '../../../extension/package.json' with { type: 'json' };
import mode from '../../../mode/src/index.ts';
import modePackage from '../../../mode/package.json' with { type: 'json' };
import { coreServices, extensionDefault, ohifCore } from './ohifPackages.ts';

const register = async (appConfig = {}) => {
  const commandsManager = new ohifCore.CommandsManager();
  const servicesManager = new ohifCore.ServicesManager(commandsManager);
  const hotkeysManager = new ohifCore.HotkeysManager(commandsManager, servicesManager);
  const extensionManager = new ohifCore.ExtensionManager({
    commandsManager,
    servicesManager,
    hotkeysManager,
    serviceProvidersManager: { registerProvider: () => undefined },
    appConfig,
  });
  servicesManager.registerServices(coreServices);
  await extensionManager.registerExtensions([extensionDefault, extension], []);
  return { commandsManager, servicesManager, extensionManager };
};

// jsdom has no layout to ask.
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));

let host: Awaited<ReturnType<typeof register>>;
beforeEach(async () => {
  host = await register();
});

describe('the extension in the host', () => {
  it('is registered under the name of its package, beside the default extension', () => {
    expect(extension.id).toBe(extensionPackage.name);
    expect(host.extensionManager.registeredExtensionIds).toEqual([extensionDefault.id, extension.id]);
  });

  it('offers the panel that the mode names, as a component that needs none of the bundled React', () => {
    const panel = host.extensionManager.getModuleEntry(`${extension.id}.panelModule.deidentify`);
    expect(panel).toMatchObject({ label: 'De-identify' });
    // A component with hooks would break the page: two Reacts.
    expect((panel?.component as { prototype: object }).prototype).toHaveProperty('componentDidMount');
  });

  it('offers every command that its hotkeys name', () => {
    const pushed: { commandName: string }[] = [];
    const services = { ...host.servicesManager.services, ...quietServices };
    const customizationService = {
      setCustomizations: (changes: Record<string, { $push: { commandName: string }[] }>) =>
        pushed.push(...(changes['ohif.hotkeyBindings']?.$push ?? [])),
    };
    const commands: string[] = [];
    mode.modeFactory().onModeEnter({
      ...host,
      servicesManager: { ...host.servicesManager, services: { ...services, customizationService } },
      extensionManager: { getModuleEntry: () => ({ exports: TOOLS }) },
      commandsManager: { runCommand: (name: string) => commands.push(name) },
    } as never);
    expect(pushed.length).toBeGreaterThan(0);
    for (const name of [...pushed.map(({ commandName }) => commandName), ...commands])
      expect(host.commandsManager.getCommand(name, 'DEFAULT'), name).toBeDefined();
  });

  it.each([
    [{}, '/viewer?StudyInstanceUIDs=1.2.3'],
    [{ routerBasename: null }, '/viewer?StudyInstanceUIDs=1.2.3'],
    [{ routerBasename: '/' }, '/viewer?StudyInstanceUIDs=1.2.3'],
    [{ routerBasename: '/ohif/' }, '/ohif/viewer?StudyInstanceUIDs=1.2.3'],
  ])('shows a copy below the path that the viewer is served at: %o', async (appConfig, address) => {
    const { servicesManager } = await register(appConfig);
    expect(reviewServiceOf(servicesManager as never).studyAddress('1.2.3')).toBe(address);
  });

  it('ends its review with the mode, also where none was begun', () => {
    // Not through the host, which catches what an extension throws.
    expect(() => extension.onModeExit(host as never)).not.toThrow();
  });
});

/** What the mode prepares in the viewport's own extension, which is not loaded here. */
const TOOLS = {
  toolNames: {},
  Enums: { MouseBindings: { Primary: 1, Secondary: 2, Auxiliary: 4, Wheel: 524288 } },
};
const quietServices = {
  toolGroupService: { createToolGroupAndAddTools: () => undefined },
};

describe('the mode', () => {
  const { modeFactory } = mode;

  it('has the name of its package, and names no extension but known ones and ours', () => {
    expect(mode.id).toBe(modePackage.name);
    expect(Object.keys(modeFactory().extensions).toSorted()).toEqual(
      ['@ohif/extension-cornerstone', extensionDefault.id, extension.id].toSorted(),
    );
  });

  it('is offered where a study has images, and not where it has only other objects', () => {
    const { isValidMode } = modeFactory();
    expect(isValidMode({ modalities: 'CT\\SR' }).valid).toBe(true);
    expect(isValidMode({ modalities: 'SR\\PR' })).toMatchObject({ valid: false });
  });

  it('has a layout whose panels and SOP Class handlers the host knows', () => {
    const { routes, sopClassHandlers } = modeFactory();
    const { id, props } = routes[0]?.layoutTemplate() ?? { id: '', props: null };
    const names = [id, ...(props?.leftPanels ?? []), ...(props?.rightPanels ?? []), ...sopClassHandlers];
    for (const name of names) expect(host.extensionManager.getModuleEntry(name), name).toBeDefined();
  });
});
