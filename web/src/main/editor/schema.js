// What a lesson may consist of: the house's CommonMark and nothing else. The server reads the text into this tree
// (LessonTree), so that writer and reader never see two different things; commonmark.js writes it back.
import {Schema} from 'prosemirror-model'
import {tableNodes} from 'prosemirror-tables'

export const ALERTS = {IMPORTANT: 'key', TIP: 'tip', NOTE: 'example', WARNING: 'warning', CAUTION: 'source'}

// What a link of a lesson may lead to. All else is taken for text.
export const LINK = /^(https:\/\/|lesson:|sheet:|media:)/

const tables = tableNodes({
    tableGroup: 'block',
    cellContent: '(text | picture)*',
    cellAttributes: {
        align: {
            default: null,
            getFromDOM: cell => cell.style.textAlign?.match(/^(center|right)$/)?.[0] ?? null,
            setDOMAttr: (align, attributes) => { if (align) attributes.class = align }
        }
    }
})

const level = number => ({tag: `h${number}`, attrs: {level: Math.min(4, Math.max(2, number))}})

function listOf(type, tag, more = {}) {
    return {
        content: 'list_item+', group: 'block', attrs: {tight: {default: true}, ...more.attrs},
        parseDOM: [{tag, getAttrs: more.read}], toDOM: node => [tag, more.write?.(node) ?? {}, 0]
    }
}

export const schema = new Schema({
    nodes: {
        doc: {content: 'block+'},
        paragraph: {content: 'inline*', group: 'block', parseDOM: [{tag: 'p'}], toDOM: () => ['p', 0]},
        heading: {
            attrs: {level: {default: 2}}, content: '(text | picture)*', group: 'block', defining: true,
            parseDOM: [1, 2, 3, 4, 5, 6].map(level), toDOM: node => [`h${node.attrs.level}`, 0]
        },
        quote: {content: 'block+', group: 'block', defining: true, parseDOM: [{tag: 'blockquote'}], toDOM: () => ['blockquote', 0]},
        alert: {
            attrs: {kind: {default: 'NOTE'}}, content: 'block+', group: 'block', defining: true,
            parseDOM: [{tag: 'aside[data-kind]', getAttrs: box => ({kind: box.dataset.kind})}],
            toDOM: node => ['aside', {class: ALERTS[node.attrs.kind], 'data-kind': node.attrs.kind}, 0]
        },
        figure: {
            attrs: {name: {}, alt: {default: ''}, caption: {default: ''}}, group: 'block', atom: true, draggable: true,
            parseDOM: [{tag: 'figure[data-name]', getAttrs: ({dataset}) => ({...dataset})}],
            toDOM: ({attrs}) => ['figure', {'data-name': attrs.name, 'data-alt': attrs.alt, 'data-caption': attrs.caption}]
        },
        check: {
            attrs: {question: {}, alt: {default: ''}}, group: 'block', atom: true, draggable: true,
            parseDOM: [{tag: 'figure[data-question]', getAttrs: ({dataset}) => ({...dataset})}],
            toDOM: ({attrs}) => ['figure', {'data-question': attrs.question, 'data-alt': attrs.alt}]
        },
        bullet_list: listOf('bullet_list', 'ul'),
        ordered_list: listOf('ordered_list', 'ol', {
            attrs: {order: {default: 1}}, read: list => ({order: Math.max(0, list.start ?? 1)}),
            write: node => node.attrs.order === 1 ? {} : {start: node.attrs.order}
        }),
        list_item: {content: 'block+', defining: true, parseDOM: [{tag: 'li'}], toDOM: () => ['li', 0]},
        code_block: {
            attrs: {info: {default: ''}}, content: 'text*', marks: '', group: 'block', code: true, defining: true,
            parseDOM: [{tag: 'pre', preserveWhitespace: 'full'}], toDOM: () => ['pre', ['code', 0]]
        },
        rule: {group: 'block', parseDOM: [{tag: 'hr'}], toDOM: () => ['hr']},
        ...tables,
        text: {group: 'inline'},
        hard_break: {inline: true, group: 'inline', selectable: false, linebreakReplacement: true, parseDOM: [{tag: 'br'}], toDOM: () => ['br']},
        picture: {
            attrs: {src: {}, alt: {default: ''}, title: {default: ''}}, inline: true, group: 'inline', atom: true,
            toDOM: ({attrs}) => ['span', {class: 'picture'}, attrs.alt || attrs.src]
        }
    },
    marks: {
        link: {
            attrs: {href: {}, title: {default: ''}}, inclusive: false,
            parseDOM: [{tag: 'a[href]', getAttrs: link => LINK.test(link.getAttribute('href')) && {href: link.getAttribute('href')}}],
            toDOM: mark => ['a', {href: mark.attrs.href, rel: 'noopener'}, 0]
        },
        strong: {
            parseDOM: [{tag: 'strong'}, {tag: 'b', getAttrs: bold => bold.style.fontWeight !== 'normal' && null},
                {style: 'font-weight', getAttrs: weight => /^(bold(er)?|[6-9]\d{2})$/.test(weight) && null}],
            toDOM: () => ['strong', 0]
        },
        em: {parseDOM: [{tag: 'em'}, {tag: 'i', getAttrs: italic => italic.style.fontStyle !== 'normal' && null}, {style: 'font-style=italic'}], toDOM: () => ['em', 0]},
        code: {code: true, parseDOM: [{tag: 'code'}], toDOM: () => ['code', 0]}
    }
})
