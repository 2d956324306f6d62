// Writes the editor's tree as the house's CommonMark. What it writes, the house's own reader reads back as the same tree.

const WORD = /[\p{L}\p{N}]/u
const MARK = /[\p{P}\p{S}]/u
const SPACE = /\s/u
const LIST = {bullet_list: ['-', '*'], ordered_list: ['.', ')']}

/** sourceOf(block): how a block of the lesson was written, if nobody touched it since; else nothing. */
export function serialize(doc, sourceOf = () => null) {
    const text = blocks(children(doc), {depth: 0, sourceOf})
    return text && `${text}\n`
}

function children(node) {
    const all = []
    node.forEach(child => all.push(child))
    return all
}

function blocks(nodes, {tight = false, depth, sourceOf}) {
    const written = []
    let before = null
    for (const node of nodes) {
        // Two lists in a row would be read as one: the second gets the other sign.
        const sign = before?.type === node.type ? 1 - before.sign : 0
        const source = sourceOf?.(node)
        const text = source && isSafe(node, source, sign, before) ? source : block(node, sign, depth)
        if (text === '' && node.type.name !== 'list_item') continue
        written.push(text)
        before = {type: LIST[node.type.name] ? node.type : null, sign: signOf(node, text)}
    }
    return written.join(tight ? '\n' : '\n\n')
}

function signOf(node, text) {
    const signs = LIST[node.type.name]
    if (!signs) return 0
    const first = node.type.name === 'bullet_list' ? text.trimStart()[0] : text.match(/\d([.)])/)?.[1]
    return Math.max(0, signs.indexOf(first))
}

function isSafe(node, source, sign, before) {
    if (node.type.name === 'code_block') return false
    return !before?.type || before.type !== node.type || signOf(node, source) === sign
}

function block(node, sign, depth) {
    switch (node.type.name) {
    case 'paragraph': return paragraph(node)
    case 'heading': return heading(node)
    case 'bullet_list': case 'ordered_list': return list(node, sign, depth)
    case 'quote': return prefixed(blocks(children(node), {depth: depth + 1}) || '', '>')
    case 'alert': return alert(node, depth)
    case 'figure': return image(node.attrs.alt, `media:${node.attrs.name}`, node.attrs.caption)
    case 'check': return image(node.attrs.alt, `question:${node.attrs.question}`)
    case 'code_block': return code(node)
    case 'rule': return depth ? '___' : '---'
    case 'table': return table(node)
    default: throw new Error(`no way to write ${node.type.name}`)
    }
}

function paragraph(node) {
    const lines = inline(node).split('\n')
    return lines.map((line, i) => atStart(i === 0 ? line : line.trimStart())).join('\n')
}

function heading(node) {
    const text = inline(node).replace(/(#+)$/, '\\$1')
    return text && `${'#'.repeat(node.attrs.level)} ${text}`
}

function prefixed(text, prefix) {
    return text.split('\n').map(line => line ? `${prefix} ${line}` : prefix).join('\n')
}

function alert(node, depth) {
    const inside = children(node)
    const text = blocks(inside, {depth: depth + 1})
    const begins = inside.find(child => child.content.size || child.isAtom)?.type.name
    return prefixed(`[!${node.attrs.kind}]${text && (begins === 'paragraph' || begins === 'bullet_list' ? '\n' : '\n\n')}${text}`, '>')
}

function list(node, sign, depth) {
    const items = children(node)
    const tight = node.attrs.tight && items.every(isTight)
    const written = items.map((item, i) => {
        const marker = node.type.name === 'bullet_list' ? LIST.bullet_list[sign]
            : `${Math.min(999999999, node.attrs.order + i)}${LIST.ordered_list[sign]}`
        const text = blocks(children(item), {tight, depth: depth + 1})
        const indent = ' '.repeat(marker.length + 1)
        return text.split('\n').map((line, at) => at === 0 ? `${marker} ${line}`.trimEnd() : line && indent + line).join('\n')
    })
    return written.join(tight ? '\n' : '\n\n')
}

// Whether an item can be written without an empty line in it.
function isTight(item) {
    const [first, ...rest] = children(item)
    return rest.every((child, i) => {
        const before = i ? rest[i - 1] : first
        if (!LIST[child.type.name]) return false
        if (child.type.name === 'ordered_list' && child.attrs.order !== 1) return false
        return before.type.name === 'paragraph' && before.content.size > 0 && child.firstChild.textContent.trim() !== ''
    })
}

function code(node) {
    const text = node.textContent
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(run => run[0].length))
    const fence = '`'.repeat(longest + 1)
    return `${fence}${node.attrs.info.replace(/[`\n]/g, '')}\n${text}${text && '\n'}${fence}`
}

function table(node) {
    const rows = children(node).map(children)
    const width = Math.max(...rows.map(row => row.length))
    const line = cells => `| ${cells.join(' | ')} |`
    const text = row => Array.from({length: width}, (_, i) => row[i] ? inline(row[i]).replaceAll('\n', ' ').replaceAll('|', '\\|') : '')
    const rule = Array.from({length: width}, (_, i) => ({left: ':--', center: ':-:', right: '--:'})[rows[0][i]?.attrs.align] ?? '---')
    return [line(text(rows[0])), line(rule), ...rows.slice(1).map(row => line(text(row)))].join('\n')
}

function image(alt, destination, title) {
    return `![${escape(plain(alt)).replaceAll(']', '\\]')}](${address(destination)}${quoted(title)})`
}

function plain(text) {
    return (text ?? '').replace(/\s+/g, ' ').trim()
}

function quoted(title) {
    return plain(title) ? ` "${plain(title).replace(/[\\"]/g, '\\$&').replace(/&(?=#|\w+;)/g, '\\&')}"` : ''
}

function address(destination) {
    const safe = destination.replace(/\\/g, '\\\\').replace(/&(?=#|\w+;)/g, '\\&')
    return /^[^\s()<>]+$/.test(safe) ? safe : `<${safe.replace(/[<>\n]/g, encodeURIComponent)}>`
}

// ---- what stands within a block

// A row of pieces: {raw} text, {code}, {verbatim} or {end: '\n'}, each with the marks around it. Blanks at the edges of
// emphasis stand outside it: CommonMark would not read the emphasis otherwise.
function pieces(node) {
    const row = []
    node.forEach(child => {
        const marks = child.marks.filter(mark => mark.type.name !== 'code')
        if (child.type.name === 'hard_break') row.push({end: true, marks})
        else if (child.type.name === 'picture') row.push({verbatim: image(child.attrs.alt, child.attrs.src, child.attrs.title), marks})
        else if (child.marks.some(mark => mark.type.name === 'code')) row.push({code: child.text, marks})
        else for (const raw of child.text.replace(/[\r\n\t]+/g, ' ').match(/^\s+|\s+$|\S(?:.*\S)?/gs) ?? []) row.push({raw, marks})
    })
    const isBlank = piece => piece.end || piece.raw !== undefined && !piece.raw.trim()
    row.forEach((piece, i) => {
        if (!isBlank(piece)) return
        const before = row.slice(0, i).findLast(other => !isBlank(other))
        const after = row.slice(i + 1).find(other => !isBlank(other))
        piece.marks = piece.marks.filter(mark => mark.isInSet(before?.marks ?? []) && mark.isInSet(after?.marks ?? []))
    })
    while (row.length && isBlank(row[0])) row.shift()
    while (row.length && isBlank(row.at(-1))) row.pop()
    return row
}

// Opens and closes marks around the pieces, the longest outside.
function inline(node) {
    const row = pieces(node)
    const tokens = []
    const open = []
    const reach = (mark, from) => {
        let at = from
        while (at < row.length && mark.isInSet(row[at].marks)) at++
        return at
    }
    const close = () => {
        const {mark, sign} = open.pop()
        tokens.push(mark.type.name === 'link' ? {close: `](${address(mark.attrs.href)}${quoted(mark.attrs.title)})`, link: true} : {close: sign})
    }
    row.forEach((piece, i) => {
        const kept = open.findIndex(({mark}) => !mark.isInSet(piece.marks))
        while (kept >= 0 && open.length > kept) close()
        piece.marks.filter(mark => !open.some(other => other.mark.eq(mark)))
            .sort((one, other) => reach(other, i) - reach(one, i) || (one.type.name === 'link' ? 1 : 0) - (other.type.name === 'link' ? 1 : 0))
            .forEach(mark => {
                if (mark.type.name === 'link') tokens.push({open: '[', link: true})
                else tokens.push({open: signFor(mark, i, reach(mark, i))})
                open.push({mark, sign: tokens.at(-1).open})
            })
        const inLink = open.some(({mark}) => mark.type.name === 'link')
        if (piece.end) tokens.push({text: '\\\n', raw: '\n'})
        else if (piece.verbatim) tokens.push({text: piece.verbatim})
        else if (piece.code !== undefined) tokens.push({text: codeSpan(piece.code)})
        else tokens.push({raw: piece.raw, inLink})
    })
    while (open.length) close()
    return write(tokens)

    // An asterisk; but beside bold an underscore, where that is read as emphasis.
    function signFor(mark, from, to) {
        if (mark.type.name === 'strong') return '**'
        const strong = piece => piece?.marks.some(other => other.type.name === 'strong')
        const mixed = row.slice(from, to).some(strong) || strong(row[from - 1]) || strong(row[to])
        const word = (piece, at) => piece?.raw !== undefined && WORD.test(piece.raw.at(at))
        return mixed && !word(row[from - 1], -1) && !word(row[to], 0) ? '_' : '*'
    }
}

function codeSpan(text) {
    const plainText = text.replace(/[\r\n]+/g, ' ')
    const runs = new Set([...plainText.matchAll(/`+/g)].map(run => run[0].length))
    let length = 1
    while (runs.has(length)) length++
    const pad = /^`|`$|^ .*\S.* $/s.test(plainText) ? ' ' : ''
    return '`'.repeat(length) + pad + plainText + pad + '`'.repeat(length)
}

// Emphasis is read only where its signs lean on a word. Where they lean on punctuation, the letter at their other side
// is written as a number, which counts as punctuation too.
function write(tokens) {
    const shown = token => token?.raw ?? token?.text ?? token?.open ?? token?.close ?? ''
    const first = token => [...shown(token)][0]
    const last = token => [...shown(token)].at(-1)
    const isWord = letter => letter !== undefined && !SPACE.test(letter) && !MARK.test(letter)
    // Signs of the same kind in a row lean on what is behind them all.
    const leansOn = (i, step, kind) => {
        let at = i + step
        while (!tokens[at]?.link && tokens[at]?.[kind]?.[0] === tokens[i][kind][0]) at += step
        return tokens[at]
    }
    tokens.forEach((token, i) => {
        if (token.link) return
        const before = tokens[i - 1]
        const after = tokens[i + 1]
        if (token.open && before?.raw !== undefined && isWord(last(before)) && MARK.test(first(leansOn(i, 1, 'open')) ?? '')) {
            before.lastAsNumber = true
        }
        if (token.close && after?.raw !== undefined && isWord(first(after)) && MARK.test(last(leansOn(i, -1, 'close')) ?? '')) {
            after.firstAsNumber = true
        }
    })
    return tokens.map((token, i) => {
        if (token.text !== undefined) return token.text
        if (token.raw === undefined) return token.open ?? token.close
        let raw = [...token.raw]
        const head = token.firstAsNumber ? `&#${raw.shift().codePointAt(0)};` : ''
        const tail = token.lastAsNumber && raw.length ? `&#${raw.pop().codePointAt(0)};` : ''
        let text = escape(raw.join(''))
        if (token.inLink) text = text.replaceAll(']', '\\]')
        const next = tokens[i + 1]
        if (text.endsWith('!') && (next?.link && next.open || next?.text?.startsWith('['))) text = `${text.slice(0, -1)}\\!`
        return head + text + tail
    }).join('')
}

function escape(text) {
    return text.replace(/[\\`*[]/g, '\\$&')
        .replace(/_/g, (sign, at, whole) => WORD.test(whole[at - 1] ?? '') && WORD.test(whole[at + 1] ?? '') ? sign : '\\_')
        .replace(/<(?=[A-Za-z/!?])/g, '\\<')
        .replace(/&(?=#[\dxX]|[A-Za-z][A-Za-z0-9]*;)/g, '\\&')
}

// What would begin something else than a line of text.
function atStart(line) {
    return line.replace(/^[ \t]+/, '')
        .replace(/^(#{1,6})(?=\s|$)/, '\\$1')
        .replace(/^(?=>|[-+](?:\s|$|-|\|)|=+\s*$|~~~|\||:-)/, '\\')
        .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
}
