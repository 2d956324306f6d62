// What the question editor and the quiz builder can do without a script, done in place: buttons of rows send the form
// and only the form changes. Beside it the question is shown as a learner sees it. Slots can be dragged, regions drawn.
const form = document.querySelector('#question')
const learner = document.querySelector('.learner')
document.documentElement.classList.add('scripted')

// ---- the form, sent and taken back -----------------------------------------------------------------------------

let busy = false
let next
let edits = 0

async function send(order, focus) {
  if (busy) { next = [order, focus]; return }
  busy = true
  const at = edits
  const data = new URLSearchParams(new FormData(form))
  data.set('do', order)
  try {
    const response = await fetch(form.action, { method: 'POST', body: data })
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('#question')
    if (!fresh) { location.reload(); return }
    // Somebody went on writing meanwhile: what came back does not know it, so it is asked anew.
    if (edits !== at) { next ??= [order, focus]; return }
    const { name, value, tagName } = form.contains(document.activeElement) ? document.activeElement : {}
    form.replaceChildren(...fresh.childNodes)
    prepare()
    if (focus) focus()
    else if (name) (tagName === 'BUTTON' ? button(value) : form.querySelector(`[name="${name}"]`))?.focus()
  } catch {
    document.querySelector('#lost').hidden = false
  } finally {
    busy = false
    const waiting = next
    next = undefined
    if (waiting) send(...waiting)
  }
}

function button(order) { return form.querySelector(`button[name="do"][value="${CSS.escape(order)}"]`) }

// After a row has moved, its button is where it went; after it is gone, that of its neighbour; a new row is written in.
function focusAfter(order) {
  const [verb, ...rest] = order.split(':')
  const at = Number(rest.at(-1))
  const same = (index, name = verb) => button([name, ...rest.slice(0, -1), index].join(':'))
  if (verb === 'up') return same(at - 1) ?? same(at) ?? button(order)
  if (verb === 'down') return same(at + 1) ?? same(at) ?? button(order)
  if (verb === 'remove') return same(at) ?? same(at - 1) ?? form.querySelector('button[value^="add"], button[value^="draw"]')
  if (verb === 'add') {
    const fields = [...form.querySelectorAll(`[name^="${rest[0]}."]`)]
    const last = fields.at(-1)?.name.split('.')[1]
    return fields.find(field => field.name.split('.')[1] === last && field.type !== 'hidden')
  }
  if (verb === 'draw' || verb === 'fixed') return [...form.querySelectorAll(`[name^="slots-${rest[0]}."]:not([type=hidden])`)].findLast(field => /count|mark/.test(field.name) && (verb === 'fixed' || field.name.endsWith('count')))
  if (verb === 'section') return [...form.querySelectorAll('[name^="sections."]')].at(-1)
  return button(order)
}

if (form) {
  form.addEventListener('click', event => {
    const pressed = event.target.closest('button[name="do"]')
    if (!pressed) return
    event.preventDefault()
    send(pressed.value, () => focusAfter(pressed.value)?.focus())
  })
  form.addEventListener('input', () => { edits += 1; preview() })
  form.addEventListener('change', event => {
    if (/^slots-\d+\.\d+\.(topic|tag|difficulty|count|mark)$/.test(event.target.name)) {
      send('none')
    }
    if (event.target.name === 'picture') draw()
  })
  prepare()
}

function prepare() {
  form.querySelectorAll('.slot').forEach(slot => { slot.draggable = false })
  draw()
  preview()
}

// ---- slots by hand ---------------------------------------------------------------------------------------------

let dragged
form?.addEventListener('pointerdown', event => {
  const slot = event.target.closest('.handle')?.closest('.slot')
  if (slot) slot.draggable = true
})
form?.addEventListener('dragstart', event => { dragged = event.target.closest?.('.slot'); event.dataTransfer.setData('text/plain', '') })
form?.addEventListener('dragover', event => {
  form.querySelectorAll('.over').forEach(slot => slot.classList.remove('over'))
  if (!dragged || !event.target.closest('.quiz-section')) return
  event.preventDefault()
  event.target.closest('.slot')?.classList.add('over')
})
form?.addEventListener('drop', event => {
  const section = event.target.closest('.quiz-section')
  if (!dragged || !section) return
  event.preventDefault()
  const from = dragged.dataset
  const target = event.target.closest('.slot')
  let to = target ? Number(target.dataset.slot) : section.querySelectorAll('.slot').length
  if (section.dataset.section === from.section && Number(from.slot) < to) to -= 1
  send(`move:${from.section}:${from.slot}:${section.dataset.section}:${to}`, () => button(`up:${section.dataset.section}:${to}`)?.focus())
})
form?.addEventListener('dragend', () => { dragged = undefined; form.querySelectorAll('.over').forEach(slot => slot.classList.remove('over')) })

// ---- as the learner sees it ------------------------------------------------------------------------------------

const shadow = learner?.querySelector('.phone').attachShadow({ mode: 'open' })
if (learner) {
  learner.hidden = false
  shadow.innerHTML = `<link rel="stylesheet" href="${learner.dataset.tokens}"><link rel="stylesheet" href="${learner.dataset.style}"><div class="shown"></div>`
  shadow.addEventListener('submit', event => {
    event.preventDefault()
    show(new FormData(event.target, event.submitter))
  })
}

function preview() {
  if (!learner) return
  clearTimeout(preview.timer)
  preview.timer = setTimeout(() => show(new FormData(form)), 500)
}

async function show(data) {
  const fields = new URLSearchParams(data)
  for (const name of [...fields.keys()]) if (name.startsWith('jakarta.faces')) fields.delete(name)
  try {
    const response = await fetch('/studio/questions/try', { method: 'POST', body: fields })
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('main')
    fresh?.querySelector('h1')?.remove()
    if (fresh) shadow.querySelector('.shown').replaceChildren(...fresh.childNodes)
  } catch { /* the next key tries again */ }
}

// ---- regions on a picture --------------------------------------------------------------------------------------

function points(written) {
  const found = written.trim().split(/\s+/).map(point => point.split(',').map(Number))
  const sound = found.length > 1 && found.every(([x, y]) => x >= 0 && x <= 100 && y >= 0 && y <= 100)
  if (!sound) return []
  if (found.length > 2) return found
  const [[a, b], [c, d]] = found
  return [[a, b], [c, b], [c, d], [a, d]]
}

function draw() {
  const place = form.querySelector('.hotspot-drawing')
  const picture = form.elements.picture?.selectedOptions[0]
  if (!place) return
  place.hidden = !picture?.dataset.address
  if (place.hidden) return
  place.innerHTML = '<p class="hint"></p><label class="field"><span></span><select></select></label><div class="hotspot-drawing"><img alt=""><svg viewBox="0 0 100 100" preserveAspectRatio="none"></svg></div>'
  place.querySelector('.hint').textContent = place.dataset.hint
  const choice = place.querySelector('select')
  const outlines = [...form.querySelectorAll('[name^="regions."][name$=".outline"]')]
  outlines.forEach((field, index) => choice.add(new Option(form.elements[`regions.${index}.name`]?.value || place.dataset.region.replace('{0}', index + 1), index)))
  choice.setAttribute('aria-label', place.dataset.hint)
  const board = place.querySelector('div')
  const svg = place.querySelector('svg')
  place.querySelector('img').src = `/media/${picture.dataset.address}`
  const empty = outlines.findIndex(field => !field.value)
  choice.value = empty < 0 ? 0 : empty
  const paint = () => {
    svg.replaceChildren(...outlines.map((field, index) => {
      const polygon = document.createElementNS('http://www.w3.org/2000/svg', 'polygon')
      polygon.setAttribute('points', points(field.value).map(point => point.join(',')).join(' '))
      polygon.classList.toggle('now', String(index) === choice.value)
      return polygon
    }))
  }
  let start
  const at = event => {
    const box = board.getBoundingClientRect()
    const part = (value, size) => Math.round(Math.min(1, Math.max(0, value / size)) * 1000) / 10
    return [part(event.clientX - box.left, box.width), part(event.clientY - box.top, box.height)]
  }
  const write = end => { outlines[choice.value].value = `${start.join(',')} ${end.join(',')}`; paint() }
  board.addEventListener('pointerdown', event => { event.preventDefault(); board.setPointerCapture(event.pointerId); start = at(event) })
  board.addEventListener('pointermove', event => { if (start) write(at(event)) })
  board.addEventListener('pointerup', event => { if (start) write(at(event)); start = undefined; preview() })
  choice.addEventListener('change', paint)
  outlines.forEach(field => field.addEventListener('input', paint))
  paint()
}

// ---- the list --------------------------------------------------------------------------------------------------

const boxes = [...document.querySelectorAll('input[name="set-question"]')]
const all = document.querySelector('.choose-all')
if (all) {
  const count = () => { document.querySelector('.chosen-count').textContent = boxes.filter(box => box.checked).length || '' }
  all.hidden = false
  all.addEventListener('change', () => { boxes.forEach(box => { box.checked = all.checked }); count() })
  boxes.forEach(box => box.addEventListener('change', count))
  document.querySelectorAll('.bulk select, .bulk input:not([type=radio])').forEach(field => field.addEventListener('input', () => {
    const radio = field.parentElement.querySelector('input[type=radio]')
    if (radio) radio.checked = true
  }))
  count()
}
document.querySelector('#confirm')?.focus()
