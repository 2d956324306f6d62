// Suggestions as one types: a plain list of links under the field, reachable with the arrow keys.
const field = document.querySelector('[data-suggestions]')
const list = document.createElement('ul')
list.className = 'suggestions'
list.hidden = true
field.after(list)
let asked = 0
let timer

async function suggest() {
  const words = field.value.trim()
  const mine = ++asked
  if (words.length < 2) { list.hidden = true; return }
  try {
    const response = await fetch(`${field.dataset.suggestions}?q=${encodeURIComponent(words)}`)
    if (!response.ok || mine !== asked) return
    list.replaceChildren(...(await response.json()).map(item))
    list.hidden = list.childElementCount === 0
  } catch { list.hidden = true }
}

function item({ kind, title, url }) {
  const link = document.createElement('a')
  link.href = url
  link.textContent = title
  const sort = document.createElement('small')
  sort.textContent = kind
  link.append(' ', sort)
  const row = document.createElement('li')
  row.append(link)
  return row
}

field.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(suggest, 150) })
field.form.addEventListener('keydown', event => {
  if (event.key === 'Escape') list.hidden = true
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp' || list.hidden) return
  event.preventDefault()
  const stops = [field, ...list.querySelectorAll('a')]
  const next = stops.indexOf(document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1)
  stops[(next + stops.length) % stops.length].focus()
})
document.addEventListener('click', event => { if (!field.form.contains(event.target)) list.hidden = true })
