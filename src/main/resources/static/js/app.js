// Only improves: every page works without it.
(() => {
  'use strict';

  const announcer = () => document.getElementById('announcer');
  let spokenAt = 0;
  let spoken = '';
  let pending = 0;

  // One polite sentence at most every ten seconds; the newest wins.
  function say(text) {
    if (!text || text === spoken) return;
    clearTimeout(pending);
    const wait = Math.max(0, spokenAt + 10000 - Date.now());
    pending = setTimeout(() => {
      spoken = text;
      spokenAt = Date.now();
      const place = announcer();
      if (place) place.textContent = text;
    }, wait);
  }

  function span(seconds) {
    const s = Math.max(0, Math.round(seconds));
    if (s < 60) return s + ' s';
    if (s < 3600) return Math.floor(s / 60) + ' min ' + (s % 60) + ' s';
    if (s < 86400) return Math.floor(s / 3600) + ' h ' + Math.floor((s % 3600) / 60) + ' min';
    const days = Math.floor(s / 86400);
    return days + (days === 1 ? ' day' : ' days');
  }

  function ago(seconds) {
    if (seconds < 10) return 'just now';
    if (seconds < 60) return Math.floor(seconds) + ' s ago';
    if (seconds < 3600) return Math.floor(seconds / 60) + ' min ago';
    if (seconds < 86400) return Math.floor(seconds / 3600) + ' h ago';
    const days = Math.floor(seconds / 86400);
    return days + (days === 1 ? ' day ago' : ' days ago');
  }

  function put(element, text) {
    if (element.textContent !== text) element.textContent = text;
  }

  // The page counts from the server's time at load, so a wrong clock on this machine does no harm.
  const served = Date.parse(document.documentElement.dataset.now || '') || Date.now();
  const skew = served - Date.now();

  let live = { state: 'plain', at: 0 };

  function tick() {
    const now = Date.now() + skew;
    for (const e of document.querySelectorAll('time[data-since]')) put(e, span((now - Date.parse(e.dateTime)) / 1000));
    for (const e of document.querySelectorAll('time[data-until]')) put(e, span((Date.parse(e.dateTime) - now) / 1000));
    for (const e of document.querySelectorAll('time[data-ago]')) put(e, ago((now - Date.parse(e.dateTime)) / 1000));
    for (const e of document.querySelectorAll('[data-live]')) {
      if (live.state === 'plain') continue;
      e.dataset.state = live.state;
      put(e.querySelector('[data-live-word]'), live.state === 'live' ? 'Live,' : 'Connection lost, trying again. This page may be old.');
      put(e.querySelector('[data-live-age]'), live.state === 'live' && live.at ? 'updated ' + ago((Date.now() - live.at) / 1000) : '');
    }
  }

  function connected() {
    live = { state: 'live', at: Date.now() };
    tick();
  }

  function lost() {
    if (live.state !== 'lost') say('Connection lost, trying again.');
    live = { state: 'lost', at: live.at };
    tick();
  }

  document.addEventListener('htmx:sse:after:connection', connected);
  document.addEventListener('htmx:sse:after:message', connected);
  document.addEventListener('htmx:sse:error', lost);
  document.addEventListener('htmx:sse:close', (event) => {
    if (event.detail && event.detail.reason === 'ended') lost();
  });

  function announceFrom(root) {
    const spoken = root.matches && root.matches('[data-announce]') ? root : root.querySelector && root.querySelector('[data-announce]');
    if (spoken) say(spoken.dataset.announce);
  }

  document.addEventListener('htmx:after:swap', () => {
    if (live.state === 'live') live.at = Date.now();
    announceFrom(document.getElementById('main') || document.body);
    reveal();
    tick();
  });

  function reveal() {
    if (!navigator.clipboard) return;
    for (const button of document.querySelectorAll('[data-copy][hidden]')) button.hidden = false;
  }

  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-copy]');
    if (button) {
      navigator.clipboard.writeText(button.parentElement.querySelector('code, input').textContent).then(() => {
        put(button, 'Copied');
        spokenAt = 0;
        say('Copied.');
        setTimeout(() => put(button, 'Copy'), 2000);
      });
    }
    for (const menu of document.querySelectorAll('details.you[open]')) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });

  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const menu of document.querySelectorAll('details.you[open]')) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });

  // The server guards against doing a thing twice; this only says that it is under way.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
    const button = event.submitter;
    const before = button ? button.textContent : '';
    if (button) {
      button.setAttribute('aria-busy', 'true');
      if (button.dataset.busy) button.textContent = button.dataset.busy;
    }
    const free = () => {
      delete form.dataset.sent;
      if (!button) return;
      button.removeAttribute('aria-busy');
      if (button.dataset.busy) button.textContent = before;
    };
    form.addEventListener('htmx:finally:request', free, { once: true });
    window.addEventListener('pageshow', free, { once: true });
    setTimeout(free, 8000);
  });

  function start() {
    reveal();
    const summary = document.querySelector('[data-focus]');
    if (summary) summary.focus();
    tick();
    setInterval(tick, 1000);
  }

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
