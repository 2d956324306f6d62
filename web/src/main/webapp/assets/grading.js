// Marking by keyboard, and remarks on passages and photos. Everything a remark is stands in one hidden field per answer.
const form = document.querySelector('form.marking')

// Keys act only while a level has the focus: 1–9 pick, n and p go on and back; Ctrl+Enter saves from anywhere.
if (form) {
  const criteria = [...form.querySelectorAll('.criterion')]
  const go = criterion => {
    const radio = criterion?.querySelector('input:checked') ?? criterion?.querySelector('input')
    radio?.focus()
    criterion?.scrollIntoView({ block: 'nearest' })
  }
  form.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      form.requestSubmit(document.getElementById('save-next'))
      return
    }
    const at = criteria.indexOf(event.target.closest('.criterion'))
    if (at < 0 || event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 'n') go(criteria[at + 1])
    else if (event.key === 'p') go(criteria[at - 1])
    else if (/^[1-9]$/.test(event.key)) {
      const radio = criteria[at].querySelectorAll('input')[event.key - 1]
      if (!radio) return
      radio.checked = true
      go(criteria[at + 1] ?? criteria[at])
    } else return
    event.preventDefault()
  })
  if (!document.querySelector('.refusal:not([hidden])')) go(criteria.find(each => !each.querySelector('input:checked')) ?? criteria[0])
}

const create = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

function remarks(box) {
  const field = box.querySelector('input[type=hidden]')
  const list = box.querySelector('ol')
  const status = box.querySelector('[role=status]')
  const area = box.closest('.answer').querySelector('.essay-text')
  const photos = [...box.closest('.answer').querySelectorAll('.annotated')]
  const words = box.dataset
  let notes = []
  try { notes = JSON.parse(field.value) } catch { /* what cannot be read is not shown */ }
  box.hidden = false

  function keep() { field.value = JSON.stringify(notes.filter(note => note.text.trim())) }

  function show(focus) {
    keep()
    list.replaceChildren(...notes.map((note, at) => {
      const text = create('input', { type: 'text', maxLength: 500, value: note.text })
      text.setAttribute('aria-label', words.text.replace('#', at + 1))
      text.addEventListener('input', () => { note.text = text.value; keep() })
      const remove = create('button', { type: 'button', className: 'button quiet small', textContent: words.remove })
      remove.setAttribute('aria-label', `${words.remove} ${at + 1}`)
      remove.addEventListener('click', () => { notes.splice(at, 1); show(); box.querySelector('button').focus() })
      const place = create('span', { className: 'quote', textContent: 'photo' in note
        ? words.photo.replace('#', note.photo + 1) : `“${area.value.slice(note.from, note.to)}”` })
      return create('li', {}, place, text, remove)
    }))
    photos.forEach((photo, at) => draw(photo, at))
    if (focus) list.lastElementChild?.querySelector('input').focus()
  }

  function draw(photo, which) {
    photo.querySelectorAll('.pin').forEach(pin => pin.remove())
    notes.forEach((note, at) => {
      if (note.photo !== which) return
      const pin = create('button', { type: 'button', className: note.width ? 'pin area' : 'pin', textContent: at + 1 })
      pin.setAttribute('aria-label', words.move.replace('#', at + 1))
      const place = () => Object.assign(pin.style, { left: `${note.x / 100}%`, top: `${note.y / 100}%`,
        width: note.width ? `${note.width / 100}%` : '', height: note.height ? `${note.height / 100}%` : '' })
      pin.addEventListener('keydown', event => {
        const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key]
        if (!by) return
        event.preventDefault()
        const within = (value, most) => Math.min(most, Math.max(0, value))
        if (event.shiftKey) {
          note.width = within(note.width + 200 * by[0], 10000 - note.x)
          note.height = within(note.height + 200 * by[1], 10000 - note.y)
          pin.classList.toggle('area', note.width > 0)
        } else {
          note.x = within(note.x + 200 * by[0], 10000 - note.width)
          note.y = within(note.y + 200 * by[1], 10000 - note.height)
        }
        place()
        keep()
      })
      place()
      photo.append(pin)
    })
  }

  const add = note => { notes.push(note); show(true) }

  box.querySelector('button').addEventListener('click', () => {
    if (!area) { add({ photo: 0, x: 5000, y: 5000, width: 0, height: 0, text: '' }); return }
    if (area.selectionStart === area.selectionEnd) { status.textContent = words.nothing; return }
    status.textContent = ''
    add({ from: area.selectionStart, to: area.selectionEnd, text: '' })
  })

  photos.forEach((photo, which) => {
    const picture = photo.querySelector('img')
    const at = event => {
      const within = picture.getBoundingClientRect()
      const part = (value, from, size) => Math.round(Math.min(1, Math.max(0, (value - from) / size)) * 10000)
      return [part(event.clientX, within.left, within.width), part(event.clientY, within.top, within.height)]
    }
    picture.addEventListener('pointerdown', down => {
      down.preventDefault()
      const [x, y] = at(down)
      picture.setPointerCapture(down.pointerId)
      picture.addEventListener('pointerup', up => {
        const [toX, toY] = at(up)
        const wide = Math.abs(toX - x)
        const high = Math.abs(toY - y)
        add(wide > 200 && high > 200
          ? { photo: which, x: Math.min(x, toX), y: Math.min(y, toY), width: wide, height: high, text: '' }
          : { photo: which, x, y, width: 0, height: 0, text: '' })
      }, { once: true })
    })
  })

  show()
}

document.querySelectorAll('.notes').forEach(remarks)
