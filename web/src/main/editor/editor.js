// The editor of rich text, for people who do not know CommonMark. It knows nothing of servers: lesson.js hands it the
// tree of a lesson and gets its text back.
import {EditorState, NodeSelection, Plugin, Selection, TextSelection} from 'prosemirror-state'
import {EditorView} from 'prosemirror-view'
import {baseKeymap, chainCommands, exitCode, lift, setBlockType, toggleMark, wrapIn} from 'prosemirror-commands'
import {keymap} from 'prosemirror-keymap'
import {history, redo, undo} from 'prosemirror-history'
import {inputRules, textblockTypeInputRule, wrappingInputRule} from 'prosemirror-inputrules'
import {liftListItem, sinkListItem, splitListItem, wrapInList} from 'prosemirror-schema-list'
import {addColumnAfter, addColumnBefore, addRowAfter, addRowBefore, deleteColumn, deleteRow, deleteTable, fixTables,
    goToNextCell, isInTable, selectedRect, tableEditing} from 'prosemirror-tables'
import {dropCursor} from 'prosemirror-dropcursor'
import {gapCursor} from 'prosemirror-gapcursor'
import {ALERTS, schema} from './schema.js'
import {serialize} from './commonmark.js'
import {cleaned} from './paste.js'

const {nodes, marks} = schema

function above(state, test) {
    const {$from} = state.selection
    for (let depth = $from.depth; depth > 0; depth--) {
        const node = $from.node(depth)
        if (test(node)) return {node, pos: $from.before(depth), depth}
    }
    return null
}

const alertAbove = state => above(state, node => node.type === nodes.alert)
const listAbove = state => above(state, node => node.type === nodes.bullet_list || node.type === nodes.ordered_list)

function list(type) {
    return (state, dispatch, view) => {
        const inside = listAbove(state)
        if (inside?.node.type === type) return liftListItem(nodes.list_item)(state, dispatch, view)
        if (!inside) return wrapInList(type)(state, dispatch, view)
        dispatch?.(state.tr.setNodeMarkup(inside.pos, type, {tight: inside.node.attrs.tight}))
        return true
    }
}

function alert(kind) {
    return (state, dispatch, view) => {
        const inside = alertAbove(state)
        if (!kind) return inside ? lift(state, dispatch, view) : false
        if (!inside) return wrapIn(nodes.alert, {kind})(state, dispatch, view)
        dispatch?.(state.tr.setNodeMarkup(inside.pos, null, {kind}))
        return true
    }
}

// Behind the paragraph or table the cursor is in; in place of an empty paragraph.
function insert(node) {
    return (state, dispatch) => {
        const table = above(state, other => other.type === nodes.table)
        const {$from} = state.selection
        const {tr} = state
        let at
        if (table) at = table.pos + table.node.nodeSize
        else if ($from.parent.type === nodes.paragraph && !$from.parent.content.size) {
            at = $from.before()
            tr.delete(at, $from.after())
            if (tr.doc.resolve(at).parent.content.size === 0) at = tr.mapping.map($from.before())
        } else at = $from.depth ? $from.after() : state.selection.to
        tr.insert(Math.min(at, tr.doc.content.size), node)
        const placed = Math.min(at, tr.doc.content.size)
        if (node.isAtom) {
            const after = placed + node.nodeSize
            if (tr.doc.nodeAt(after)?.type !== nodes.paragraph) tr.insert(after, nodes.paragraph.create())
            tr.setSelection(TextSelection.create(tr.doc, after + 1))
        } else tr.setSelection(Selection.findFrom(tr.doc.resolve(placed + 1), 1, true))
        dispatch?.(tr.scrollIntoView())
        return true
    }
}

function newTable(rows = 3, columns = 2) {
    const row = type => nodes.table_row.create(null, Array.from({length: columns}, () => type.create()))
    return nodes.table.create(null, [row(nodes.table_header), ...Array.from({length: rows - 1}, () => row(nodes.table_cell))])
}

function align(side) {
    return (state, dispatch) => {
        if (!isInTable(state)) return false
        const {map, left, right, tableStart, table} = selectedRect(state)
        const {tr} = state
        for (let row = 0; row < map.height; row++) {
            for (let column = left; column < right; column++) {
                const at = map.map[row * map.width + column]
                tr.setNodeMarkup(tableStart + at, null, {...table.nodeAt(at).attrs, align: side})
            }
        }
        dispatch?.(tr)
        return true
    }
}

// A heading row stays one: GFM has no table without.
function keepHeading(command) {
    return (state, dispatch) => isInTable(state) && (selectedRect(state).top > 0 || command !== addRowBefore)
        && (command !== deleteRow || selectedRect(state).top > 0) && command(state, dispatch)
}

// The cell below; behind the last row, a new one.
function nextRow(state, dispatch) {
    if (!isInTable(state)) return false
    const {map, top, left, tableStart} = selectedRect(state)
    if (top + 1 === map.height) return addRowAfter(state, tr => dispatch?.(into(tr)))
    dispatch?.(into(state.tr))
    return true

    function into(tr) {
        const table = tr.doc.resolve(tableStart).parent
        let at = tableStart
        for (let row = 0; row <= top; row++) at += table.child(row).nodeSize
        for (let column = 0, cells = table.child(top + 1); column < Math.min(left, cells.childCount); column++) at += cells.child(column).nodeSize
        return tr.setSelection(Selection.near(tr.doc.resolve(at + 2))).scrollIntoView()
    }
}

function leaveTable(state, dispatch) {
    const table = above(state, node => node.type === nodes.table)
    if (!table) return false
    const after = table.pos + table.node.nodeSize
    const tr = state.tr.insert(after, nodes.paragraph.create())
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView())
    return true
}

function lineBreak(state, dispatch) {
    if (state.selection.$from.parent.type !== nodes.paragraph) return false
    dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView())
    return true
}

const commands = {
    paragraph: () => setBlockType(nodes.paragraph),
    heading: level => setBlockType(nodes.heading, {level: Number(level)}),
    code_block: () => setBlockType(nodes.code_block),
    strong: () => toggleMark(marks.strong),
    em: () => toggleMark(marks.em),
    code: () => toggleMark(marks.code),
    bullets: () => list(nodes.bullet_list),
    numbers: () => list(nodes.ordered_list),
    indent: () => sinkListItem(nodes.list_item),
    outdent: () => chainCommands(liftListItem(nodes.list_item), lift),
    alert,
    rule: () => insert(nodes.rule.create()),
    table: () => insert(newTable()),
    row_above: () => keepHeading(addRowBefore), row_below: () => addRowAfter, row_delete: () => keepHeading(deleteRow),
    column_before: () => addColumnBefore, column_after: () => addColumnAfter, column_delete: () => deleteColumn,
    align: side => align(side || null), table_delete: () => deleteTable,
    undo: () => undo, redo: () => redo,
    figure: attrs => insert(nodes.figure.create(attrs)),
    check: attrs => insert(nodes.check.create(attrs)),
    change: ({pos, attrs}) => (state, dispatch) => {
        dispatch?.(state.tr.setNodeMarkup(pos, null, attrs))
        return true
    },
    link: ({href, words}) => (state, dispatch) => {
        const {from, to, empty} = state.selection
        const mark = marks.link.create({href})
        const {tr} = state
        if (empty) tr.replaceSelectionWith(schema.text(words || href, [mark, ...state.selection.$from.marks()]), false)
        else tr.removeMark(from, to, marks.link).addMark(from, to, mark)
        dispatch?.(tr.scrollIntoView())
        return true
    },
    unlink: () => (state, dispatch) => {
        const {from, to} = linkAround(state) ?? state.selection
        dispatch?.(state.tr.removeMark(from, to, marks.link))
        return true
    }
}

// From where to where the link goes that the cursor is in.
function linkAround(state) {
    const {$from, empty} = state.selection
    if (!empty) return null
    const mark = marks.link.isInSet($from.marks()) ?? marks.link.isInSet($from.nodeAfter?.marks ?? [])
    if (!mark) return null
    let at = $from.start()
    let found = null
    $from.parent.forEach(child => {
        const end = at + child.nodeSize
        if (mark.isInSet(child.marks)) {
            if (found && found.to === at) found.to = end
            else if (!found || found.to < $from.pos) found = {from: at, to: end, href: mark.attrs.href}
        }
        at = end
    })
    return found
}

const keys = {
    'Mod-b': commands.strong(), 'Mod-i': commands.em(), 'Mod-e': commands.code(),
    'Mod-Alt-0': commands.paragraph(), 'Mod-Alt-2': commands.heading(2), 'Mod-Alt-3': commands.heading(3), 'Mod-Alt-4': commands.heading(4),
    'Mod-Shift-7': commands.numbers(), 'Mod-Shift-8': commands.bullets(),
    'Mod-z': undo, 'Mod-y': redo, 'Mod-Shift-z': redo,
    Enter: chainCommands(nextRow, splitListItem(nodes.list_item)),
    'Mod-Enter': chainCommands(leaveTable, exitCode, lineBreak), 'Shift-Enter': chainCommands(exitCode, lineBreak),
    Tab: chainCommands(goToNextCell(1), sinkListItem(nodes.list_item)),
    'Shift-Tab': chainCommands(goToNextCell(-1), liftListItem(nodes.list_item))
}

const rules = inputRules({rules: [
    textblockTypeInputRule(/^(#{2,4})\s$/, nodes.heading, match => ({level: match[1].length})),
    wrappingInputRule(/^\s*[-*]\s$/, nodes.bullet_list),
    wrappingInputRule(/^(\d{1,9})\.\s$/, nodes.ordered_list, match => ({order: Number(match[1])}),
        (match, node) => node.childCount + node.attrs.order === Number(match[1])),
    wrappingInputRule(/^>\s$/, nodes.quote)
]})

// There is always a place to go on writing; what is written leaves it out again.
const room = new Plugin({
    appendTransaction: (all, before, state) => state.doc.lastChild.type === nodes.paragraph ? null
        : state.tr.insert(state.doc.content.size, nodes.paragraph.create()).setMeta('addToHistory', false)
})

function withRoom(doc) {
    return doc.lastChild.type === nodes.paragraph ? doc : doc.copy(doc.content.addToEnd(nodes.paragraph.create()))
}

/**
 * @param place an empty element
 * @param label of the text
 * @param titles of the alerts, by kind
 * @param look (name) => {address, kind} of a file of the course, or nothing
 * @param words {edit, missing, withoutAlt, check}
 * @param changed called when the text changed
 * @param moved called with what the cursor is in
 * @param edit called with {type, attrs, pos} when a figure or question is to be changed
 */
export function mount({place, label, language, titles, look, words, changed, moved, edit}) {
    let original = null
    let originalText = ''
    let sources = new Map()

    const view = new EditorView(place, {
        state: stateOf(schema.topNodeType.createAndFill()),
        attributes: {'class': 'lesson', role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, lang: language, spellcheck: 'true'},
        nodeViews: {alert: alertView, figure: figureView, check: checkView},
        transformPastedHTML: cleaned,
        dispatchTransaction(tr) {
            view.updateState(view.state.apply(tr))
            if (tr.docChanged && !tr.getMeta('given')) changed()
            moved(standing())
        }
    })

    function stateOf(doc) {
        const state = EditorState.create({doc: withRoom(doc), plugins: [
            rules, keymap(keys), keymap(baseKeymap), history(), dropCursor(), gapCursor(), tableEditing(), room
        ]})
        const fixed = fixTables(state)
        return fixed ? state.apply(fixed) : state
    }

    function element(tag, attributes, ...content) {
        const made = document.createElement(tag)
        Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value))
        made.append(...content)
        return made
    }

    function alertView(node) {
        const contentDOM = element('div', {})
        const dom = element('aside', {'class': ALERTS[node.attrs.kind], 'data-kind': node.attrs.kind},
            element('p', {'class': 'aside-title', contenteditable: 'false'}, titles[node.attrs.kind]), contentDOM)
        return {dom, contentDOM, update: other => other.type === node.type && other.attrs.kind === node.attrs.kind,
            ignoreMutation: ({target}) => !contentDOM.contains(target)}
    }

    function atom(node, position, ...content) {
        const button = element('button', {type: 'button', 'class': 'edit'}, words.edit)
        button.addEventListener('click', () => edit({type: node.type.name, attrs: node.attrs, pos: position()}))
        const dom = element('figure', {contenteditable: 'false', 'class': node.type.name}, ...content, button)
        return {dom, stopEvent: event => button.contains(event.target), ignoreMutation: () => true}
    }

    function figureView(node, editor, position) {
        const {name, alt, caption} = node.attrs
        const file = look(name)
        const shown = file?.kind === 'picture' ? element('img', {src: file.address, alt})
            : element('p', {'class': `file ${file?.kind ?? 'missing'}`}, file ? `${name} · ${alt}` : `${words.missing} ${name}`)
        const lines = [caption && element('figcaption', {}, caption), !alt.trim() && element('p', {'class': 'wants'}, words.withoutAlt)]
        return atom(node, position, shown, ...lines.filter(Boolean))
    }

    function checkView(node, editor, position) {
        return atom(node, position, element('p', {'class': 'file question'}, `${node.attrs.alt || words.check} · ${node.attrs.question}`))
    }

    function standing() {
        const {state} = view
        const {$from, from, to, empty} = state.selection
        const has = mark => empty ? Boolean(mark.isInSet(state.storedMarks ?? $from.marks())) : state.doc.rangeHasMark(from, to, mark)
        const block = $from.parent.type === nodes.heading ? `heading-${$from.parent.attrs.level}` : $from.parent.type.name
        const selected = state.selection instanceof NodeSelection ? state.selection.node : null
        return {
            block, alert: alertAbove(state)?.node.attrs.kind ?? '', table: isInTable(state), empty,
            strong: has(marks.strong), em: has(marks.em), code: has(marks.code), link: linkAround(state)?.href ?? (has(marks.link) ? '' : null),
            bullets: listAbove(state)?.node.type === nodes.bullet_list, numbers: listAbove(state)?.node.type === nodes.ordered_list,
            selected: selected && {type: selected.type.name, attrs: selected.attrs, pos: from},
            can: name => commands[name](name === 'align' ? '' : name === 'heading' ? 2 : undefined)(state)
        }
    }

    // What there is to be written: without the empty paragraphs at the end.
    function written(doc) {
        const all = []
        doc.forEach(child => all.push(child))
        while (all.length && all.at(-1).type === nodes.paragraph && !all.at(-1).content.size) all.pop()
        return all
    }

    function isUntouched(doc) {
        const now = written(doc)
        return original !== null && now.length === original.length && now.every((node, i) => node.eq(original[i]))
    }

    function textOf(doc) {
        return isUntouched(doc) ? originalText : serialize(doc, node => sources.get(JSON.stringify(node)))
    }

    function remember(doc, tree, text) {
        originalText = text
        original = written(doc)
        sources = new Map()
        doc.forEach((node, offset, i) => tree.sources[i] && sources.set(JSON.stringify(node), tree.sources[i]))
    }

    const lengthOf = (doc, count) => count === 0 ? 0 : textOf(doc.copy(doc.content.cut(0, endOf(doc, count)))).length + 1
    const endOf = (doc, count) => {
        let end = 0
        for (let i = 0; i < Math.min(count, doc.childCount); i++) end += doc.child(i).nodeSize
        return end
    }

    return {
        /** Another lesson, or the same from its source: with a new past. */
        open(tree, text) {
            const state = stateOf(schema.nodeFromJSON(tree.document))
            remember(state.doc, tree, text)
            view.updateState(state.apply(state.tr.setMeta('given', true)))
            moved(standing())
        },

        /** The lesson with what another wrote; the cursor stays where it is. */
        receive(tree, text) {
            const doc = stateOf(schema.nodeFromJSON(tree.document)).doc
            const now = view.state.doc
            const start = now.content.findDiffStart(doc.content)
            if (start !== null) {
                let {a, b} = now.content.findDiffEnd(doc.content)
                const overlap = start - Math.min(a, b)
                if (overlap > 0) { a += overlap; b += overlap }
                view.dispatch(view.state.tr.replace(start, a, doc.slice(start, b)).setMeta('given', true).setMeta('addToHistory', false))
            }
            remember(doc, tree, text)
        },

        text: () => textOf(view.state.doc),
        words: () => view.state.doc.textBetween(0, view.state.doc.content.size, ' ').split(/\s+/).filter(Boolean).length,
        selectedText: () => view.state.doc.textBetween(view.state.selection.from, view.state.selection.to, ' '),
        focus: () => view.focus(),
        run(name, argument) {
            const done = commands[name](argument)(view.state, view.dispatch, view)
            view.focus()
            return done
        },

        /** Where in the text the cursor's block begins. */
        offset() {
            return lengthOf(view.state.doc, view.state.selection.$from.index(0))
        },

        /** Puts the cursor into the block that is written there. */
        goTo(offset) {
            const {doc} = view.state
            let index = 0
            while (index + 1 < doc.childCount && lengthOf(doc, index + 1) <= offset) index++
            view.dispatch(view.state.tr.setSelection(Selection.near(doc.resolve(endOf(doc, index)), 1)).scrollIntoView())
        }
    }
}

// A script that a page loads when it needs it, by an address with its fingerprint.
globalThis.lessonEditor = {mount, write: json => serialize(schema.nodeFromJSON(json)), clean: cleaned}
