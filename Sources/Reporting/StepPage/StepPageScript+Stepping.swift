// The script's stepping: one step at a time, by buttons, slider, keys and addresses.

extension StepPageScript {
  static let stepping = #"""
    const steps = all(".step"), groups = all(".group");
    const links = new Map(all("nav a").map((link) => [link.hash.slice(1), link]));
    const previous = document.getElementById("previous"), next = document.getElementById("next");
    const slider = document.getElementById("slider"), where = document.getElementById("where");
    let current = -1;

    // A picture that refers to another costs its own copy of it: only shown ones refer.
    const uses = all("use").map((element) => ({
      element, address: element.getAttribute("href"), step: element.closest(".step"),
    }));
    function refer(isShown) {
      for (const { element, address, step } of uses) {
        if (isShown(step)) element.setAttribute("href", address);
        else element.removeAttribute("href");
      }
    }

    function show(n) {
      n = Math.max(0, Math.min(steps.length - 1, n));
      if (n === current) return;
      current = n;
      const step = steps[n];
      steps.forEach((other) => other.classList.toggle("current", other === step));
      refer((other) => other === step);
      groups.forEach((group) => group.classList.toggle("current", group.contains(step)));
      for (const [id, link] of links) {
        if (id === step.id) link.setAttribute("aria-current", "step");
        else link.removeAttribute("aria-current");
      }
      const list = document.querySelector("nav"), link = links.get(step.id);
      const room = list.getBoundingClientRect(), place = link.getBoundingClientRect();
      if (place.top < room.top || place.bottom > room.bottom) {
        list.scrollTop += place.top - room.top - room.height / 2;
      }
      previous.disabled = n === 0;
      next.disabled = n === steps.length - 1;
      slider.value = n + 1;
      const title = step.dataset.title;
      slider.setAttribute("aria-valuetext", `${step.id}, ${title}`);
      where.textContent = `Step ${n + 1} of ${steps.length}: ${step.id}, ${title}`;
      writeMeasured();
    }

    function go(n, isReplacing) {
      n = Math.max(0, Math.min(steps.length - 1, n));
      if (n === current) return;
      const address = "#" + steps[n].id;
      if (isReplacing) history.replaceState(null, "", address);
      else history.pushState(null, "", address);
      show(n);
    }

    const addressed = () =>
      steps.findIndex((step) => step.id === decodeURIComponent(location.hash.slice(1)));
    const follow = () => { const n = addressed(); if (n >= 0) show(n); };
    addEventListener("hashchange", follow);
    addEventListener("popstate", () => show(Math.max(0, addressed())));
    for (const link of all('a[href^="#"]')) {
      link.addEventListener("click", (event) => {
        const n = steps.findIndex((step) => "#" + step.id === link.hash);
        if (n < 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        go(n);
      });
    }
    previous.addEventListener("click", () => go(current - 1));
    next.addEventListener("click", () => go(current + 1));
    slider.addEventListener("input", () => go(Number(slider.value) - 1, true));

    const keys = {
      ArrowRight: () => current + 1, n: () => current + 1,
      ArrowLeft: () => current - 1, p: () => current - 1,
      Home: () => 0, End: () => steps.length - 1,
    };
    addEventListener("keydown", (event) => {
      const { key, target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(keys, key)) return;
      if (target.closest?.("input")) return;
      // A formula that is wider than its box is scrolled with the arrows.
      const box = target.closest?.(".equation");
      if (box && box.scrollWidth > box.clientWidth && key.startsWith("Arrow")) return;
      event.preventDefault();
      go(keys[key]());
    });

    // On paper all steps are shown, and measured if they have to be.
    addEventListener("beforeprint", () => {
      document.documentElement.classList.remove("stepping");
      refer(() => true);
      writeMeasured();
    });
    addEventListener("afterprint", () => {
      document.documentElement.classList.add("stepping");
      refer((step) => step === steps[current]);
    });

    document.querySelector("main").append(document.getElementById("given"));
    if (matchMedia("(max-width: 52rem)").matches) document.querySelector("nav details").open = false;
    compute();
    show(Math.max(0, addressed()));
    // The address has made the browser go to where its step was before the others were hidden.
    history.scrollRestoration = "manual";
    addEventListener("load", () => scrollTo(0, 0));

    // For tests, and for those who want to know: every number by name and layer.
    window.nabla = {
      get values() {
        return Object.fromEntries(quantities.map((q) => [
          q.name + (q.layer === undefined ? "" : `^(${q.layer})`)
            + (q.name === "J" && q.examples !== undefined ? "^(m)" : ""), [...q.values],
        ]));
      },
      get lists() { return quantities.map((q) => [...q.values]); },
      get step() { return steps[current].id; },
    };
    """#
}
