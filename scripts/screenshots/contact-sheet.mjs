// The page on which all photographs are seen at once: a row a state, a column a size and theme.

/**
 * @param {readonly import('../screenshots.mjs').Photograph[]} taken
 * @param {readonly { state: string, why: string }[]} failed
 */
export function contactSheet(taken, failed) {
  const states = [...new Set(taken.map(({ state }) => state))]
  const rows = states.map((state) => {
    const pictures = taken
      .filter((each) => each.state === state)
      .map(
        ({ file, size, theme }) =>
          `<figure><a href="${file}"><img src="${file}" loading="lazy" alt="${escaped(`${state}, ${size}, ${theme}`)}"></a>` +
          `<figcaption>${escaped(size)} ${escaped(theme)}</figcaption></figure>`,
      )
    return `<section><h2>${escaped(state)}</h2><div>${pictures.join('')}</div></section>`
  })
  const missing = failed.map(({ state, why }) => `<li>${escaped(state)}: ${escaped(why)}</li>`)
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>F1 Sculpture Gallery: every view and state</title>
<style>
  body { margin: 2rem; font: 14px/1.4 system-ui, sans-serif; color: #eee; background: #222; }
  div { display: grid; grid-template-columns: repeat(auto-fill, minmax(22rem, 1fr)); gap: 1rem; }
  figure { margin: 0; }
  img { width: 100%; display: block; }
  li { color: #ff9d7a; }
</style>
<h1>${taken.length} photographs of ${states.length} states</h1>
${missing.length === 0 ? '' : `<p>Not brought about:</p><ul>${missing.join('')}</ul>`}
${rows.join('\n')}
</html>
`
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
