// Moves the bar of a long piece of work, and opens the page anew when it is over. A lost connection only makes it ask less often.
const work = document.querySelector('[data-progress]');
if (work) {
    const bar = work.querySelector('progress');
    const line = work.querySelector('.how-far');
    const status = work.querySelector('[role=status]');
    let pause = 1000;
    let told = 0;
    const ask = async () => {
        try {
            const answer = await fetch(work.dataset.progress, {headers: {Accept: 'application/json'}});
            if (answer.status === 401 || answer.status === 403) {
                location.reload();
                return;
            }
            if (!answer.ok) {
                throw answer;
            }
            const now = await answer.json();
            bar.max = Math.max(1, now.total);
            bar.value = now.done;
            line.textContent = now.text;
            if (!now.running) {
                location.replace(location.pathname);
                return;
            }
            // Who listens to the page hears of every quarter, not of every second.
            const quarter = Math.floor(4 * now.done / bar.max);
            if (quarter !== told) {
                told = quarter;
                status.textContent = now.text;
            }
            pause = 1000;
        } catch (lost) {
            pause = Math.min(2 * pause, 15000);
        }
        setTimeout(ask, pause);
    };
    setTimeout(ask, pause);
}
