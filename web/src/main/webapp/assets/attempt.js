// Saves every answer as it is given and says truthfully whether it is saved. What could not be sent waits in the
// browser's storage and is sent again when the network is back, or when the page is opened again.
const quiz = document.querySelector('.quiz[data-attempt]')
const form = document.querySelector('#form')
const state = document.querySelector('.saving')
const attempt = quiz.dataset.attempt
const store = `attempt:${attempt}`
const token = form.elements.csrf.value
const LONGEST_WAIT = 30000
let waiting = read()
let sending = false
let pressed
let retry = 1000

function read() {
  try { return JSON.parse(localStorage.getItem(store)) ?? {} } catch { return {} }
}

function keep() {
  try {
    if (Object.keys(waiting).length) localStorage.setItem(store, JSON.stringify(waiting))
    else localStorage.removeItem(store)
  } catch { /* private browsing: the answer still waits in this page */ }
}

function show(text) { if (state) state.textContent = state.dataset[text] ?? '' }

function valuesOf(position) {
  return new FormData(form).getAll(`q${position}`).map(String)
}

function fieldset(position) { return form.querySelector(`[data-position="${position}"]`) }

async function send() {
  if (sending) return
  const [position] = Object.keys(waiting)
  if (!position) return
  sending = true
  const answer = waiting[position]
  show('saving')
  try {
    const response = await fetch(`/api/v1/attempts/${attempt}/answers/${position}`, {
      method: 'PUT', headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': token }, body: JSON.stringify(answer)
    })
    // 401, 403: signed out, or signed in anew beside this page; what waits is sent when the page is opened again.
    if (response.status >= 500 || [401, 403, 429].includes(response.status)) throw new Error(response.status)
    if (waiting[position] === answer) delete waiting[position]
    keep()
    retry = 1000
    if (response.ok) await took(position, await response.json())
    else if (response.status === 409) location.reload()
    else show('unsaved')
    sending = false
    if (!release()) send()
  } catch {
    sending = false
    release()
    show('unsaved')
    setTimeout(send, retry)
    retry = Math.min(retry * 2, LONGEST_WAIT)
  }
}

// An answer on its way and the form that holds a newer one would look like two tabs: the form goes after it.
function hold(event) {
  if (!sending) return
  event.preventDefault()
  pressed = event.submitter
}

function release() {
  const button = pressed
  pressed = undefined
  if (button) form.requestSubmit(button)
  return button
}

async function took(position, kept) {
  const question = fieldset(position)
  if (question) {
    question.dataset.step = kept.step
    form.elements[`step${position}`].value = kept.step
  }
  if (waiting[position]) waiting[position].step = kept.step
  if (kept.saved) show('saved')
  else if (question) { fill(position, kept.values); show('newer') }
}

function fill(position, values) {
  const fields = [...fieldset(position).querySelectorAll(`[name="q${position}"]`)]
  fields.forEach((field, i) => {
    if (field.type === 'radio' || field.type === 'checkbox') field.checked = values.includes(field.value)
    else field.value = values[i] ?? ''
  })
}

function changed(target) {
  const question = target.closest?.('[data-position]')
  if (!question) return
  const position = question.dataset.position
  waiting[position] = { values: valuesOf(position), step: Number(question.dataset.step) }
  keep()
  show('saving')
  clearTimeout(changed.timer)
  changed.timer = setTimeout(send, typed(target) ? 600 : 0)
}

// How many have an answer: what the server counted, and what changed since among the questions on this page.
function answered() {
  return [...form.querySelectorAll('fieldset[data-position]')].filter(({ dataset }) => given(dataset.position)).length
}

function given(position) { return valuesOf(position).some(value => value.trim() !== '') }

function tally() {
  const line = document.querySelector('.answered')
  const elsewhere = Number(line.dataset.answered) - answered()
  const show = () => { line.textContent = line.dataset.words.replace('#', elsewhere + answered()) }
  form.addEventListener('change', show)
  form.addEventListener('input', show)
}

function typed(field) { return field.type === 'text' || field.type === 'textarea' }

function count() {
  const due = Date.parse(quiz.dataset.due)
  const ends = Date.parse(quiz.dataset.ends)
  const line = document.querySelector('.due')
  if (!due || !line) return
  const told = line.textContent
  const tick = () => {
    const left = Math.max(0, Math.round((due - Date.now()) / 1000))
    line.textContent = `${told} · ${state.dataset.minutes} ${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`
    if (Date.now() >= ends) { clearInterval(timer); location.reload() }
  }
  const timer = setInterval(tick, 1000)
  tick()
}

if (state) {
  tally()
  form.addEventListener('change', event => changed(event.target))
  form.addEventListener('input', event => { if (typed(event.target)) changed(event.target) })
  // Who puts the phone away takes the last words along.
  addEventListener('visibilitychange', () => { if (document.hidden) { clearTimeout(changed.timer); send() } })
  form.addEventListener('submit', hold)
  addEventListener('online', send)
  // Answers that never arrived, from this page before it was closed: show them again and send them.
  for (const [position, answer] of Object.entries(waiting)) if (fieldset(position)) fill(position, answer.values)
  count()
}
send()
