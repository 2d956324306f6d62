// A passage that is marked in what changed can be commented: a button appears beside it and fills the form in.
const quote = document.getElementById('quote');
const place = document.getElementById('place');
const form = document.getElementById('commenting');
const changes = document.getElementById('changes')?.closest('section');
if (quote && place && changes) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button small quote-it';
    button.textContent = form.querySelector('h3').textContent;
    button.hidden = true;
    document.body.append(button);
    let marked = null;
    document.addEventListener('selectionchange', () => {
        const selection = getSelection();
        const words = selection.toString().trim();
        const node = selection.anchorNode;
        const inside = (node?.nodeType === 1 ? node : node?.parentElement)?.closest('[data-place]');
        marked = words && inside && changes.contains(inside) ? {words, place: inside.dataset.place} : null;
        button.hidden = !marked;
        if (marked) {
            const box = selection.getRangeAt(0).getBoundingClientRect();
            button.style.top = `${box.bottom + scrollY + 6}px`;
            button.style.left = `${Math.max(8, Math.min(box.left + scrollX, innerWidth - 220))}px`;
        }
    });
    button.addEventListener('pointerdown', event => event.preventDefault());
    button.addEventListener('click', () => {
        if (marked) {
            quote.value = marked.words.replace(/\s+/g, ' ').slice(0, quote.maxLength);
            if ([...place.options].some(option => option.value === marked.place)) {
                place.value = marked.place;
            }
            button.hidden = true;
            form.scrollIntoView({block: 'center'});
            document.getElementById('comment').focus();
        }
    });
}
