// Makes what comes from Word or a web page into what a lesson may consist of. The schema drops what it does not know;
// here is only what would be misread.

export function cleaned(html) {
    const words = html.replace(/<style\b.*?<\/style\s*>/gis, '')
        .replace(/<!--\[if !supportLists\]-->(.*?)<!--\[endif\]-->/gs, '<span data-marker>$1</span>')
    const page = new DOMParser().parseFromString(words, 'text/html')
    page.querySelectorAll('style, meta, link, script, title, xml, noscript, svg, button, input, iframe').forEach(node => node.remove())
    const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_COMMENT)
    const comments = []
    while (walker.nextNode()) comments.push(walker.currentNode)
    comments.forEach(comment => comment.remove())
    wordLists(page)
    for (const cell of page.querySelectorAll('td, th')) {
        for (let wide = Math.min(cell.colSpan, 20); wide > 1; wide--) cell.after(page.createElement(cell.tagName))
        cell.removeAttribute('colspan')
        cell.removeAttribute('rowspan')
        cell.removeAttribute('data-colwidth')
        cell.querySelectorAll('br').forEach(end => end.replaceWith(' '))
        cell.querySelectorAll('p, div, ul, ol, li, h1, h2, h3, h4, h5, h6, blockquote, pre').forEach(block => block.replaceWith(...block.childNodes, ' '))
    }
    page.querySelectorAll('table').forEach(table => {
        const rows = [...table.rows]
        const width = Math.max(...rows.map(line => line.cells.length))
        for (const line of rows) while (line.cells.length < width) line.insertCell()
        const row = rows[0]
        row?.querySelectorAll('td').forEach(cell => {
            const heading = page.createElement('th')
            heading.append(...cell.childNodes)
            cell.replaceWith(heading)
        })
    })
    return page.body.innerHTML
}

// Word writes lists as paragraphs with a sign in front.
function wordLists(page) {
    let open = []
    for (const line of page.querySelectorAll('p')) {
        const depth = Number(/mso-list:\s*l\d+\s+level(\d+)/i.exec(line.getAttribute('style') ?? '')?.[1] ?? 0)
        if (!depth) {
            open = []
            continue
        }
        if (open[0]?.nextElementSibling !== line) open = []
        const sign = line.querySelector('[data-marker], [style*="mso-list:Ignore"]')
        const numbered = /^\s*\(?[\da-z]{1,3}[.)]/i.test(sign?.textContent ?? '')
        sign?.remove()
        open.length = Math.min(open.length, depth)
        while (open.length < depth) {
            const list = page.createElement(numbered ? 'ol' : 'ul')
            const parent = open.at(-1)?.lastElementChild
            if (parent) parent.append(list)
            else line.before(list)
            open.push(list)
        }
        const item = page.createElement('li')
        item.append(...line.childNodes)
        open.at(-1).append(item)
        line.remove()
    }
}
