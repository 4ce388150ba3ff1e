/** The viewer's own tokens; its utility classes are only those that the viewer itself uses, so none are relied on. */
export const PANEL_STYLE = `
.pseudonymize-panel { display: flex; flex-direction: column; height: 100%; font-size: 14px; line-height: 20px; color: hsl(var(--foreground)); background: hsl(var(--background)); }
.pseudonymize-panel .sections { flex: 1; min-height: 0; overflow-y: auto; }
.pseudonymize-panel section { padding: 8px; }
.pseudonymize-panel .sections section + section { border-top: 1px solid hsl(var(--input)); }
.pseudonymize-panel h2 { margin: 0 0 6px; font-size: 14px; font-weight: 500; color: hsl(var(--foreground)); }
.pseudonymize-panel h2 span { margin-left: 4px; padding: 0 7px; border-radius: 9999px; background: hsl(var(--muted)); color: hsl(var(--highlight)); }
.pseudonymize-panel p { margin: 4px 0; }
.pseudonymize-panel table { width: 100%; table-layout: fixed; border-collapse: collapse; }
.pseudonymize-panel thead td, .pseudonymize-panel tbody th { width: 44px; }
.pseudonymize-panel th { padding: 2px 4px 2px 0; text-align: left; font-weight: 400; color: hsl(var(--muted-foreground)); }
.pseudonymize-panel td { padding: 2px 4px 2px 0; overflow-wrap: anywhere; vertical-align: top; }
.pseudonymize-panel .pseudonym { color: hsl(var(--highlight)); }
.pseudonymize-panel .note { padding: 0; color: hsl(var(--muted-foreground)); }
.pseudonymize-panel .warning { color: #ffb020; }
.pseudonymize-panel .error { padding: 6px 8px; border-left: 3px solid #ff5c5c; background: hsl(var(--muted)); }
.pseudonymize-panel code { font-size: 12px; overflow-wrap: anywhere; color: hsl(var(--muted-foreground)); }
.pseudonymize-panel .progress { display: block; }
.pseudonymize-panel progress { display: block; width: 100%; height: 6px; margin-top: 4px; accent-color: hsl(var(--primary)); }
.pseudonymize-panel .buttons { display: flex; flex-wrap: wrap; gap: 6px; margin: 6px 0; }
.pseudonymize-panel button { min-height: 28px; padding: 3px 10px; border: 1px solid hsl(var(--input)); border-radius: 4px; background: transparent; color: hsl(var(--foreground)); font-size: 14px; cursor: pointer; }
.pseudonymize-panel button:hover:not(:disabled) { background: hsl(var(--primary) / 0.25); }
.pseudonymize-panel button:disabled { opacity: 0.5; cursor: default; }
.pseudonymize-panel button[aria-pressed='true'] { border-color: hsl(var(--highlight)); color: hsl(var(--highlight)); }
.pseudonymize-panel button.primary { border-color: transparent; background: hsl(var(--primary)); color: #000; font-weight: 500; }
.pseudonymize-panel button.primary:hover:not(:disabled) { background: hsl(var(--highlight)); }
.pseudonymize-panel button.quiet { padding: 3px 8px; border-color: transparent; color: hsl(var(--highlight)); }
.pseudonymize-panel :is(button, a, select):focus-visible { outline: 2px solid hsl(var(--highlight)); outline-offset: 1px; }
.pseudonymize-panel ul { margin: 0; padding: 0; list-style: none; }
.pseudonymize-panel li { display: flex; align-items: center; border-radius: 4px; }
.pseudonymize-panel li.selected { background: hsl(var(--primary) / 0.25); }
.pseudonymize-panel button.region { display: flex; flex: 1; padding: 3px 0 3px 6px; align-items: center; gap: 8px; min-width: 0; border-color: transparent; color: hsl(var(--foreground)); text-align: left; white-space: nowrap; }
.pseudonymize-panel .region .place { margin-left: auto; font-size: 12px; color: hsl(var(--muted-foreground)); white-space: nowrap; }
.pseudonymize-panel .mark { width: 12px; height: 12px; border: 2px solid #ffb020; }
.pseudonymize-panel .mark.identifying { border-color: #ff5c5c; }
.pseudonymize-panel .mark.harmless { border: 2px dashed #3ddbd9; }
.pseudonymize-panel .mark.rejected { border: 2px dotted #9aa4b2; }
.pseudonymize-panel .stays { text-decoration: line-through; color: hsl(var(--muted-foreground)); }
.pseudonymize-panel footer { border-top: 1px solid hsl(var(--input)); }
.pseudonymize-panel footer .primary { width: 100%; }
.pseudonymize-panel footer .buttons .primary { width: auto; }
.pseudonymize-panel .project { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; padding: 8px 8px 0; color: hsl(var(--muted-foreground)); }
.pseudonymize-panel select { flex: 1; min-width: 0; min-height: 28px; border: 1px solid hsl(var(--input)); border-radius: 4px; background: hsl(var(--background)); color: hsl(var(--foreground)); font-size: 14px; }
.pseudonymize-panel a { color: hsl(var(--highlight)); text-decoration: underline; }
`;
