// Runs before the first paint, so that the page never flashes in the wrong direction or theme.
// A file of its own, because the page allows no inline scripts. Keys: platform/web/preferences.ts.
;(() => {
  const html = document.documentElement
  let stored = {}
  try {
    stored = JSON.parse(localStorage.getItem('peyvand.preferences') || '{}')
  } catch {
    // Storage may be forbidden; the defaults hold.
  }
  const locale = stored.locale === 'en' ? 'en' : 'fa'
  const dark =
    stored.theme === 'dark' ||
    (stored.theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  html.lang = locale
  html.dir = locale === 'fa' ? 'rtl' : 'ltr'
  html.classList.toggle('dark', dark)
  document.querySelector('link[rel=manifest]').href = `/manifest.${locale}.webmanifest`
  html.dataset.density = stored.density || 'default'
})()
