const containers = "form, section, .state, main";

/** Keeps the keyboard focus near a change: if the focused element is removed, its closest container gets the focus instead of the body. */
export function keepFocus(main: HTMLElement): () => void {
  let ancestors: HTMLElement[] = [];
  const rememberAncestors = (event: FocusEvent): void => {
    ancestors = [];
    for (let part = (event.target as Element).parentElement?.closest<HTMLElement>(containers); part; part = part.parentElement?.closest<HTMLElement>(containers)) {
      ancestors.push(part);
    }
  };
  const observer = new MutationObserver(() => {
    if (document.activeElement !== document.body || ancestors.length === 0) {
      return;
    }
    const part = ancestors.find(p => p.isConnected) ?? main;
    if (!part.hasAttribute("tabindex")) {
      part.tabIndex = -1;
    }
    part.focus({ preventScroll: true });
  });
  main.addEventListener("focusin", rememberAncestors);
  // Leaving an element that still exists is deliberate: with the tab key at the end, or with a click outside.
  const forgetAncestors = (event: FocusEvent): void => {
    if (event.relatedTarget === null) {
      queueMicrotask(() => {
        ancestors = (event.target as Element).isConnected ? [] : ancestors;
      });
    }
  };
  main.addEventListener("focusout", forgetAncestors);
  observer.observe(main, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
    main.removeEventListener("focusin", rememberAncestors);
    main.removeEventListener("focusout", forgetAncestors);
  };
}
