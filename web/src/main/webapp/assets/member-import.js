// Sends a table of members in pieces, and goes to its page. What arrived stays there: a lost piece is sent again.
const form = document.querySelector('#member-import');
const refused = document.querySelector('#refused');
const sending = document.querySelector('#sending');
const TRIES = 6;

class Refused extends Error {}

async function ask(method, path, body, type) {
    const response = await fetch(`/api/v1/manage/imports${path}`, {
        method, body, headers: {'X-CSRF-Token': form.elements.csrf.value, 'Content-Type': type}
    });
    if (response.status === 401) {
        location.reload();
        throw new Refused('');
    }
    if (response.status === 422) {
        throw new Refused(Object.values((await response.json()).fields)[0]);
    }
    if (response.status === 409) {
        throw new Refused((await response.json()).detail);
    }
    if (!response.ok) {
        throw new Error(response.status);
    }
    return response.json();
}

async function patiently(method, path, body, type) {
    for (let tried = 1; ; tried++) {
        try {
            return await ask(method, path, body, type);
        } catch (failure) {
            if (failure instanceof Refused || tried === TRIES) {
                throw failure;
            }
            await new Promise(resolve => setTimeout(resolve, 500 * 2 ** tried));
        }
    }
}

async function send(file) {
    const announced = {programme: form.dataset.programme, partner: form.elements.partner.value, name: file.name, size: file.size};
    const {code, piece} = await ask('POST', '', JSON.stringify(announced), 'application/json');
    const bar = sending.querySelector('progress');
    for (let at = 0; at < file.size; at += piece) {
        await patiently('PUT', `/${code}/pieces/${at}`, file.slice(at, at + piece), 'application/octet-stream');
        bar.value = Math.min(1, (at + piece) / file.size);
    }
    await patiently('POST', `/${code}/completion`, '', 'application/octet-stream');
    location.assign(`/manage/members/import/${code}`);
}

form?.addEventListener('submit', async event => {
    event.preventDefault();
    const button = form.querySelector('#send');
    button.disabled = true;
    refused.hidden = true;
    sending.hidden = false;
    sending.querySelector('[role=status]').textContent = form.dataset.sending;
    try {
        await send(form.elements.file.files[0]);
    } catch (failure) {
        button.disabled = false;
        sending.hidden = true;
        refused.textContent = failure instanceof Refused ? failure.message : form.dataset.lost;
        refused.hidden = false;
    }
});
