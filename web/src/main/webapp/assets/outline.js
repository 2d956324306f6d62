// The outline in place: the page's own forms and links, sent without leaving the page. What comes back replaces the
// editor; the focus stays with what was moved, and what happened is said to who does not see it.
const said = document.getElementById('said')
const lost = document.getElementById('lost')
const EDGE = 60
let queue = Promise.resolve()

const editor = () => document.getElementById('editor')
const row = slug => document.getElementById(`a-${slug}`)
const act = value => editor().querySelector(`button[value="${CSS.escape(value)}"]`)

function tell(text) {
  said.textContent = ''
  requestAnimationFrame(() => { said.textContent = text })
}

// What to come back to: a field of the page by what it does, not by where it stands.
function held() {
  const at = document.activeElement
  if (!at || !editor().contains(at)) return null
  if (at.tagName === 'SUMMARY') return { slug: at.closest('[data-slug]')?.dataset.slug, more: true }
  if (at.tagName === 'BUTTON') return { value: at.value }
  if (at.id) return { id: at.id }
  return at.tagName === 'A' ? { href: at.getAttribute('href') } : null
}

function hold(place, address) {
  const query = new URL(address, location).searchParams
  const typing = document.getElementById('title') ?? document.getElementById('to')
  const wanted = [
    editor().querySelector('.refusal') && place?.value && act(place.value),
    editor().querySelector('.wrong')?.closest('.field, .ticks')?.querySelector('input, select, textarea'),
    query.get('at') && !query.get('did') && place?.href?.includes('at=') && document.getElementById('chosen'),
    query.get('did') === 'taken' && editor().querySelector('.undo'),
    typing,
    query.get('did') !== 'moved' && query.get('did') !== 'section-moved' && query.get('on')
      && row(query.get('on'))?.querySelector('.name'),
    place?.value && act(place.value),
    place?.value && act(place.value.replace(/^(section-)?(up|down):/, (all, section = '', step) =>
      `${section}${step === 'up' ? 'down' : 'up'}:`)),
    place?.more && row(place.slug)?.querySelector('summary'),
    place?.id && document.getElementById(place.id),
    place?.href && editor().querySelector(`a[href="${CSS.escape(place.href)}"]`),
    query.get('at') && document.getElementById('chosen')
  ].find(found => found && !found.disabled)
  wanted?.focus({ preventScroll: wanted !== typing && wanted?.id !== 'chosen' })
  if (typing) typing.select?.()
}

async function load(address, options, place) {
  let answer
  try {
    answer = await fetch(address, options)
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const next = page.getElementById('editor')
    if (!next) {
      location.assign(answer.url)
      return
    }
    lost.hidden = true
    editor().replaceWith(document.adoptNode(next))
    history.replaceState(null, '', answer.url)
    hold(place, answer.url)
    tell(next.querySelector('.refusal, .wrong')?.textContent ?? next.dataset.said)
    fade()
  } catch {
    lost.hidden = false
    document.querySelectorAll('#editor form[data-sent]').forEach(form => delete form.dataset.sent)
  }
}

function later(work) {
  queue = queue.then(work)
  return queue
}

function send(form, submitter, value, place) {
  const body = new URLSearchParams(new FormData(form, submitter))
  if (value) body.set('act', value)
  if (form.id === 'typing') body.set('type', submitter?.value ?? '-')
  return load(form.action, { method: 'POST', body }, place)
}

document.addEventListener('submit', event => {
  const form = event.target
  if (!form.closest('#editor')) return
  event.preventDefault()
  event.stopPropagation()
  const place = held()
  later(() => send(form.isConnected ? form : document.getElementById(form.id), event.submitter, null, place))
}, true)

document.addEventListener('click', event => {
  const link = event.target.closest('a[data-in-place]')
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
    event.preventDefault()
    const place = link.closest('.more') ? { slug: link.closest('[data-slug]').dataset.slug, more: true } : held()
    const back = link.matches('.cancel, .close') ? opened : place
    opened = place
    later(() => load(link.href, {}, back))
  }
  document.querySelectorAll('#editor .more[open]').forEach(menu => {
    if (event.target === menu || !menu.contains(event.target)) menu.open = false
  })
})
let opened = null

// Alt and an arrow move what the focus is in; the steps queue up when they come faster than the answers.
document.addEventListener('keydown', event => {
  const menu = event.target.closest?.('.more[open]')
  if (event.key === 'Escape') {
    if (menu) {
      menu.open = false
      menu.querySelector('summary').focus()
    } else if (event.target.closest?.('#typing')) {
      event.preventDefault()
      editor().querySelector('#typing .cancel').click()
    }
    return
  }
  const moved = event.target.closest?.('#editor [data-slug]')
  if (!moved || event.target.closest('#typing')) return
  const { slug, row: kind } = moved.dataset
  if (event.key === 'F2') {
    event.preventDefault()
    moved.querySelector(`a[href*="rename"]`)?.click()
  } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
    event.preventDefault()
    const value = `${kind}${event.key === 'ArrowUp' ? 'up' : 'down'}:${slug}`
    later(() => {
      const button = act(value)
      if (!button || button.disabled) return tell(editor().dataset.edge)
      const place = held() ?? { value }
      return send(button.form, button, null, place)
    })
  }
})

// Dragging by the handle, with mouse, pen or finger. A line shows where it would go.
document.addEventListener('pointerdown', start => {
  const handle = start.target.closest('#editor .handle')
  if (!handle || start.button !== 0) return
  start.preventDefault()
  const dragged = handle.closest('[data-slug]')
  const { slug, row: kind } = dragged.dataset
  const whole = kind ? dragged.closest('.section') : dragged
  let target = null
  handle.setPointerCapture(start.pointerId)
  whole.classList.add('is-dragged')
  const clear = () => document.querySelectorAll('.is-before, .is-end').forEach(
    marked => marked.classList.remove('is-before', 'is-end'))
  const move = event => {
    if (event.clientY < EDGE) scrollBy(0, -12)
    else if (event.clientY > innerHeight - EDGE) scrollBy(0, 12)
    clear()
    target = kind ? overSection(event.clientY, whole) : overActivity(event.clientY)
    target.element?.classList.add(target.before ? 'is-before' : 'is-end')
  }
  const end = event => {
    handle.removeEventListener('pointermove', move)
    whole.classList.remove('is-dragged')
    clear()
    if (event.type !== 'pointerup' || !target?.element || target.before === slug) return
    const value = kind ? `section-place:${slug}:${target.before}`
      : `place:${slug}:${target.section}:${target.before}`
    later(() => send(document.getElementById('acts'), null, value, { slug, more: true }))
  }
  handle.addEventListener('pointermove', move)
  handle.addEventListener('pointerup', end, { once: true })
  handle.addEventListener('pointercancel', end, { once: true })
})

function overSection(y, dragged) {
  const sections = [...document.querySelectorAll('#editor .section')]
  const below = sections.find(section => {
    const box = section.getBoundingClientRect()
    return y < box.top + box.height / 2
  })
  if (below) return { element: below === dragged ? null : below, before: below.dataset.section }
  return { element: sections.at(-1) === dragged ? null : sections.at(-1), before: '' }
}

function overActivity(y) {
  const sections = [...document.querySelectorAll('#editor .section')]
  const section = sections.find(each => y < each.getBoundingClientRect().bottom) ?? sections.at(-1)
  const below = [...section.querySelectorAll('.activity')].find(activity => {
    const box = activity.getBoundingClientRect()
    return y < box.top + box.height / 2
  })
  return { element: below ?? section, section: section.dataset.section, before: below?.dataset.slug ?? '' }
}

// What was done is said for a while; what was taken out stays within reach.
function fade() {
  const toast = document.querySelector('.toast')
  if (toast && !toast.querySelector('.undo')) setTimeout(() => toast.remove(), 6000)
}
document.documentElement.classList.add('scripted')
fade()
