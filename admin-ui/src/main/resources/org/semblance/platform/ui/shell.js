// What the frame around the views does in the browser: its keys, and asking for news while somebody is there to see them.
(() => {
  const away = 10 * 60 * 1000;
  const minute = 60 * 1000;
  let touched = Date.now();
  let missed = false;
  const layout = () => document.querySelector('.portal');
  const call = (name) => {
    const server = layout() && layout().$server;
    if (server && server[name]) {
      server[name]();
    }
  };
  // A page that is merely left open asks for nothing: its user is signed out in time, as if it were not there.
  const attended = () => document.visibilityState === 'visible' && Date.now() - touched < away;
  const news = () => {
    missed = !attended();
    if (!missed) {
      call('refresh');
    }
  };
  // Once, in a moment: what goes on asks each time anew.
  let waiting;
  const soon = () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      missed = missed || !attended();
      if (attended()) {
        call('refreshView');
      }
    }, 1500);
  };
  const back = () => {
    touched = Date.now();
    if (missed && document.visibilityState === 'visible') {
      news();
    }
  };
  const writing = (event) =>
    event.composedPath().some((part) => part.matches && part.matches('input:not([type=checkbox]), textarea, select, [contenteditable=true]'));
  const keys = (event) => {
    if (!layout() || event.altKey || event.isComposing) {
      return;
    }
    const held = event.ctrlKey || event.metaKey;
    if (held && !event.shiftKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      call('openSearch');
    } else if (!held && !writing(event) && (event.key === '/' || event.key === '?')) {
      event.preventDefault();
      call(event.key === '/' ? 'openSearch' : 'openShortcuts');
    }
  };
  // Arrow keys walk through what was found, and up again to where it is asked for.
  const arrows = (root) => {
    root.addEventListener('keydown', (event) => {
      const input = root.querySelector('input');
      const hits = [...root.querySelectorAll('.quick-hit')];
      const at = hits.indexOf(event.target.closest && event.target.closest('.quick-hit'));
      if (event.key === 'ArrowDown' && at < hits.length - 1) {
        event.preventDefault();
        hits[at + 1].focus();
      } else if (event.key === 'ArrowUp' && at >= 0) {
        event.preventDefault();
        (hits[at - 1] || input).focus();
      } else if (event.key === 'Enter' && at < 0 && hits.length > 0) {
        event.preventDefault();
        hits[0].click();
      } else if (at >= 0 && event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
        input.focus();
      }
    });
  };
  // Where one is stands in view, however long the way to everything is; the view itself comes first.
  const soonIdle = window.requestIdleCallback || ((then) => window.setTimeout(then, 300));
  const reveal = (navigation) =>
    soonIdle(() => {
      const item = navigation.querySelector('vaadin-side-nav-item[current]');
      const scroller = navigation.closest('vaadin-scroller');
      if (item && scroller) {
        const [at, seen] = [item.getBoundingClientRect(), scroller.getBoundingClientRect()];
        scroller.scrollTop += Math.max(0, at.bottom - seen.bottom) - Math.max(0, seen.top - at.top);
      }
    });
  window.semblanceShell = { news, soon, arrows, reveal };
  window.addEventListener('keydown', keys);
  ['pointerdown', 'pointermove', 'keydown', 'wheel'].forEach((name) => window.addEventListener(name, back, { capture: true, passive: true }));
  document.addEventListener('visibilitychange', back);
  window.setInterval(news, minute);
})();
