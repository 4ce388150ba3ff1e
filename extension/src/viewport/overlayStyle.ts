/** Colours of the classes differ in the dash as well, for those who do not see the colour. */
export const OVERLAY_STYLE = `
.pseudonymize-overlay-root { position: absolute; inset: 0; pointer-events: none; overflow: hidden; }
.pseudonymize-overlay { position: absolute; inset: 0; width: 100%; height: 100%; }
.pseudonymize-canvas { fill: transparent; pointer-events: all; cursor: crosshair; touch-action: none; }
.pseudonymize-region { --class: #ffb020; outline: none; pointer-events: all; touch-action: none; }
.pseudonymize-region.identifying { --class: #ff5c5c; }
.pseudonymize-region.harmless { --class: #3ddbd9; }
.pseudonymize-box { stroke: var(--class, #ffb020); stroke-width: 1.5px; fill: var(--class, #ffb020); fill-opacity: 0.12; cursor: move; }
.pseudonymize-box.drawn { stroke-dasharray: 4 3; pointer-events: none; }
.pseudonymize-region.harmless .pseudonymize-box { stroke-dasharray: 8 4; }
.pseudonymize-region.rejected { --class: #9aa4b2; }
.pseudonymize-region.rejected .pseudonymize-box { stroke-dasharray: 2 4; fill-opacity: 0; }
.pseudonymize-region.selected .pseudonymize-box, .pseudonymize-region:focus-visible .pseudonymize-box { stroke-width: 2.5px; fill-opacity: 0.25; }
.pseudonymize-handle { stroke: #fff; stroke-width: 9px; stroke-linecap: round; fill: none; pointer-events: stroke; cursor: crosshair; }
`;
