// Makes the questions that need more than a tick easier than their plain fields: items are moved, a place is pointed at,
// words are counted, photos are made small and sent in pieces until they have arrived. The plain fields stay the truth:
// whatever changes here changes them, and attempt.js saves them.
const quiz = document.querySelector('.quiz[data-attempt]')
const form = document.querySelector('#form')
const tell = field => field.dispatchEvent(new Event('change', { bubbles: true }))
const create = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

// Ordering -----------------------------------------------------------------------------------------------------------

function order(list) {
  const selects = [...list.querySelectorAll('select')]
  const words = list.dataset
  const status = create('p', { className: 'unseen' })
  status.setAttribute('role', 'status')
  const moved = create('ol', { className: 'moving' })
  const items = selects.map(select => {
    const name = select.previousElementSibling
    const move = (label, sign, by) => {
      const button = create('button', { type: 'button', className: 'move', textContent: sign })
      button.setAttribute('aria-label', `${label}: ${name.textContent.trim()}`)
      button.addEventListener('click', () => { shift(item, by); button.focus() })
      return button
    }
    const text = create('span')
    text.innerHTML = name.innerHTML
    const item = create('li', {}, create('span', { className: 'grip', textContent: '⠿' }), text,
      move(words.up, '↑', -1), move(words.down, '↓', 1))
    item.select = select
    item.firstChild.setAttribute('aria-hidden', 'true')
    drag(item)
    return item
  })
  const placed = item => item.select.value === '' ? Infinity : Number(item.select.value)
  moved.append(...[...items].sort((a, b) => placed(a) - placed(b)))
  // What stands there at first is nobody's answer, even where it happens to be right: that takes a move or a word.
  const open = create('p', { className: 'hint', textContent: words.open })
  const keep = create('button', { type: 'button', className: 'button quiet', textContent: words.keep })
  keep.addEventListener('click', () => { place(); moved.querySelector('button').focus() })
  list.previousElementSibling.querySelector('.once').hidden = true
  list.hidden = true
  list.after(moved, open, keep, status)
  unless()

  function place() {
    [...moved.children].forEach((item, at) => { item.select.value = at })
    unless()
    tell(selects[0])
  }

  function unless() {
    const answered = selects.every(select => select.value !== '')
    open.hidden = keep.hidden = answered
    moved.classList.toggle('is-open', !answered)
  }

  function shift(item, by) {
    const other = by < 0 ? item.previousElementSibling : item.nextElementSibling
    if (other) by < 0 ? other.before(item) : other.after(item)
    place()
    status.textContent = words.place.replace('#', [...moved.children].indexOf(item) + 1)
  }

  function drag(item) {
    const grip = item.firstChild
    grip.addEventListener('pointerdown', down => {
      down.preventDefault()
      grip.setPointerCapture(down.pointerId)
      item.classList.add('is-moving')
      const over = event => {
        const target = document.elementFromPoint(event.clientX, event.clientY)?.closest('.moving > li')
        if (!target || target === item || target.parentNode !== moved) return
        const box = target.getBoundingClientRect()
        event.clientY < box.top + box.height / 2 ? target.before(item) : target.after(item)
      }
      const end = () => {
        grip.removeEventListener('pointermove', over)
        item.classList.remove('is-moving')
        place()
      }
      grip.addEventListener('pointermove', over)
      grip.addEventListener('pointerup', end, { once: true })
      grip.addEventListener('pointercancel', end, { once: true })
    })
  }
}

// A place on a picture -----------------------------------------------------------------------------------------------

function point(spot) {
  const picture = spot.querySelector('img')
  const label = spot.nextElementSibling
  const radio = label.querySelector('input')
  const mark = create('span', { className: 'point' })
  spot.append(mark)
  spot.previousElementSibling.hidden = false
  const show = () => {
    const [x, y] = radio.value.split(',')
    mark.hidden = label.hidden = !radio.checked || y === undefined
    mark.style.left = `${x / 100}%`
    mark.style.top = `${y / 100}%`
  }
  spot.addEventListener('click', event => {
    const box = picture.getBoundingClientRect()
    const part = (at, from, size) => Math.round(Math.min(1, Math.max(0, (at - from) / size)) * 10000)
    radio.value = `${part(event.clientX, box.left, box.width)},${part(event.clientY, box.top, box.height)}`
    radio.checked = true
    tell(radio)
  })
  form.addEventListener('change', show)
  show()
}

// Words --------------------------------------------------------------------------------------------------------------

function count(area) {
  const line = area.parentNode.querySelector('[data-words]')
  const show = () => {
    const words = area.value.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length
    line.textContent = line.dataset.words.replace('#', words)
    line.className = words > Number(area.dataset.most) ? 'wrong' : ''
  }
  area.addEventListener('input', show)
  show()
}

// Photos -------------------------------------------------------------------------------------------------------------

const PIECE = 65536
const LONGEST_SIDE = 1600
const LARGEST = 12e6
const LONGEST_WAIT = 30000

// What has not arrived yet survives the page: the next visit goes on with it.
const stored = new Promise(resolve => {
  try {
    const opening = indexedDB.open('evidence', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('photos', { keyPath: 'upload' })
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => resolve(null)
  } catch { resolve(null) }
})

async function store(act) {
  const database = await stored
  if (!database) return undefined
  return new Promise(resolve => {
    const asked = act(database.transaction('photos', 'readwrite').objectStore('photos'))
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => resolve(undefined)
  })
}

async function small(file) {
  try {
    const image = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const factor = Math.min(1, LONGEST_SIDE / Math.max(image.width, image.height))
    const canvas = create('canvas', { width: Math.round(image.width * factor), height: Math.round(image.height * factor) })
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise(resolve => canvas.toBlob(blob => resolve(blob ?? file), 'image/jpeg', 0.8))
  } catch { return file }
}

function photos(box) {
  const question = box.closest('[data-position]')
  const position = question.dataset.position
  const list = question.querySelector('.photos')
  const status = box.querySelector('[role=status]')
  const most = Number(list.dataset.most)
  const waiting = []
  let sending = false
  const kept = () => list.querySelectorAll('input:checked').length
  box.querySelector('button').hidden = true
  box.classList.add('at-once')

  box.addEventListener('change', async event => {
    event.stopPropagation()
    const [file] = event.target.files
    if (!file) return
    if (kept() + waiting.length >= most) { status.textContent = box.dataset.enough; return }
    const blob = await small(file)
    event.target.value = ''
    if (blob.size > LARGEST) { status.textContent = box.dataset.large; return }
    const photo = { upload: crypto.randomUUID?.() ?? uuid(), attempt: quiz.dataset.attempt, position, blob }
    waiting.push(photo)
    await store(photos => photos.put(photo))
    send()
  })

  async function send() {
    if (sending || !waiting.length) return
    sending = true
    const photo = waiting[0]
    let offset = 0
    let retry = 1000
    // The first piece is empty: its answer tells what of the photo is there already.
    let piece = photo.blob.slice(0, 0)
    for (;;) {
      status.textContent = box.dataset.sending.replace('#', Math.floor(100 * offset / photo.blob.size))
      try {
        const response = await fetch(`/api/v1/attempts/${photo.attempt}/photos/${position}/${photo.upload}`
          + `?size=${photo.blob.size}&offset=${offset}`, { method: 'PUT', body: await piece.arrayBuffer(),
          headers: { 'Content-Type': 'application/octet-stream', 'X-CSRF-Token': form.elements.csrf.value } })
        if (response.status >= 500 || response.status === 401 || response.status === 429) throw new Error(response.status)
        if (!response.ok) {
          const problem = await response.json().catch(() => null)
          await leave(photo)
          status.textContent = problem?.errors?.photo ?? problem?.errors?.file ?? problem?.detail ?? box.dataset.broken
          break
        }
        const arrived = await response.json()
        retry = 1000
        offset = arrived.received
        if (arrived.done) {
          add(photo)
          await leave(photo)
          status.textContent = ''
          break
        }
        piece = photo.blob.slice(offset, offset + PIECE)
      } catch {
        status.textContent = box.dataset.waiting
        await new Promise(resolve => {
          const timer = setTimeout(resolve, retry)
          addEventListener('online', () => { clearTimeout(timer); resolve() }, { once: true })
        })
        retry = Math.min(retry * 2, LONGEST_WAIT)
      }
    }
    sending = false
    send()
  }

  async function leave(photo) {
    waiting.splice(waiting.indexOf(photo), 1)
    await store(photos => photos.delete(photo.upload))
  }

  // Kept as an answer before it is left behind: a page that is closed in between shows it again, not never.
  function add(photo) {
    if (list.querySelector(`input[value="${photo.upload}"]`)) return
    const included = create('input', { type: 'checkbox', name: `q${position}`, value: photo.upload, checked: true })
    const number = list.children.length + 1
    list.append(create('li', {},
      create('img', { src: `/files/evidence/${photo.upload}.jpg`, alt: box.dataset.name.replace('#', number) }),
      create('label', {}, included, ` ${box.dataset.keep.replace('#', number)}`)))
    tell(included)
  }

  store(photos => photos.getAll()).then(left => {
    waiting.push(...(left ?? []).filter(photo => photo.attempt === quiz.dataset.attempt && photo.position === position))
    send()
  })
}

// Browsers offer randomUUID on secure pages only.
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = bytes[6] & 15 | 64
  bytes[8] = bytes[8] & 63 | 128
  return [...bytes].map((byte, at) => ([4, 6, 8, 10].includes(at) ? '-' : '') + byte.toString(16).padStart(2, '0')).join('')
}

document.querySelectorAll('.ordering').forEach(order)
document.querySelectorAll('form .hotspot').forEach(point)
document.querySelectorAll('textarea[data-most]').forEach(count)
document.querySelectorAll('.photo-new').forEach(photos)
