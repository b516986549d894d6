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
  // Who clicks beside everything leaves on purpose.
  const leave = (event: MouseEvent): void => {
    if (!(event.target as Element).closest("a, button, input, select, summary, label")) {
      around = [];
    }
  };
  main.addEventListener("mousedown", leave);
  changed.observe(main, { childList: true, subtree: true });
  return () => {
    changed.disconnect();
    main.removeEventListener("focusin", remember);
    main.removeEventListener("mousedown", leave);
  };
}
