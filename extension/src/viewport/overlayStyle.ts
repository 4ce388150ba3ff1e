/** Colours of the classes differ in the dash as well, for those who do not see the colour. */
export const OVERLAY_STYLE = `
.pseudonymize-overlay-root { position: absolute; inset: 0; pointer-events: none; overflow: hidden; }
.pseudonymize-overlay { position: absolute; inset: 0; width: 100%; height: 100%; }
.pseudonymize-canvas { fill: transparent; pointer-events: all; cursor: crosshair; touch-action: none; }
.pseudonymize-region { --class: #ffb020; outline: none; pointer-events: all; touch-action: none; }
.pseudonymize-region.identifying { --class: #ff6b6b; }
.pseudonymize-region.harmless { --class: #3ddbd9; }
.pseudonymize-region.left { --class: #9aa4b2; }
.pseudonymize-box { stroke: var(--class, #ffb020); stroke-width: 1.5px; fill: var(--class, #ffb020); fill-opacity: 0.12; cursor: move; }
.pseudonymize-region.unknown .pseudonymize-box { stroke-dasharray: 6 3; }
.pseudonymize-region.harmless .pseudonymize-box { stroke-dasharray: 2 3; }
.pseudonymize-region.stays .pseudonymize-box { fill-opacity: 0; }
.pseudonymize-region.left .pseudonymize-box { stroke-dasharray: 1 5; }
.pseudonymize-region.accepted .pseudonymize-box { fill-opacity: 0.3; }
.pseudonymize-box.drawn { stroke-dasharray: 4 3; pointer-events: none; }
.pseudonymize-region.highlighted .pseudonymize-box { stroke: #fff; stroke-width: 2.5px; }
.pseudonymize-region.selected .pseudonymize-box, .pseudonymize-region:focus-visible .pseudonymize-box { stroke-width: 3px; stroke-dasharray: none; }
.pseudonymize-handle { stroke: #fff; stroke-width: 9px; stroke-linecap: round; fill: none; pointer-events: stroke; cursor: crosshair; }
.pseudonymize-handle.rotation { stroke: #5acce6; cursor: grab; }
.pseudonymize-stem { stroke: #5acce6; stroke-width: 1px; fill: none; pointer-events: none; }
@media (pointer: coarse) { .pseudonymize-handle { stroke-width: 22px; } .pseudonymize-box { stroke-width: 3px; } }
.pseudonymize-fill { fill: #000; stroke: none; }
.pseudonymize-after-lines { position: absolute; top: 8px; left: 8px; display: flex; flex-direction: column; gap: 2px; color: hsl(var(--highlight)); font-size: 14px; text-shadow: 0 0 3px #000; }
.pseudonymize-after-lines strong { align-self: flex-start; margin-bottom: 2px; padding: 1px 8px; border-radius: 9999px; background: hsl(var(--highlight)); color: #000; font-weight: 500; text-shadow: none; }
`;

/** Beside the viewer's own thumbnails and overlays. */
export const PAGE_STYLE = `
.pseudonymize-series-badge { position: absolute; top: 4px; right: 4px; z-index: 1; padding: 0 6px; border-radius: 9999px; background: #000c; color: #fff; font-size: 11px; line-height: 18px; pointer-events: none; }
.pseudonymize-series-badge[data-complete='true'] { background: hsl(var(--highlight)); color: #000; }
/* Our notifications, as wide as the study list and above it: wider ones would hide text of the image. */
[data-sonner-toaster][data-x-position='left'] { left: 8px !important; width: 266px !important; }
[data-sonner-toast][data-x-position='left'] { left: 0 !important; right: auto !important; width: 266px !important; }
/* The viewer's menus would end below a low page. */
[data-radix-menu-content] { max-height: var(--radix-dropdown-menu-content-available-height); overflow-y: auto; }
/* The viewer's notice, until it is confirmed, lies over the end of the panel: our button shall be above it. */
body:has([data-cy='confirm-and-hide-button']) .pseudonymize-panel { padding-bottom: 96px; }
body.pseudonymize-after .viewport-overlay { visibility: hidden; }
`;
