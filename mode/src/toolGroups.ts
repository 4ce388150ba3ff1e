import type { HostParameters, ToolEntry } from '@pseudonymize-redact/extension';

/** What is used of the host's `utilityModule.tools`. */
interface CornerstoneToolsUtility {
  readonly toolNames: Readonly<Record<string, string>>;
  readonly Enums: {
    readonly MouseBindings: Readonly<Record<'Primary' | 'Secondary' | 'Auxiliary' | 'Wheel', number>>;
  };
}

/** The names that the host's layouts know: stacks, reformatted planes, volumes. */
export const TOOL_GROUP_IDS = ['default', 'mpr', 'volume3d'];

const PASSIVE_TOOLS = [
  'Length',
  'Bidirectional',
  'EllipticalROI',
  'RectangleROI',
  'Angle',
  'Probe',
  'Magnify',
  'WindowLevelRegion',
];

/** Gives every viewport the ordinary image tools, with the host's usual mouse buttons. */
export const createToolGroups = ({ servicesManager, extensionManager }: HostParameters): void => {
  const entry = extensionManager.getModuleEntry('@ohif/extension-cornerstone.utilityModule.tools');
  if (entry === undefined) throw new Error('The mode needs @ohif/extension-cornerstone.');
  const { toolNames, Enums } = entry.exports as CornerstoneToolsUtility;
  const { Primary, Secondary, Auxiliary, Wheel } = Enums.MouseBindings;

  const navigation = (primaryTool: string): readonly ToolEntry[] => [
    { toolName: toolNames[primaryTool], bindings: [{ mouseButton: Primary }] },
    { toolName: toolNames['Pan'], bindings: [{ mouseButton: Auxiliary }] },
    { toolName: toolNames['Zoom'], bindings: [{ mouseButton: Secondary }, { numTouchPoints: 2 }] },
    { toolName: toolNames['StackScroll'], bindings: [{ mouseButton: Wheel }, { numTouchPoints: 3 }] },
  ];
  for (const groupId of TOOL_GROUP_IDS) {
    const isVolume = groupId === 'volume3d';
    servicesManager.services.toolGroupService.createToolGroupAndAddTools(groupId, {
      active: navigation(isVolume ? 'TrackballRotateTool' : 'WindowLevel'),
      passive: isVolume ? [] : PASSIVE_TOOLS.map((name) => ({ toolName: toolNames[name] })),
      enabled: [],
    });
  }
};
