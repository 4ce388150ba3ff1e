/** The viewer's own tokens; its utility classes are only those that the viewer itself uses, so none are relied on. */
export const PANEL_STYLE = `
.pseudonymize-panel { --identifying: #ff6b6b; --unknown: #ffb020; --harmless: #3ddbd9; display: flex; flex-direction: column; box-sizing: border-box; height: 100%; font-size: 14px; line-height: 20px; color: hsl(var(--foreground)); background: hsl(var(--background)); }
.pseudonymize-panel .sections { flex: 1; min-height: 0; overflow-y: auto; scrollbar-width: thin; scroll-padding: 40px 0 8px; }
.pseudonymize-panel section { padding: 6px 8px; }
.pseudonymize-panel .sections section + section { border-top: 1px solid hsl(var(--input)); }
.pseudonymize-panel h2 { margin: 0 0 4px; font-size: 14px; font-weight: 500; color: hsl(var(--foreground)); }
.pseudonymize-panel h3 { margin: 6px 0 2px; font-size: 12px; font-weight: 400; color: hsl(var(--muted-foreground)); }
.pseudonymize-panel :is(h2, summary, .chip) span { margin-left: 2px; padding: 0 5px; border-radius: 9999px; background: hsl(var(--muted)); color: hsl(var(--highlight)); font-size: 12px; }
.pseudonymize-panel p { margin: 4px 0; }
.pseudonymize-panel .title { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 8px; }
.pseudonymize-panel .title .note { margin: 0 auto 0 0; }
.pseudonymize-panel table { width: 100%; table-layout: fixed; border-collapse: collapse; }
.pseudonymize-panel :is(th, td) { padding: 2px 4px 2px 0; text-align: left; vertical-align: top; font-weight: 400; overflow-wrap: anywhere; }
.pseudonymize-panel th { color: hsl(var(--muted-foreground)); }
.pseudonymize-panel .patient :is(thead td, tbody th) { width: 58px; }
.pseudonymize-panel :is(.pseudonym, .changed .new) { color: hsl(var(--highlight)); }
.pseudonymize-panel .header-changes table { font-size: 12px; line-height: 16px; }
.pseudonymize-panel .header-changes tbody tr { border-top: 1px solid hsl(var(--muted)); content-visibility: auto; }
.pseudonymize-panel .note { color: hsl(var(--muted-foreground)); }
.pseudonymize-panel .warning { color: #ffb020; }
.pseudonymize-panel .error { padding: 6px 8px; border-left: 3px solid #ff6b6b; background: hsl(var(--muted)); }
.pseudonymize-panel code { font-size: 12px; overflow-wrap: anywhere; color: hsl(var(--muted-foreground)); }
.pseudonymize-panel .progress { display: block; }
.pseudonymize-panel progress { display: block; width: 100%; height: 4px; margin-top: 4px; border: 0; border-radius: 2px; appearance: none; background: hsl(var(--input)); overflow: hidden; }
.pseudonymize-panel progress::-webkit-progress-bar { background: hsl(var(--input)); }
.pseudonymize-panel progress::-webkit-progress-value { background: hsl(var(--highlight)); }
.pseudonymize-panel progress::-moz-progress-bar { background: hsl(var(--highlight)); }
.pseudonymize-panel .series-progress { margin-top: 4px; font-size: 12px; color: hsl(var(--muted-foreground)); }
.pseudonymize-panel .series-progress li { justify-content: space-between; }
.pseudonymize-panel .buttons { display: flex; flex-wrap: wrap; gap: 4px; margin: 4px 0; }
.pseudonymize-panel dialog .buttons { margin-top: 12px; gap: 8px; }
.pseudonymize-panel button { min-height: 26px; padding: 1px 8px; border: 1px solid hsl(var(--input)); border-radius: 4px; background: transparent; color: hsl(var(--foreground)); font-size: 13px; cursor: pointer; }
.pseudonymize-panel button:hover:not(:disabled, [aria-disabled='true']) { background: hsl(var(--primary) / 0.25); }
.pseudonymize-panel button:is(:disabled, [aria-disabled='true']) { opacity: 0.5; cursor: default; }
.pseudonymize-panel button[aria-pressed='true'] { border-color: hsl(var(--highlight)); color: hsl(var(--highlight)); }
.pseudonymize-panel button.primary { border-color: transparent; background: hsl(var(--primary)); color: #000; font-weight: 500; }
.pseudonymize-panel button.primary:hover:not(:disabled, [aria-disabled='true']) { background: hsl(var(--highlight)); }
.pseudonymize-panel button.quiet { min-height: 22px; padding: 0 8px; border-color: transparent; color: hsl(var(--highlight)); }
.pseudonymize-panel :is(button, a, select, input, summary, .sections):focus-visible { outline: 2px solid hsl(var(--highlight)); outline-offset: 1px; }
/* Its row cuts off what lies outside. */
.pseudonymize-panel button.finding:focus-visible { outline-offset: -2px; }
.pseudonymize-panel ul { margin: 0; padding: 0; list-style: none; }
.pseudonymize-panel li { display: flex; align-items: center; border-radius: 4px; }
.pseudonymize-panel select { min-width: 0; max-width: 100%; min-height: 26px; border: 1px solid hsl(var(--input)); border-radius: 4px; background: hsl(var(--background)); color: hsl(var(--foreground)); font-size: 13px; }
.pseudonymize-panel label:has(select) { display: inline-flex; align-items: center; gap: 6px; min-width: 0; color: hsl(var(--muted-foreground)); }
.pseudonymize-panel .check { display: flex; gap: 6px; margin-block: 6px 4px; color: hsl(var(--muted-foreground)); }

.pseudonymize-panel .mark { display: inline-block; flex: none; vertical-align: -2px; fill: none; stroke: currentcolor; stroke-width: 1.5; }
.pseudonymize-panel .mark.filled { fill: currentcolor; }
.pseudonymize-panel :is(.mark, .class, .chip).identifying { color: var(--identifying); }
.pseudonymize-panel :is(.mark, .class, .chip).unknown { color: var(--unknown); }
.pseudonymize-panel :is(.mark, .class, .chip).harmless { color: var(--harmless); }

.pseudonymize-panel .classes { display: flex; flex-wrap: wrap; gap: 3px; margin: 4px 0; }
.pseudonymize-panel .chip { display: inline-flex; align-items: center; gap: 3px; min-height: 24px; padding: 0 4px; border-radius: 9999px; font-size: 12px; letter-spacing: -0.02em; }
.pseudonymize-panel .chip .mark { width: 11px; height: 11px; }
.pseudonymize-panel .chip span { margin: 0; padding: 0; background: none; }
.pseudonymize-panel .chip[aria-pressed] { border-color: currentcolor; }
.pseudonymize-panel .chip[aria-pressed='true'] { color: inherit; }
.pseudonymize-panel .chip.identifying[aria-pressed='true'] { color: var(--identifying); }
.pseudonymize-panel .chip.unknown[aria-pressed='true'] { color: var(--unknown); }
.pseudonymize-panel .chip.harmless[aria-pressed='true'] { color: var(--harmless); }
.pseudonymize-panel .chip[aria-pressed='false'] { color: hsl(var(--muted-foreground)); }
.pseudonymize-panel .bulk { display: flex; flex-wrap: wrap; align-items: center; gap: 4px; margin-bottom: 4px; }
.pseudonymize-panel .bulk :is(button, select) { padding-inline: 5px; font-size: 12px; }
.pseudonymize-panel .selection { margin: 6px 0; padding: 6px 8px; border: 1px solid hsl(var(--primary)); border-radius: 4px; }
.pseudonymize-panel .selection { display: grid; gap: 2px; }
.pseudonymize-panel .selection .title { align-items: center; }
.pseudonymize-panel .selection .choices { display: flex; flex-wrap: wrap; gap: 4px 8px; }
.pseudonymize-panel .selection select { max-width: 120px; }
.pseudonymize-panel .keeping { font-size: 12px; }
/* Not at once: while a search goes on, it would blink. */
.pseudonymize-panel .keeping.kept { animation: pseudonymize-appear 1.5s step-end backwards; }
@keyframes pseudonymize-appear { from { opacity: 0; } }

.pseudonymize-panel .tabs { position: sticky; top: 0; z-index: 2; display: flex; gap: 4px; padding: 0 8px; border-block: 1px solid hsl(var(--input)); background: hsl(var(--background)); }
.pseudonymize-panel .tabs button { border-color: transparent; border-radius: 0; border-bottom: 2px solid transparent; color: hsl(var(--muted-foreground)); }
.pseudonymize-panel .tabs button[aria-selected='true'] { border-bottom-color: hsl(var(--highlight)); color: hsl(var(--highlight)); }
.pseudonymize-panel details summary { padding: 4px 0; color: hsl(var(--highlight)); cursor: pointer; }
.pseudonymize-panel .image-findings h3 { margin-top: 2px; }
.pseudonymize-panel .image-findings li { height: 38px; padding-right: 2px; border-left: 3px solid transparent; content-visibility: auto; contain-intrinsic-height: 38px; }
.pseudonymize-panel .image-findings li.single { margin-left: 18px; }
.pseudonymize-panel .image-findings li > button.icon { width: 18px; }
.pseudonymize-panel .image-findings li.highlighted { background: hsl(var(--muted)); }
.pseudonymize-panel .image-findings li.selected { border-left-color: hsl(var(--highlight)); background: hsl(var(--primary) / 0.25); }
.pseudonymize-panel button.finding { display: grid; flex: 1; min-width: 0; height: 100%; padding: 1px 3px; align-content: center; justify-items: start; border-color: transparent; color: hsl(var(--foreground)); text-align: left; }
/* Its row is highlighted: twice as bright a ground would be too bright for the red of what identifies. */
.pseudonymize-panel .image-findings button.finding:hover:not(:disabled, [aria-disabled='true']) { background: transparent; }
.pseudonymize-panel .snippet { max-width: 100%; height: 18px; border-radius: 2px; background: #000; object-fit: contain; object-position: left; image-rendering: auto; }
.pseudonymize-panel .told { max-width: 100%; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; font-size: 12px; line-height: 16px; letter-spacing: -0.01em; color: hsl(var(--muted-foreground)); }
.pseudonymize-panel .told .mark { width: 12px; height: 12px; }
.pseudonymize-panel .judge { display: flex; }
.pseudonymize-panel .judge button.icon { width: 26px; }
.pseudonymize-panel button.icon { display: inline-grid; width: 28px; height: 28px; min-height: 0; padding: 0; place-items: center; border-color: transparent; color: hsl(var(--muted-foreground)); }
.pseudonymize-panel button.icon:hover:not(:disabled) { color: hsl(var(--highlight)); }
.pseudonymize-panel svg.icon { fill: none; stroke: currentcolor; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; }
.pseudonymize-panel .tools { display: flex; flex-wrap: wrap; gap: 2px 6px; }
.pseudonymize-panel section > .tools button.icon { width: 34px; height: 34px; color: hsl(var(--primary)); }
.pseudonymize-panel section > .tools svg.icon { width: 24px; height: 24px; }
.pseudonymize-panel button.icon[aria-pressed='true'] { border-color: transparent; background: hsl(var(--primary) / 0.25); color: hsl(var(--highlight)); }
.pseudonymize-panel section > .tools button.icon[aria-pressed='true'] { background: hsl(var(--highlight)); color: #000; }

.pseudonymize-panel li.hold { display: block; padding: 4px 6px; border-left: 3px solid transparent; }
.pseudonymize-panel li.hold[aria-current='true'] { border-left-color: hsl(var(--highlight)); background: hsl(var(--primary) / 0.25); }
.pseudonymize-panel footer { border-top: 1px solid hsl(var(--input)); }
.pseudonymize-panel footer > section > .primary { width: 100%; margin-top: 4px; }
.pseudonymize-panel .project { display: grid; grid-template-columns: repeat(auto-fit, minmax(130px, 1fr)); gap: 4px 12px; padding: 8px 8px 0; }
.pseudonymize-panel .project label { flex-direction: column; align-items: stretch; gap: 2px; font-size: 12px; line-height: 16px; }
.pseudonymize-panel dialog .project { padding: 0 0 8px; }
.pseudonymize-panel .changes { margin: 8px 0; padding: 4px 10px 6px; border-left: 3px solid hsl(var(--highlight)); background: hsl(var(--muted)); font-size: 13px; }
.pseudonymize-panel .changes ul { padding-left: 16px; list-style: disc; }
.pseudonymize-panel .changes li { display: list-item; }
.pseudonymize-panel .changes details { max-height: 40vh; overflow-y: auto; }
.pseudonymize-panel .job .changes { max-height: 30vh; overflow-y: auto; }
.pseudonymize-panel a { color: hsl(var(--highlight)); text-decoration: underline; }
.pseudonymize-panel dialog { position: fixed; inset: 0; margin: auto; width: min(560px, calc(100vw - 32px)); max-height: calc(100vh - 32px); overflow-y: auto; scroll-padding: 16px; padding: 16px 20px; border: 1px solid hsl(var(--input)); border-radius: 8px; background: hsl(var(--popover, var(--background))); color: hsl(var(--foreground)); }
.pseudonymize-panel dialog::backdrop { background: #000a; }
.pseudonymize-panel dialog h2 { font-size: 18px; line-height: 26px; color: hsl(var(--highlight)); }
.pseudonymize-panel .counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(92px, 1fr)); gap: 4px; margin: 10px 0; }
.pseudonymize-panel .counts div { display: flex; flex-direction: column; justify-content: space-between; padding: 6px; letter-spacing: -0.02em; border-radius: 4px; background: hsl(var(--muted)); }
.pseudonymize-panel .counts dt { font-size: 12px; color: hsl(var(--muted-foreground)); }
.pseudonymize-panel .counts dd { margin: 0; font-size: 18px; }
.pseudonymize-panel .keys { margin: 0; display: grid; gap: 3px; }
.pseudonymize-panel .keys div { display: grid; grid-template-columns: 130px 1fr; gap: 8px; }
.pseudonymize-panel .keys dd { margin: 0; }
.pseudonymize-panel kbd { padding: 0 6px; border: 1px solid hsl(var(--input)); border-radius: 3px; font-size: 12px; color: hsl(var(--highlight)); }

/* A narrow panel: the page is enlarged, or the window small. */
@container (max-width: 300px) {
  .pseudonymize-panel { font-size: 13px; line-height: 18px; }
  .pseudonymize-panel .series-progress li { flex-wrap: wrap; }
}
/* A low one: project and profile are chosen in the dialog. */
@container (max-height: 560px) {
  .pseudonymize-panel footer > .project { display: none; }
  .pseudonymize-panel footer > section { padding-block: 4px; }
  .pseudonymize-panel .job .changes { max-height: 70px; }
}
`;
