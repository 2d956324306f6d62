// Sends files in pieces over lines that break. Each piece that arrived stays there: after a lost connection this goes on
// by itself, after a reload too, as far as the browser can keep the file; else when the same file is chosen again.
const form = document.querySelector('#upload')
const list = document.querySelector('#uploads')
const said = document.querySelector('#said')
const PIECE = Number(form?.dataset.piece)
const LONGEST_WAIT = 30000
const LOOK_AGAIN = 1500
const here = form?.dataset.replaces || null
const queue = []
let busy = false

class Gone extends Error {}
class Refused extends Error {}
class SignedOut extends Error {}

function size(bytes) {
  const language = document.documentElement.lang
  return bytes < 1e6
    ? `${Math.ceil(bytes / 1000).toLocaleString(language)} kB`
    : `${(bytes / 1e6).toLocaleString(language, { maximumFractionDigits: 1 })} MB`
}

async function digest(bytes) {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

function until(milliseconds) {
  return new Promise(resolve => {
    const done = () => { clearTimeout(timer); removeEventListener('online', done); resolve() }
    const timer = setTimeout(done, milliseconds)
    addEventListener('online', done)
  })
}

// ---- what outlives the page -----------------------------------------------------------------------------------------

function store(mode, act) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('sanggar-uploads', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('files', { keyPath: 'code' })
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('files', mode)
      const request = act(transaction.objectStore('files'))
      transaction.oncomplete = () => { opening.result.close(); resolve(request.result) }
      transaction.onabort = transaction.onerror = () => { opening.result.close(); reject(transaction.error) }
    }
  })
}

// Private browsing, or no room: then the file must be chosen again after a reload, and the page says so.
const remember = kept => store('readwrite', files => files.put(kept)).catch(() => {})
const forget = code => store('readwrite', files => files.delete(code)).catch(() => {})
const remembered = () => store('readonly', files => files.getAll()).catch(() => [])

// ---- the server -----------------------------------------------------------------------------------------------------

async function ask(method, path, body, headers, signal) {
  const response = await fetch(`/api/v1/studio/uploads${path}`, {
    method, body, signal, headers: { 'X-CSRF-Token': form.elements.csrf.value, ...headers }
  })
  if (response.status === 401) throw new SignedOut()
  if (response.status === 404 || response.status === 403) throw new Gone()
  if (response.status === 409) return ask('GET', path.replace(/(.{37}).*/, '$1'), undefined, undefined, signal)
  if (response.status === 422) {
    const { fields } = await response.json()
    if (fields.piece) throw new Error('damaged on its way')
    throw new Refused(Object.values(fields)[0])
  }
  if (!response.ok) throw new Error(response.status)
  return response.status === 204 ? undefined : response.json()
}

// ---- one file -------------------------------------------------------------------------------------------------------

class Transfer {
  received = 0
  paused = false

  /** @param replaces code of the item whose content the file becomes; null for a new one */
  constructor(file, replaces, row) {
    this.file = file
    this.replaces = replaces
    this.row = row ?? document.createElement('li')
    this.row.innerHTML = ''
    this.name = document.createElement('b')
    this.name.textContent = file.name
    this.bar = document.createElement('progress')
    this.bar.max = file.size
    this.bar.value = 0
    this.bar.setAttribute('aria-label', file.name)
    this.state = document.createElement('p')
    this.state.className = 'state'
    this.buttons = document.createElement('p')
    this.buttons.className = 'buttons'
    this.toggle = this.button('pause', () => this.pauseOrResume())
    this.away = this.button('discard', () => this.discard())
    this.row.append(this.name, this.bar, this.state, this.buttons)
    if (!row) list.prepend(this.row)
    this.show('waiting')
  }

  button(text, act) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button quiet small'
    button.textContent = form.dataset[text]
    button.setAttribute('aria-label', `${form.dataset[text]}: ${this.file.name}`)
    button.addEventListener('click', act)
    this.buttons.append(button)
    return button
  }

  show(text, loud = true) {
    this.row.dataset.state = text
    const words = (form.dataset[text] ?? text).replace('%1', size(this.received)).replace('%2', size(this.file.size))
    if (this.state.textContent === words) return
    this.state.textContent = words
    if (loud) said.textContent = `${this.file.name}: ${words}`
  }

  pauseOrResume() {
    this.paused = !this.paused
    const text = form.dataset[this.paused ? 'resume' : 'pause']
    this.toggle.textContent = text
    this.toggle.setAttribute('aria-label', `${text}: ${this.file.name}`)
    if (this.paused) {
      this.breaking?.abort()
      this.show('paused')
    } else {
      this.show('waiting')
      queue.push(this)
      work()
    }
  }

  async discard() {
    this.paused = true
    this.discarded = true
    this.breaking?.abort()
    if (this.code) {
      forget(this.code)
      await ask('DELETE', `/${this.code}`).catch(() => {})
    }
    this.row.remove()
  }

  // Until it is in the library, refused, paused or thrown away.
  async run() {
    let wait = 1000
    while (!this.paused) {
      try {
        this.breaking = new AbortController()
        if (!this.code) await this.begin()
        await this.send(() => { wait = 1000 })
        return await this.finish()
      } catch (failure) {
        if (this.paused) return
        if (failure instanceof Refused) return this.refused(failure.message)
        if (failure instanceof Gone) return this.refused(form.dataset.failed)
        if (failure instanceof SignedOut) { this.pauseOrResume(); return this.show('signedOut') }
        if (failure.name === 'NotReadableError' || failure.name === 'NotFoundError') return this.refused(form.dataset.changed)
        this.show('lost')
        await until(wait)
        wait = Math.min(wait * 2, LONGEST_WAIT)
      }
    }
  }

  async begin() {
    if (this.file.size > 0) this.show('reading', false)
    const hash = await digest(await this.file.slice(0, PIECE).arrayBuffer())
    const standing = await ask('POST', '', JSON.stringify({
      organisation: form.dataset.organisation, replaces: this.replaces, name: this.file.name, size: this.file.size,
      beginning: [...hash].map(byte => byte.toString(16).padStart(2, '0')).join('')
    }), { 'Content-Type': 'application/json' }, this.breaking.signal)
    this.code = standing.code
    document.querySelectorAll(`[data-code="${this.code}"]`).forEach(row => { if (row !== this.row) row.remove() })
    this.row.dataset.code = this.code
    this.took(standing)
    remember({ code: this.code, file: this.file, replaces: this.replaces, organisation: form.dataset.organisation })
  }

  async send(arrived) {
    while (this.standing.state === 'RECEIVING' && this.received < this.file.size) {
      this.show('sending', false)
      const piece = await this.file.slice(this.received, this.received + PIECE).arrayBuffer()
      const hash = btoa(String.fromCharCode(...await digest(piece)))
      this.took(await ask('PUT', `/${this.code}/pieces/${this.received}`, piece, {
        'Content-Type': 'application/octet-stream', 'Content-Digest': `sha-256=:${hash}:`
      }, this.breaking.signal))
      arrived()
    }
  }

  async finish() {
    if (this.standing.state === 'RECEIVING') this.took(await ask('POST', `/${this.code}/completion`))
    while (this.standing.state === 'PROCESSING') {
      this.buttons.hidden = true
      this.show('checking')
      await until(LOOK_AGAIN)
      this.took(await ask('GET', `/${this.code}`))
    }
    if (this.standing.state === 'REFUSED') return this.refused(this.standing.problem)
    forget(this.code)
    if (here) return location.reload()
    this.bar.remove()
    this.buttons.hidden = false
    this.buttons.replaceChildren()
    const link = document.createElement('a')
    link.className = 'button quiet small'
    link.href = `/studio/media/${this.standing.item}`
    link.textContent = form.dataset.open
    link.setAttribute('aria-label', `${form.dataset.open}: ${this.file.name}`)
    this.buttons.append(link)
    this.show('ready')
    await refresh()
  }

  took(standing) {
    this.standing = standing
    this.received = standing.received
    this.bar.value = standing.received
  }

  refused(why) {
    if (this.code) forget(this.code)
    this.bar.remove()
    this.toggle.remove()
    this.buttons.hidden = false
    this.show(why)
    this.row.dataset.state = 'refused'
    this.state.classList.add('wrong')
  }
}

// One after the other: a thin line is not made thicker by sharing it.
async function work() {
  if (busy) return
  busy = true
  while (queue.length) {
    const next = queue.shift()
    if (!next.paused) await next.run()
  }
  busy = false
}

function take(files) {
  for (const file of files) queue.push(new Transfer(file, here))
  work()
}

// What came is shown without losing what is still being sent.
async function refresh() {
  try {
    const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html')
    for (const id of ['items', 'room']) document.getElementById(id).replaceWith(page.getElementById(id))
  } catch { /* it is there at the next visit */ }
}

// Those of this library whose file the browser has kept go on at once.
async function goOn() {
  for (const { code, file, replaces, organisation } of await remembered()) {
    const row = list.querySelector(`[data-code="${code}"][data-state="RECEIVING"]`)
    if (row) queue.push(new Transfer(file, replaces, row))
    else if (organisation === form.dataset.organisation) forget(code)
  }
  for (const row of list.querySelectorAll('[data-state="PROCESSING"]')) watch(row)
  for (const row of list.querySelectorAll('[data-state="REFUSED"], [data-state="RECEIVING"]')) discardable(row)
  work()
}

async function watch(row) {
  let standing
  do {
    await until(LOOK_AGAIN)
    standing = await ask('GET', `/${row.dataset.code}`).catch(() => standing)
  } while (!standing || standing.state === 'PROCESSING')
  row.dataset.state = standing.problem ? 'refused' : 'ready'
  row.querySelector('.state').textContent = standing.problem ?? form.dataset.ready
  await refresh()
}

function discardable(row) {
  if (queue.some(transfer => transfer.row === row)) return
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button quiet small'
  button.textContent = form.dataset.discard
  button.setAttribute('aria-label', `${form.dataset.discard}: ${row.querySelector('b').textContent}`)
  button.addEventListener('click', () => ask('DELETE', `/${row.dataset.code}`).catch(() => {}).then(() => row.remove()))
  row.append(button)
}

// Without a digest no piece can be checked: where the connection is not safe, the plain form does its work.
if (form && window.crypto?.subtle) {
  const chosen = form.querySelector('input[type=file]')
  form.querySelector('button').hidden = true
  chosen.addEventListener('change', () => { take([...chosen.files]); chosen.value = '' })
  form.addEventListener('submit', event => { event.preventDefault(); event.stopImmediatePropagation(); take([...chosen.files]) })
  for (const type of ['dragenter', 'dragover']) {
    form.addEventListener(type, event => { event.preventDefault(); form.classList.add('over') })
  }
  for (const type of ['dragleave', 'drop']) form.addEventListener(type, () => form.classList.remove('over'))
  form.addEventListener('drop', event => { event.preventDefault(); take([...event.dataTransfer.files]) })
  if (!here) goOn()
}
