// Runs before the first paint, so that language, direction and theme never flash. A file, because the page's
// security policy allows no script inside it.
const stored = (key) => {
  try {
    return localStorage.getItem(`peyvand.${key}`)
  } catch {
    return null
  }
}
const html = document.documentElement
const locale = stored('locale') ?? (/^fa\b/i.test(navigator.language) || !/^en\b/i.test(navigator.language) ? 'fa' : 'en')
html.lang = locale
html.dir = locale === 'fa' ? 'rtl' : 'ltr'
const theme = stored('theme') ?? 'system'
const isDark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
html.classList.toggle('dark', isDark)
html.dataset.density = stored('density') ?? 'default'
