// A form is sent once, however often its button is pressed.
addEventListener('submit', event => {
    const form = event.target;
    if (form.method !== 'post') {
        return;
    }
    if ('sent' in form.dataset) {
        event.preventDefault();
    }
    form.dataset.sent = '';
});
addEventListener('pageshow', event => {
    if (event.persisted) {
        document.querySelectorAll('form[data-sent]').forEach(form => delete form.dataset.sent);
    }
});

// Tables of PrimeFaces: what their buttons are called, the address of what they show, and what to say when the server is lost.
const table = document.querySelector('.table');
if (table && window.PrimeFaces) {
    const {PrimeFaces, jQuery} = window;
    const {sortUp, sortDown, ...aria} = table.dataset;
    PrimeFaces.locales[PrimeFaces.settings.locale] = {
        ...PrimeFaces.locales.en_US,
        aria: {...aria, 'datatable.sort.ASC': sortUp, 'datatable.sort.DESC': sortDown, 'datatable.sort.NONE': sortUp}
    };
    const lost = document.getElementById('lost');
    jQuery(document)
        .on('pfAjaxSuccess', (event, request) => {
            lost.hidden = true;
            if (request.pfArgs?.address) {
                history.replaceState(null, '', request.pfArgs.address);
            }
        })
        .on('pfAjaxError', () => {
            lost.hidden = false;
        });
}
