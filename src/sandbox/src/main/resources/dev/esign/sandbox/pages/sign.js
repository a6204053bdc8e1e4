// Helps a signer: counts required fields, finds the next one, shows in the document what is typed beside it, and lets a
// signature be drawn. Without this script the form is a plain one that works as well.
const WIDTH = 400;
const HEIGHT = 120;
const LONGEST_PATH = 3900;
const SHORTEST_STEP = 3;

const form = document.getElementById("signing");
document.getElementById("problems")?.focus();

function value(field) {
  const drawn = field.querySelector("input[data-drawn]");
  if (drawn) {
    return drawn.value;
  }
  const chosen = field.querySelector("input[type=checkbox], input[type=radio]");
  if (chosen) {
    return field.querySelector("input:checked")?.value ?? "";
  }
  return field.querySelector("input, select")?.value.trim() ?? "";
}

function shown(field, text) {
  if (field.querySelector("input[type=checkbox]:not([data-name])") && text === "true") {
    return "✓";
  }
  return text.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)$/, "$1 $2");
}

function mirror(field) {
  const spot = document.querySelector(`[data-spot="${field.dataset.field}"]`);
  if (!spot) {
    return;
  }
  const text = value(field);
  const drawn = text.startsWith("drawn:");
  spot.classList.toggle("filled", text !== "");
  spot.querySelector("text").textContent = text === "" ? field.dataset.field : drawn ? "" : shown(field, text);
  spot.querySelector(".ink path").setAttribute("d", drawn ? text.slice("drawn:".length) : "");
}

function count() {
  const meter = form.querySelector("[data-progress]");
  if (!meter) {
    return;
  }
  const required = [...form.querySelectorAll("[data-required]")];
  const done = required.filter((field) => value(field) !== "").length;
  const shownCount = meter.querySelector("[data-done]");
  if (shownCount.textContent !== String(done)) {
    shownCount.textContent = done;
  }
  meter.querySelector("progress").value = done;
  meter.querySelector("[data-next]").hidden = done === required.length;
}

function firstInput(field) {
  return field.querySelector("input:not([type=hidden]):not(:disabled), select, canvas");
}

function next() {
  const open = [...form.querySelectorAll("[data-required]")].filter((field) => value(field) === "");
  const current = open.findIndex((field) => field.contains(document.activeElement));
  const target = open[(current + 1) % open.length];
  if (target) {
    firstInput(target).focus();
    const spot = document.querySelector(`[data-spot="${target.dataset.field}"]`);
    spot?.scrollIntoView({ block: "center" });
  }
}

function insert(button) {
  const field = button.closest(".field");
  clear(field);
  const input = field.querySelector("input.typed");
  input.value = button.dataset.insert;
  changed(field);
}

function changed(field) {
  mirror(field);
  count();
}

function clear(field) {
  field.querySelector("input[data-drawn]")?.remove();
  field.querySelector("input.typed").disabled = false;
  const pad = field.querySelector("canvas");
  pad.getContext("2d").clearRect(0, 0, pad.width, pad.height);
}

function keep(field, path) {
  const typed = field.querySelector("input.typed");
  let drawn = field.querySelector("input[data-drawn]");
  if (!drawn) {
    drawn = document.createElement("input");
    drawn.type = "hidden";
    drawn.name = typed.name;
    drawn.dataset.drawn = "";
    field.append(drawn);
    typed.value = "";
    typed.disabled = true;
  }
  drawn.value = `drawn:${path}`;
  changed(field);
}

function preparePad(field) {
  const pad = field.querySelector("canvas");
  const ink = pad.getContext("2d");
  ink.lineWidth = 3;
  ink.lineCap = "round";
  ink.lineJoin = "round";
  ink.strokeStyle = "#14181d";
  let path = field.querySelector("input[data-drawn]")?.value.slice("drawn:".length) ?? "";
  let last = null;
  ink.stroke(new Path2D(path));
  const place = (event) => {
    const box = pad.getBoundingClientRect();
    const within = (number, most) => Math.max(0, Math.min(most, Math.round(number)));
    return { x: within(((event.clientX - box.left) * WIDTH) / box.width, WIDTH),
      y: within(((event.clientY - box.top) * HEIGHT) / box.height, HEIGHT) };
  };
  pad.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    pad.setPointerCapture(event.pointerId);
    if (!field.querySelector("input[data-drawn]")) {
      path = "";
    }
    last = place(event);
    path += `M${last.x} ${last.y}`;
  });
  pad.addEventListener("pointermove", (event) => {
    if (!last) {
      return;
    }
    const now = place(event);
    if (Math.hypot(now.x - last.x, now.y - last.y) < SHORTEST_STEP || path.length > LONGEST_PATH) {
      return;
    }
    ink.beginPath();
    ink.moveTo(last.x, last.y);
    ink.lineTo(now.x, now.y);
    ink.stroke();
    path += `L${now.x} ${now.y}`;
    last = now;
  });
  const end = () => {
    if (last && path.includes("L")) {
      keep(field, path);
    }
    last = null;
  };
  pad.addEventListener("pointerup", end);
  pad.addEventListener("pointercancel", end);
}

function prepare(field) {
  const draw = field.querySelector("[data-draw]");
  if (draw) {
    const drawing = field.querySelector(".drawing");
    draw.hidden = false;
    field.querySelector("[data-insert]").hidden = false;
    field.querySelector("[data-plain]").hidden = true;
    draw.addEventListener("click", () => {
      drawing.hidden = !drawing.hidden;
      draw.setAttribute("aria-expanded", String(!drawing.hidden));
    });
    field.querySelector("[data-insert]").addEventListener("click", (event) => insert(event.currentTarget));
    field.querySelector("[data-clear]").addEventListener("click", () => {
      clear(field);
      changed(field);
    });
    preparePad(field);
  }
  field.addEventListener("input", () => changed(field));
  mirror(field);
}

if (form) {
  form.querySelectorAll(".field").forEach(prepare);
  const meter = form.querySelector("[data-progress]");
  if (meter) {
    meter.hidden = false;
    meter.querySelector("[data-next]").addEventListener("click", next);
  }
  count();
  document.querySelectorAll("[data-spot]").forEach((spot) => spot.addEventListener("click", (event) => {
    event.preventDefault();
    const field = form.querySelector(`.field[data-field="${spot.dataset.spot}"]`);
    (firstInput(field) ?? field.querySelector("[tabindex]")).focus();
  }));
}
