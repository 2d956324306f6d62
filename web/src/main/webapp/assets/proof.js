// Reads what a certificate's QR code proves, without asking anyone: docs/certificates.md has the bytes. A plain script
// and no module, so that it also runs in a page that somebody saved.
(() => {
  'use strict'
  const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  const PURPOSE = 'Sanggar certificate proof 1\n'
  const SIGNATURE = 64
  const LONGEST = 2000
  const SHELF = 'verifier'
  const PAGE = '/verify/offline'

  function unpack(text) {
    const bytes = new Uint8Array(Math.floor(text.length * 5 / 8))
    let held = 0
    let count = 0
    let at = 0
    for (const letter of text) {
      const value = ALPHABET.indexOf(letter)
      if (value < 0) return null
      held = held << 5 | value
      count += 5
      if (count >= 8) {
        count -= 8
        bytes[at++] = held >> count
        held &= (1 << count) - 1
      }
    }
    return count < 5 && held === 0 ? bytes : null
  }

  function day(days) {
    return new Date(Date.UTC(2000, 0, 1 + days)).toISOString().slice(0, 10)
  }

  function parse(bytes) {
    if (bytes.length < 14 + SIGNATURE || bytes[0] !== 1 || bytes[5] > 1) return null
    const end = bytes.length - SIGNATURE
    const view = new DataView(bytes.buffer)
    const texts = []
    let at = 10
    for (let count = 0; count < 4; count++) {
      if (at >= end || at + 1 + bytes[at] > end) return null
      texts.push(new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(at + 1, at + 1 + bytes[at])))
      at += 1 + bytes[at]
    }
    if (at !== end) return null
    const [serial, holder, course, programme] = texts
    const expires = view.getUint16(8)
    return {
      attendance: bytes[5] === 1, issuedOn: day(view.getUint16(6)), expiresOn: expires === 0 ? null : day(expires),
      serial, holder, course, programme,
      thumb: bytes.subarray(1, 5), essence: bytes.subarray(0, end), signature: bytes.subarray(end)
    }
  }

  function startsLike(kid, thumb) {
    const start = atob(kid.slice(0, 8).replace(/-/g, '+').replace(/_/g, '/'))
    return thumb.every((byte, at) => start.charCodeAt(at) === byte)
  }

  // What somebody scanned or pasted: { state, address, … }. state: GENUINE, EXPIRED, FORGED, STRANGE (no key of ours),
  // BARE (an address without a proof), UNREADABLE.
  async function check(text, keys, today = new Date()) {
    const parts = /^\s*(https?:\/\/[^\s#?]{1,200}\/verify\/([0-9A-Za-z]{26}))(?:#([0-9A-Za-z]*))?\s*$/
      .exec(text.length > LONGEST ? '' : text)
    if (!parts) return { state: 'UNREADABLE' }
    const [, address, code, letters] = parts
    if (!letters) return { state: 'BARE', address, code }
    let proof = null
    try {
      const bytes = unpack(letters.toUpperCase())
      proof = bytes && parse(bytes)
    } catch {
      // Not UTF-8.
    }
    if (!proof) return { state: 'UNREADABLE', address, code }
    const before = new TextEncoder().encode(`${PURPOSE}${address}\n`)
    const message = new Uint8Array(before.length + proof.essence.length)
    message.set(before)
    message.set(proof.essence, before.length)
    const ours = keys.filter(each => startsLike(each.kid, proof.thumb))
    for (const { kty, crv, x, y } of ours) {
      const curve = { name: 'ECDSA', namedCurve: 'P-256' }
      const key = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, curve, false, ['verify'])
      if (await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, proof.signature, message)) {
        const { attendance, issuedOn, expiresOn, serial, holder, course, programme } = proof
        const here = new Date(today.getTime() - today.getTimezoneOffset() * 60000).toISOString().slice(0, 10)
        return {
          state: expiresOn && expiresOn < here ? 'EXPIRED' : 'GENUINE',
          address, code, attendance, issuedOn, expiresOn, serial, holder, course, programme
        }
      }
    }
    return { state: ours.length > 0 ? 'FORGED' : 'STRANGE', address, code }
  }

  const desk = document.querySelector('[data-keys]')
  if (!desk) return
  const keys = JSON.parse(desk.dataset.keys).keys
  globalThis.readProof = text => check(text, keys)

  // ---- a page that the server answered: does the QR code that led here belong to it? --------------------------------

  const agreement = document.querySelector('#agreement')
  if (agreement) {
    const compare = async () => {
      if (location.hash.length < 90 || !globalThis.crypto?.subtle) return
      const { state } = await check(location.href.replace(/\?[^#]*/, ''), keys)
      const fits = state === 'GENUINE' || state === 'EXPIRED'
      agreement.querySelector('[data-fits=yes]').hidden = !fits
      agreement.querySelector('[data-fits=no]').hidden = fits
      if (fits) return
      const finding = document.querySelector('.finding')
      finding.className = 'finding is-FORGED'
      finding.querySelector('h1').textContent = agreement.dataset.title
    }
    compare()
    addEventListener('hashchange', compare)
    return
  }

  // ---- the verifier ---------------------------------------------------------------------------------------------------

  const language = document.documentElement.lang
  const answer = document.querySelector('#answer')
  const pasted = document.querySelector('#pasted')

  function words(date) {
    return new Date(`${date}T00:00:00Z`).toLocaleDateString(language === 'en' ? 'en-GB' : 'id-ID',
      { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  }

  function show(found) {
    const said = answer.querySelector(`[data-state=${found.state}]`)
    answer.querySelector('.finding').className = `finding is-${found.state}`
    answer.querySelector('h2').textContent = said.dataset.title
    for (const each of answer.querySelectorAll('[data-state]')) each.hidden = each !== said
    const proven = 'holder' in found
    const facts = { ...found }
    for (const name of ['issuedOn', 'expiresOn']) if (found[name]) facts[name] = words(found[name])
    for (const fact of answer.querySelectorAll('[data-fact]')) {
      const value = fact.dataset.fact === 'award'
        ? proven && fact.dataset[found.attendance ? 'attendance' : 'completion']
        : facts[fact.dataset.fact]
      fact.textContent = value || ''
      fact.hidden = fact.previousElementSibling.hidden = !value
    }
    for (const each of answer.querySelectorAll('[data-proven]')) each.hidden = !proven
    const online = answer.querySelector('#online')
    online.hidden = !found.address
    if (found.address) online.querySelector('a').href = found.address
    answer.hidden = false
    answer.focus()
    answer.scrollIntoView({ block: 'start' })
  }

  async function read(text) {
    show(await check(text, keys))
  }

  document.querySelector('#paste').addEventListener('submit', event => {
    event.preventDefault()
    read(pasted.value)
  })

  // The phone's camera opens the certificate's own address; without a connection the worker answers with this page.
  const opened = () => {
    if (location.pathname !== PAGE && location.protocol.startsWith('http')) read(location.href.replace(/\?[^#]*/, ''))
    else if (location.hash.startsWith('#http')) read(decodeURIComponent(location.hash.slice(1)))
  }
  addEventListener('hashchange', opened)

  // ---- camera and photos, where the browser can find a QR code in them -----------------------------------------------

  async function seeing() {
    if (!('BarcodeDetector' in globalThis)) return
    const formats = await BarcodeDetector.getSupportedFormats()
    if (!formats.includes('qr_code')) return
    const detector = new BarcodeDetector({ formats: ['qr_code'] })
    const section = document.querySelector('#seeing')
    section.hidden = false
    document.querySelector('#unseeing').hidden = true
    const video = section.querySelector('video')
    const missed = section.querySelector('#missed')
    section.querySelector('#photo').addEventListener('change', async event => {
      const [file] = event.target.files
      if (!file) return
      try {
        const [found] = await detector.detect(await createImageBitmap(file))
        missed.hidden = Boolean(found)
        if (found) read(found.rawValue)
      } catch {
        missed.hidden = false
      }
      event.target.value = ''
    })
    const camera = section.querySelector('#camera')
    camera.hidden = !navigator.mediaDevices
    camera.addEventListener('click', async () => {
      let stream
      try {
        stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      } catch {
        section.querySelector('#no-camera').hidden = false
        return
      }
      camera.hidden = true
      video.hidden = false
      video.srcObject = stream
      await video.play()
      const look = async () => {
        const [found] = await detector.detect(video).catch(() => [])
        if (!found) return setTimeout(look, 200)
        for (const track of stream.getTracks()) track.stop()
        video.hidden = true
        camera.hidden = false
        read(found.rawValue)
      }
      look()
    })
  }

  // ---- kept on this phone ----------------------------------------------------------------------------------------------

  async function keep() {
    const state = document.querySelector('#kept')
    const say = name => { for (const each of state.children) each.hidden = each.dataset.kept !== name }
    if (!location.protocol.startsWith('http')) return
    if (!('serviceWorker' in navigator) || !globalThis.caches) return say('save')
    let shelf
    try {
      shelf = await caches.open(SHELF)
      await navigator.serviceWorker.register('/verify-worker.js', { scope: '/verify' })
      const parts = [...document.querySelectorAll('link[rel=stylesheet], link[rel=preload], script[src]')]
        .map(each => each.src || each.href)
      await shelf.addAll([PAGE, ...parts])
      const wanted = new Set([new URL(PAGE, location.origin).href, ...parts])
      for (const request of await shelf.keys()) if (!wanted.has(request.url)) await shelf.delete(request)
      await navigator.serviceWorker.ready
      say('yes')
    } catch {
      say(await shelf?.match(PAGE, { ignoreVary: true }) ? 'yes' : 'save')
    }
  }

  if (!globalThis.crypto?.subtle) {
    document.querySelector('#unable').hidden = false
    return
  }
  opened()
  seeing()
  keep()
})()
