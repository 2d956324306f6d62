// A lesson on its author's desk: saved as it is written, and said truthfully whether it is. What could not be sent waits
// in the browser's storage and is sent again when the network is back, or offered when the page is opened again. The
// editor itself is editor.js; without script the page is a form.
const writing = document.querySelector('#writing')
const form = document.querySelector('#lesson')
const source = document.querySelector('#text')
const page = document.querySelector('#page')
const tools = document.querySelector('.tools')
const [bar, tableBar] = tools.querySelectorAll('[role=toolbar]')
const state = document.querySelector('.telling .saving')
const frame = document.querySelector('iframe')
const {api, media, lesson, writer} = writing.dataset
const token = form.elements.csrf.value
const PAUSE = 1200
const LONGEST_PAUSE = 8000
const LONGEST_WAIT = 30000
const HEARTBEAT = 20000
const WORDS_PER_MINUTE = 130
const fill = (text, ...values) => values.reduce((filled, value, i) => filled.replaceAll(`{${i}}`, value), text)
const $ = (selector, place = document) => place.querySelector(selector)

// What the text here is made of: the revision, its text, and that this is another text than the revision's, if so.
let based = {revision: Number(form.elements.revision.value), text: source.defaultValue, own: false}
let editor = null
let rich = false
let files = new Map()
let sending = false
let delivery = Promise.resolve()
let clash = null
let refused = null
let retry = 1000
let due = 0
let timer
let facts = JSON.parse(form.elements.read.value)
let factsSending = false

// ---- talking to the server

async function ask(path, method = 'GET', body = undefined) {
    const response = await fetch(path, {
        method, headers: {...body === undefined ? {} : {'Content-Type': 'application/json'}, Accept: 'application/json', 'X-CSRF-Token': token},
        body: body === undefined ? undefined : JSON.stringify(body)
    })
    const answer = response.headers.get('Content-Type')?.includes('json') ? await response.json() : null
    return {status: response.status, ok: response.ok, answer}
}

function element(tag, attributes = {}, ...content) {
    const made = document.createElement(tag)
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value))
    made.append(...content)
    return made
}

// ---- the copy in this browser

const shelf = `lesson:${writer}:${lesson}:`
// Every page that is open keeps what is written in it in a place of its own, and touches no other by itself.
const newPlace = () => shelf + (crypto.randomUUID?.() ?? String(Math.random()).slice(2))
let ownPlace = newPlace()

// In place of what was kept last, which is part of it.
function keep() {
    try {
        localStorage.setItem(ownPlace, JSON.stringify({revision: based.revision, base: based.own ? based.text : null, text: current(), at: Date.now()}))
        return true
    } catch { return false }
}

// What waits in other places, the newest first.
function copies() {
    try {
        return Object.keys(localStorage).filter(key => key.startsWith(shelf) && key !== ownPlace)
            .map(key => ({key, ...JSON.parse(localStorage.getItem(key))}))
            .sort((one, other) => other.at - one.at)
    } catch { return [] }
}

function forget(key = ownPlace) {
    try { localStorage.removeItem(key) } catch { /* then there is none */ }
}

// ---- saving

function current() { return rich ? editor.text() : source.value.replaceAll('\r\n', '\n') }

function isDirty() { return current() !== based.text || based.own }

function show(name, ...values) {
    const text = state.dataset[name] ? fill(state.dataset[name], ...values) : ''
    if (state.textContent !== text) state.textContent = text
    state.dataset.state = name
}

function changed() {
    refused = null
    if (!isDirty()) {
        forget()
        if (!sending) show('saved')
        return
    }
    const kept = keep()
    if (!clash && state.dataset.state !== 'unsaved' && state.dataset.state !== 'out') show(kept ? 'waiting' : 'onlyHere')
    due ||= Date.now() + LONGEST_PAUSE
    plan(Math.min(PAUSE, Math.max(0, due - Date.now())))
    seen()
}

function plan(pause) {
    clearTimeout(timer)
    timer = setTimeout(send, pause)
}

async function send() {
    clearTimeout(timer)
    if (sending || clash || refused || !isDirty()) return
    delivery = deliver()
    await delivery
}

async function deliver() {
    sending = true
    due = 0
    const text = current()
    if (state.dataset.state !== 'unsaved') show('saving')
    try {
        const {status, ok, answer} = await ask(api, 'PUT', {revision: based.revision, base: based.own ? based.text : null, text})
        if (status >= 500 || status === 429) throw new Error(status)
        sending = false
        retry = 1000
        if (ok) await kept(answer, text)
        else if (status === 409 && answer?.pieces) clashed(answer, text)
        else if (status === 401 || status === 403) again('out')
        else {
            refused = Object.values(answer?.fields ?? {})[0] ?? answer?.detail ?? answer?.title ?? status
            show('refused', refused)
        }
    } catch {
        sending = false
        again('unsaved')
    }
}

function again(why) {
    show(why)
    plan(retry)
    retry = Math.min(retry * 2, LONGEST_WAIT)
}

async function kept(answer, sent) {
    form.elements.revision.value = answer.revision
    if (!answer.merged) {
        based = {revision: answer.revision, text: sent, own: false}
    } else if (current() === sent) {
        receive(answer)
        show('merged', answer.by)
    } else {
        // Written on meanwhile: what was sent is what that is made of, the server puts it together once more.
        based = {revision: answer.revision, text: sent, own: true}
    }
    if (isDirty()) {
        keep()
        show('waiting')
        plan(PAUSE)
    } else {
        forget()
        if (!answer.merged) show('saved')
        seen()
    }
}

// What the server has, put in where the cursor is not.
function receive({revision, text, tree}) {
    if (rich && tree.document) editor.receive(tree, text)
    else if (rich) toSource(tree, text)
    else {
        const {selectionStart, selectionEnd, scrollTop} = source
        source.value = text
        source.setSelectionRange(selectionStart, selectionEnd)
        source.scrollTop = scrollTop
    }
    based = {revision, text, own: false}
    form.elements.revision.value = revision
    seen()
}

addEventListener('online', () => { retry = 1000; send(); sendFacts() })
addEventListener('beforeunload', event => { if (isDirty() && !keep()) event.preventDefault() })
addEventListener('pagehide', () => { if (isDirty()) keep() })

// ---- two texts for the same place

const clashDialog = $('#clash-dialog')

// Only what stands here is chosen from: what was written on since is sent first, and asked about then.
function clashed(answer, sent) {
    keep()
    if (current() === sent) return choose(answer, sent)
    clash = null
    show('waiting')
    plan(PAUSE)
}

function choose(answer, sent) {
    clash = {...answer, sent}
    show('clash')
    const list = $('.pieces', clashDialog)
    const {mine, theirs, both, nothing, piece: title} = list.dataset
    $('[data-told]', clashDialog).textContent = answer.detail
    let number = 0
    list.replaceChildren(...answer.pieces.map((piece, i) => {
        if (piece.settled !== undefined && piece.settled !== null) return element('pre', {'class': 'settled'}, shortened(piece.settled))
        const side = (value, name, text) => element('label', {'class': 'version'},
            element('input', {type: 'radio', name: `piece${i}`, value, required: 'required'}), element('b', {}, name),
            ...text === null ? [] : [element('pre', {}, text.trim() || nothing)])
        return element('fieldset', {'class': 'piece'}, element('legend', {}, fill(title, ++number)),
            side('mine', mine, piece.mine), side('theirs', fill(theirs, answer.by), piece.theirs), side('both', both, null))
    }))
    if (!clashDialog.open) clashDialog.showModal()
}

function shortened(text) {
    const lines = text.split('\n').filter(Boolean)
    return lines.length > 4 ? [...lines.slice(0, 2), '…', ...lines.slice(-1)].join('\n') : lines.join('\n')
}

$('form', clashDialog).addEventListener('submit', async event => {
    if (event.submitter.value !== 'set') return
    event.preventDefault()
    const chosen = new FormData(event.target)
    const end = text => text && !text.endsWith('\n') ? `${text}\n` : text
    const text = clash.pieces.map((piece, i) => {
        const choice = chosen.get(`piece${i}`)
        return choice === null ? piece.settled : choice === 'both' ? `${end(piece.mine)}\n${piece.theirs}` : piece[choice]
    }).join('')
    const seen = await lookAt(text)
    if (!clash || current() !== clash.sent) return
    based = {revision: clash.revision, text: clash.text, own: false}
    clash = null
    put(text, seen)
    clashDialog.close()
    changed()
    await send()
    if (!isDirty() && !sending) show('saved')
})
clashDialog.addEventListener('close', () => { if (clash) show('clash') })
state.addEventListener('click', () => { if (clash) clashed(clash, clash.sent) })

// What the editor needs to show a text; nothing where the server cannot be asked.
async function lookAt(text) {
    const {ok, answer} = await ask(`${api}/preview`, 'POST', {text}).catch(() => ({}))
    return ok ? answer.tree : undefined
}

// Makes the text here be that one, at once: so nothing comes between a text and what it is based on.
function put(text, tree) {
    if (rich && tree?.document) return editor.receive(tree, text)
    if (rich) toSource(tree)
    source.value = text
}

// ---- what was written before the page was closed

const found = $('#lesson-found')
let held = null

function offer() {
    copies().filter(copy => copy.text === based.text).forEach(copy => forget(copy.key))
    held = copies()[0] ?? null
    found.hidden = !held
    $('#lesson-found-difference').hidden = true
    $('#lesson-found-difference').replaceChildren()
    $('[data-take=look]').setAttribute('aria-expanded', 'false')
    if (!held) return
    const line = $('[data-found]', found)
    line.textContent = fill(line.dataset.found, new Date(held.at).toLocaleString(document.documentElement.lang, {dateStyle: 'long', timeStyle: 'short'}))
}

found.addEventListener('click', async event => {
    const act = event.target.dataset.take
    if (!act) return
    if (act === 'look') return look(event.target)
    const copy = held
    held = null
    found.hidden = true
    if (act === 'take') await take(copy)
    else forget(copy.key)
    offer()
})

async function look(button) {
    const place = $('#lesson-found-difference')
    if (place.hidden && !place.hasChildNodes()) {
        const {ok, answer} = await ask(`${api}/difference`, 'POST', {before: current(), after: held.text}).catch(() => ({}))
        if (!ok) return
        place.replaceChildren(...answer.rows.filter(row => row.kind !== 'LEFT_OUT').map(row => element('p', {'class': `is-${row.kind}`},
            ...row.words.map(some => some.fate === 'SAME' ? some.text : element(some.fate === 'ADDED' ? 'ins' : 'del', {}, some.text)))))
    }
    place.hidden = !place.hidden
    button.setAttribute('aria-expanded', String(!place.hidden))
}

// What stands here unsaved makes room for it, and is offered in turn.
async function take(copy) {
    show('waiting')
    const tree = await lookAt(copy.text)
    await delivery
    if (clash) return clashed(clash, clash.sent)
    if (isDirty()) {
        if (!keep()) return show('onlyHere')
        ownPlace = newPlace()
    }
    based = {revision: copy.revision, text: copy.base ?? based.text, own: copy.base !== null}
    put(copy.text, tree)
    changed()
    if (!isDirty() || keep()) forget(copy.key)
    send()
}

// ---- who else is here

async function present() {
    if (document.hidden) return
    const {ok, answer} = await ask(`${api}/presence`, 'PUT').catch(() => ({}))
    if (!ok) return
    const others = $('.others')
    const text = answer.names.length ? fill(others.dataset.others, answer.names.join(', ')) : ''
    if (others.textContent !== text) others.textContent = text
    if (answer.revision > based.revision && !sending && !clash) {
        if (isDirty()) send()
        else await fetchNewest()
    }
}

async function fetchNewest() {
    const {ok, answer} = await ask(api).catch(() => ({}))
    if (!ok || isDirty()) return
    const other = answer.text !== based.text
    receive(answer)
    if (other) show('received')
}

setInterval(present, HEARTBEAT)
document.addEventListener('visibilitychange', present)

// ---- what learners will see, and what it costs them

let seeing
function seen() {
    clearTimeout(seeing)
    seeing = setTimeout(async () => {
        const text = current()
        const {ok, answer} = await ask(`${api}/preview`, 'POST', {text}).catch(() => ({}))
        if (!ok || text !== current()) return
        const there = $('.lesson', frame.contentDocument)
        if (there) there.innerHTML = answer.html
        $('[data-meter]').textContent = answer.meter
        $('[data-played]').textContent = answer.played ?? ''
        $('.meter').classList.toggle('over', !answer.within)
    }, 700)
    count()
}

function count() {
    const hint = $('#minutes-hint')
    const words = rich ? editor.words() : source.value.split(/\s+/).filter(Boolean).length
    hint.textContent = fill(hint.dataset.estimate, words, Math.max(1, Math.round(words / WORDS_PER_MINUTE)))
}

// ---- facts

function factsHere() {
    const all = new FormData(form)
    return {
        title: {id: all.get('title_id').trim(), en: all.get('title_en').trim()}, minutes: Number(all.get('minutes')), topics: all.getAll('topics'),
        outcomes: all.get('outcomes').split('\n').map(line => line.trim()).filter(Boolean)
    }
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other)

async function sendFacts() {
    const wanted = factsHere()
    const line = $('.of-facts')
    if (factsSending || same(wanted, factsHere.sent ?? {title: facts.title, minutes: facts.minutes, topics: facts.topics, outcomes: facts.outcomes})) return
    factsSending = true
    line.textContent = state.dataset.saving
    try {
        const {status, ok, answer} = await ask(`${api}/facts`, 'PUT', {read: facts, wanted})
        if (status >= 500 || status === 429) throw new Error(status)
        factsHere.sent = wanted
        if (ok) {
            facts = wanted
            form.elements.read.value = JSON.stringify(facts)
            // The text is what it was: only the number of what it is made of has grown, unless another wrote too.
            if (answer.revision === based.revision + 1) {
                based.revision = answer.revision
                form.elements.revision.value = answer.revision
                if (isDirty()) keep()
            }
            line.textContent = state.dataset.saved
        } else line.textContent = fill(state.dataset.refused, answer?.detail ?? Object.values(answer?.fields ?? {}).join(' '))
        factsSending = false
        if (!same(wanted, factsHere())) sendFacts()
    } catch {
        factsSending = false
        line.textContent = state.dataset.waiting
        setTimeout(sendFacts, 5000)
    }
}

$('.facts-of').addEventListener('change', sendFacts)

// ---- the two ways of writing

function toSource(tree, text) {
    const at = rich ? editor.offset() : 0
    const value = text ?? current()
    rich = false
    page.hidden = true
    $('#source').hidden = false
    source.value = value
    source.setSelectionRange(at, at)
    bar.querySelectorAll('button, select').forEach(control => { control.disabled = !['source', 'help'].includes(control.dataset.run) })
    tableBar.hidden = true
    $('[data-run=source]').setAttribute('aria-pressed', 'true')
    enter(bar)
    explain(tree?.unheld ?? [])
}

function explain(unheld) {
    const place = $('#held')
    const list = $('ul', place)
    list.replaceChildren(...unheld.slice(0, 10).map(({line, what}) => element('li', {}, fill(list.dataset[what], line))))
    place.hidden = unheld.length === 0
}

async function toRich() {
    const text = source.value.replaceAll('\r\n', '\n')
    const at = source.selectionStart
    const tree = await lookAt(text)
    if (rich) return
    if (!tree) return show('unsaved')
    if (source.value.replaceAll('\r\n', '\n') !== text) return toRich()
    if (!tree.document) return explain(tree.unheld)
    open(tree, text)
    editor.goTo(at)
    editor.focus()
}

function open(tree, text) {
    explain([])
    page.hidden = false
    $('#source').hidden = true
    bar.querySelectorAll('button, select').forEach(control => { control.disabled = false })
    $('[data-run=source]').setAttribute('aria-pressed', 'false')
    enter(bar)
    rich = true
    editor.open(tree, text)
}

// ---- tools

const doers = {
    source: () => rich ? (toSource(), source.focus()) : toRich(),
    help: () => $('#help-dialog').showModal(),
    link: () => openLink(), figure: () => openFigure(), check: () => openCheck()
}

function run(control) {
    const {run: name, argument} = control.dataset
    if (doers[name]) return doers[name]()
    if (!rich) return
    if (name === 'block') {
        const [type, level] = control.value.split('-')
        return editor.run(type, level)
    }
    editor.run(name, name === 'alert' ? control.value : name === 'align' && argument === 'left' ? '' : argument)
}

function controls(toolbar) { return [...toolbar.querySelectorAll('button, select')].filter(control => !control.disabled) }

// One tab stop: where one was last, or the first that can be used.
function enter(toolbar, chosen = controls(toolbar)[0]) {
    toolbar.querySelectorAll('button, select').forEach(control => { control.tabIndex = control === chosen ? 0 : -1 })
}

function roving(toolbar) {
    enter(toolbar)
    toolbar.addEventListener('focusin', event => enter(toolbar, event.target))
    toolbar.addEventListener('keydown', event => {
        const all = controls(toolbar)
        const at = all.indexOf(document.activeElement)
        const next = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1}[event.key]
        if (event.key === 'Escape' && rich) editor.focus()
        if (next === undefined) return
        event.preventDefault()
        all[(next + all.length) % all.length].focus()
    })
    toolbar.addEventListener('click', event => {
        const button = event.target.closest('button')
        if (button) run(button)
    })
    // The text keeps its selection while a mouse is on a button.
    toolbar.addEventListener('mousedown', event => { if (event.target.closest('button')) event.preventDefault() })
    toolbar.addEventListener('change', event => run(event.target))
}

function moved(standing) {
    bar.querySelectorAll('[aria-pressed]').forEach(button => {
        const {run: name} = button.dataset
        if (name !== 'source') button.setAttribute('aria-pressed', String(name === 'link' ? standing.link !== null : Boolean(standing[name])))
    })
    $('[data-run=block]').value = standing.block.startsWith('heading') || standing.block === 'code_block' ? standing.block : 'paragraph'
    $('[data-run=alert]').value = standing.alert
    if (rich) tableBar.hidden = !standing.table
    moved.last = standing
}

document.addEventListener('keydown', event => {
    const control = event.ctrlKey || event.metaKey
    const key = event.key.toLowerCase()
    const act = control && !event.altKey && key === 's' ? send
        : control && event.altKey && event.code === 'KeyS' ? doers.source
        : control && event.altKey && event.code === 'KeyG' && rich ? doers.figure
        : control && !event.altKey && event.key === '/' ? doers.help
        : control && !event.altKey && key === 'k' && rich && page.contains(document.activeElement) ? doers.link
        : event.altKey && event.key === 'F10' ? () => bar.querySelector('[tabindex="0"]')?.focus() : null
    if (!act || document.querySelector('dialog[open]')) return
    event.preventDefault()
    act()
})

// ---- dialogs

function dialog(name, set) {
    const box = $(`#${name}-dialog`)
    $('form', box).addEventListener('submit', event => {
        box.returnValue = event.submitter?.value ?? 'set'
        if (box.returnValue && set(box.returnValue, event) === false) event.preventDefault()
    })
    box.addEventListener('close', () => { if (rich) editor.focus() })
    return box
}

const linkDialog = dialog('link', act => {
    if (act === 'unlink') return editor.run('unlink')
    editor.run('link', {href: $('#link-place').value || $('#link-address').value.trim(), words: $('#link-text').value.trim()})
})

function openLink() {
    const href = moved.last.link ?? ''
    const place = $('#link-place')
    $('#link-files').replaceChildren(...[...files.values()].filter(file => file.kind === 'document').map(file => element('option', {value: `media:${file.name}`}, file.name)))
    place.value = [...place.options].some(option => option.value === href) ? href : ''
    $('#link-address').value = place.value ? '' : href
    $('#link-text').value = editor.selectedText()
    $('#link-words').hidden = !moved.last.empty
    $('[value=unlink]', linkDialog).hidden = moved.last.link === null
    web()
    linkDialog.showModal()
}

function web() {
    const other = $('#link-place').value === ''
    $('#link-web').hidden = !other
    $('#link-address').required = other
}

$('#link-place').addEventListener('change', web)

let changing = null
const figureDialog = dialog('figure', (act, event) => {
    const chosen = $('.shelf input:checked', figureDialog)
    const wrong = $('.wrong', figureDialog)
    wrong.textContent = ''
    if (!chosen) {
        wrong.textContent = wrong.dataset.wrong
        return false
    }
    const attrs = {alt: $('#figure-alt').value.trim(), caption: $('#figure-caption').value.trim()}
    if (!attrs.alt) {
        $('#figure-alt').value = ''
        $('#figure-alt').reportValidity()
        return false
    }
    if (chosen.dataset.name) return placed({name: chosen.dataset.name, ...attrs})
    event.preventDefault()
    fromLibrary(chosen.value, attrs, wrong)
})

async function fromLibrary(item, attrs, wrong) {
    const {ok, answer} = await ask(media, 'POST', {item}).catch(() => ({}))
    if (!ok) {
        wrong.textContent = wrong.dataset.lost
        return
    }
    files.set(answer.name, answer)
    placed({name: answer.name, ...attrs})
    figureDialog.close()
}

function placed(attrs) {
    if (changing) editor.run('change', {pos: changing.pos, attrs})
    else editor.run('figure', attrs)
}

function openFigure(edit = null) {
    changing = edit ?? (moved.last?.selected?.type === 'figure' ? moved.last.selected : null)
    $('#figure-alt').value = changing?.attrs.alt ?? ''
    $('#figure-caption').value = changing?.attrs.caption ?? ''
    $('#figure-search').value = ''
    $('.wrong', figureDialog).textContent = ''
    $('.shelf', figureDialog).replaceChildren()
    fillShelf()
    figureDialog.showModal()
    $('#figure-search').focus()
}

async function fillShelf() {
    clearTimeout(fillShelf.timer)
    const turn = fillShelf.turn = (fillShelf.turn ?? 0) + 1
    const shelfBox = $('.shelf', figureDialog)
    const words = $('#figure-search').value.trim()
    const isFound = file => file.kind !== 'companion' && file.kind !== 'document' && words.toLowerCase().split(/\s+/).every(word => file.name.includes(word))
    const option = (value, name, picture, where, alt, checked) => {
        const radio = element('input', {type: 'radio', name: 'file', value, ...checked ? {checked: 'checked'} : {}})
        if (where === shelfBox.dataset.course) radio.dataset.name = name
        radio.dataset.alt = alt
        return element('label', {'class': 'item'}, radio, picture ? element('img', {src: picture, alt: '', loading: 'lazy'}) : element('span', {'class': 'no-picture'}), element('span', {}, name), element('small', {}, where))
    }
    const {course, library, none, more} = shelfBox.dataset
    const own = [...files.values()].filter(isFound)
        .map(file => option(file.name, file.name, file.kind === 'picture' ? `/media/${file.address}` : null, course, '', file.name === changing?.attrs.name))
    if (!shelfBox.hasChildNodes()) shelve(own)
    const {ok, answer} = await ask(`${media}/library?words=${encodeURIComponent(words)}`).catch(() => ({}))
    if (turn !== fillShelf.turn) return
    if (!ok) {
        // A library that could not be asked is not an empty one: ask again.
        shelve(own)
        fillShelf.timer = setTimeout(() => { if (figureDialog.open) fillShelf() }, 2000)
        return
    }
    shelve([...own, ...answer.items.filter(item => item.kind !== 'DOCUMENT' && !files.has(item.name))
        .map(item => option(item.code, item.name, item.thumbnail, library, item.alt, false))])
    if (answer.more || !shelfBox.hasChildNodes()) shelfBox.append(element('p', {'class': 'hint'}, answer.more ? more : none))
}

// What is chosen stays chosen and in sight, whatever is looked for next.
function shelve(labels) {
    const shelfBox = $('.shelf', figureDialog)
    const chosen = $('input:checked', shelfBox)
    const focused = chosen && chosen === document.activeElement
    const same = chosen && labels.find(label => $('input', label).value === chosen.value)
    if (chosen) labels.forEach(label => { $('input', label).checked = label === same })
    shelfBox.replaceChildren(...chosen && !same ? [chosen.closest('.item')] : [], ...labels)
    if (focused) $('input:checked', shelfBox).focus()
}

$('#figure-search').addEventListener('input', () => {
    clearTimeout(fillShelf.timer)
    fillShelf.timer = setTimeout(fillShelf, 250)
})
$('#figure-search').addEventListener('keydown', event => { if (event.key === 'Enter') event.preventDefault() })
// Back from the library, where something was uploaded meanwhile.
addEventListener('focus', () => { if (figureDialog.open) fillShelf() })
$('.shelf').addEventListener('change', event => { if (event.target.dataset.alt && !$('#figure-alt').value) $('#figure-alt').value = event.target.dataset.alt })

const checkDialog = dialog('check', () => {
    const attrs = {question: $('#check-question').value, alt: $('#check-alt').value.trim()}
    if (changing) editor.run('change', {pos: changing.pos, attrs})
    else editor.run('check', attrs)
})

async function openCheck(edit = null) {
    changing = edit
    const list = $('#check-question')
    checkDialog.showModal()
    if (edit) $('#check-alt').value = edit.attrs.alt
    const {ok, answer} = await ask(`${api}/questions`).catch(() => ({}))
    const all = ok ? answer : []
    list.replaceChildren(...all.length ? all.map(({slug, title}) => element('option', {value: slug}, title || slug)) : [element('option', {value: ''}, list.dataset.none)])
    if (edit) list.value = edit.attrs.question
}

// ---- begin

form.addEventListener('submit', event => {
    event.preventDefault()
    event.stopPropagation()
    refused = null
    if (isDirty()) send()
    else show('saved')
    sendFacts()
}, {capture: true})
source.addEventListener('input', changed)

async function begin() {
    const [opened, shown] = await Promise.all([ask(api).catch(() => ({})), ask(media).catch(() => ({}))])
    if (!opened.ok) return
    files = new Map((shown.answer ?? []).map(file => [file.name, file]))
    await import(writing.dataset.editor)
    const words = page.dataset
    editor = globalThis.lessonEditor.mount({
        place: page, label: words.label, language: writing.dataset.language, words,
        titles: Object.fromEntries(['IMPORTANT', 'TIP', 'NOTE', 'WARNING', 'CAUTION'].map(kind => [kind, words[kind.toLowerCase()]])),
        look: name => files.has(name) ? {...files.get(name), address: `/media/${files.get(name).address}`} : null,
        changed, moved, edit: node => node.type === 'figure' ? openFigure(node) : openCheck(node)
    })
    tools.hidden = false
    const typed = source.value !== source.defaultValue
    const unsaved = $('.clash-told') || $('.refusal li')
    if (!typed && !unsaved) based = {revision: opened.answer.revision, text: opened.answer.text, own: false}
    const {tree} = opened.answer
    if (typed || unsaved || !tree.document) toSource(tree.document ? undefined : tree)
    else open(tree, opened.answer.text)
    roving(bar)
    roving(tableBar)
    writing.classList.add('ready')
    count()
    if (isDirty()) changed()
    else show('saved')
    offer()
    present()
}

begin()
