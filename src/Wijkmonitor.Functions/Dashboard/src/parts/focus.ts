const holders = "form, section, .state, main";

/** Keeps who uses the keyboard where something changed: when what had the focus goes away, the part around it has it, and never the body. */
export function keepFocus(main: HTMLElement): () => void {
  let around: HTMLElement[] = [];
  const remember = (event: FocusEvent): void => {
    around = [];
    for (let part = (event.target as Element).parentElement?.closest<HTMLElement>(holders); part; part = part.parentElement?.closest<HTMLElement>(holders)) {
      around.push(part);
    }
  };
  const changed = new MutationObserver(() => {
    if (document.activeElement !== document.body || around.length === 0) {
      return;
    }
    const part = around.find(p => p.isConnected) ?? main;
    if (!part.hasAttribute("tabindex")) {
      part.tabIndex = -1;
    }
    part.focus({ preventScroll: true });
  });
  main.addEventListener("focusin", remember);
  // Who leaves what is still there does so on purpose: by the tab key at the end, or by a click outside everything.
  const leave = (event: FocusEvent): void => {
    if (event.relatedTarget === null) {
      queueMicrotask(() => {
        around = (event.target as Element).isConnected ? [] : around;
      });
    }
  };
  main.addEventListener("focusout", leave);
  changed.observe(main, { childList: true, subtree: true });
  return () => {
    changed.disconnect();
    main.removeEventListener("focusin", remember);
    main.removeEventListener("focusout", leave);
  };
}
