// One box chooses all boxes of a name, and a line tells how many are chosen.
for (const all of document.querySelectorAll('[data-chooses]')) {
    const form = all.form;
    const boxes = [...form.elements[all.dataset.chooses]?.length ? form.elements[all.dataset.chooses]
        : [form.elements[all.dataset.chooses]]];
    const line = form.querySelector('[data-chosen]');
    const tell = () => {
        const chosen = boxes.filter(box => box.checked).length;
        all.checked = chosen === boxes.length;
        all.indeterminate = chosen > 0 && chosen < boxes.length;
        line.textContent = chosen ? line.dataset.chosen.replace('{0}', chosen) : '';
    };
    all.hidden = false;
    all.addEventListener('change', () => {
        boxes.forEach(box => box.checked = all.checked);
        tell();
    });
    boxes.forEach(box => box.addEventListener('change', tell));
    tell();
}
