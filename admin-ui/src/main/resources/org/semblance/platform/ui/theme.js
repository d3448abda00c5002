// Tells the server the time zone. Light or dark is decided before the first paint: what this browser remembers, or else what its system prefers.
(() => {
  const key = 'semblance-theme';
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const chosen = () => {
    try {
      return window.localStorage.getItem(key) || 'system';
    } catch (e) {
      return 'system';
    }
  };
  const apply = () => {
    const theme = chosen();
    const dark = theme === 'dark' || (theme === 'system' && system.matches);
    document.documentElement.setAttribute('theme', dark ? 'dark' : 'light');
    document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
  };
  window.semblanceTheme = {
    get: chosen,
    set: (theme) => {
      try {
        window.localStorage.setItem(key, theme);
      } catch (e) {
        // A browser that keeps nothing still switches for as long as the page is open.
      }
      apply();
    },
  };
  system.addEventListener('change', apply);
  apply();
  const zone = encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC');
  document.cookie = 'semblance-zone=' + zone + '; path=/; SameSite=Lax';
})();
